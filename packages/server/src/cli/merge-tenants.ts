import { crossTenants, type CrossingOutcome } from '@khuyenhoc/application';
import { formatDate, isUuid, parseCalendarDate, type TenantId } from '@khuyenhoc/kernel';
import { createPostgresCrossTenantWork, createPostgresPlaceReads } from '@khuyenhoc/persistence';
import { sha256, systemClock } from '@khuyenhoc/vault';
import { readConfig } from '../config.ts';
import type { CommandLine, ExitCode } from './command-line.ts';
import { noMapping, parseMappingFile } from './mapping-file.ts';
import { mergeRefusalWords } from './merge-refusal-words.ts';
import { readFileOrSay } from './read-file-or-say.ts';
import { sayFailure, sayRefusal } from './say-failure.ts';
import { withVault } from './with-vault.ts';

export interface MergeOptions {
  readonly from: string;
  readonly into: string;
  readonly act: string;
  readonly on: string;
  readonly mapping?: string;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** Carries out an act that merges one network into another, or shows beforehand what it would move. */
export async function mergeTenantsCommand(
  environment: CommandLine['environment'],
  { from, into, act, on, mapping: file, dryRun, json }: MergeOptions,
): Promise<ExitCode> {
  const config = readConfig(environment);
  if (!config.ok) return sayFailure(config.error);
  const day = parseCalendarDate(on);
  if (!day.ok || !isUuid(from) || !isUuid(into)) {
    sayRefusal(wrongCall);
    return 2;
  }
  const mapping = file === undefined ? noMapping : await readFileOrSay(file, parseMappingFile);
  if (mapping === null) return 2;
  const { lateEntryDays } = config.value;
  return withVault(environment, async ({ vault, database }) => {
    const queue = { enqueue: () => Promise.reject(new Error('no jobs here')) };
    const crossTenantWork = createPostgresCrossTenantWork(database, queue);
    const places = createPostgresPlaceReads(database);
    const outcome = await crossTenants(
      { clock: systemClock, vault, digest: sha256, crossTenantWork, places, lateEntryDays },
      // Both have the form of a tenant's id; whether there is one, the crossing says.
      { from: from as TenantId, into: into as TenantId, actNumber: act, on: day.value, mapping, dryRun },
    );
    if (!outcome.ok) {
      sayRefusal(mergeRefusalWords(outcome.error));
      return 1;
    }
    process.stdout.write(json ? `${JSON.stringify(plain(outcome.value))}\n` : told(outcome.value));
    return 0;
  });
}

/** The outcome without the plan's own rows: which association follows which, and the numbers. */
function plain({ done, from, into, summary, plan }: CrossingOutcome) {
  const successors = plan?.associations.map((one) => ({ from: one.from.id, to: one.to.id, ground: one.ground }));
  return { done, from: from.id, into: into.id, ...summary, successors: successors ?? [] };
}

const doneWords = {
  now: 'Đã chuyển · carried over',
  before: 'Đã chuyển từ lần trước, không có gì thay đổi · carried over by an earlier run, nothing was changed',
  not: 'Sẽ chuyển, chưa ghi gì (--dry-run) · would be carried over, nothing was written',
} as const;

function told({ done, from, into, summary, plan }: CrossingOutcome): string {
  const { associations, funds, campaigns, awards, people, mandatesEnded, moved } = summary;
  const byGround = Map.groupBy(plan?.associations ?? [], (one) => one.ground);
  return [
    `${doneWords[done]}: ${from.name} → ${into.name}`,
    `  hội · associations         ${associations}  ${[...byGround].map(([ground, list]) => `${ground} ${list.length}`).join(', ')}`,
    `  quỹ · funds                ${funds}`,
    `  đợt · campaigns            ${campaigns}`,
    ...Object.entries(awards).map(([state, count]) => `  suất · awards              ${count}  ${state}`),
    `  người · people             ${people}`,
    `  nhiệm vụ hết · mandates    ${mandatesEnded}`,
    ...Object.entries(moved).map(([commodity, quantity]) => `  số dư · balances           ${quantity}  ${commodity}`),
    ...(from.status === 'closed' ? [`  đóng · closed              ${formatDate(from.closedOn)}`] : []),
    '',
  ].join('\n');
}

const wrongCall = {
  vi: '--from và --into là mã mạng lưới (xem: tenant list); --on là ngày có thật dạng YYYY-MM-DD.',
  en: '--from and --into are ids of networks (see: tenant list); --on is a day that exists, as YYYY-MM-DD.',
};
