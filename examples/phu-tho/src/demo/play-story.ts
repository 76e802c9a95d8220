import { examplePersonas } from '../personas.ts';
import type { ApiClient } from './api-client.ts';
import { audit, type AuditOutcome } from './audit.ts';
import { listAwards } from './award-list.ts';
import { advanceCampaign, openCampaign } from './campaign-steps.ts';
import { importList, type ImportOutcome } from './import-list.ts';
import type { Journal } from './journal.ts';
import type { Progress } from './progress.ts';
import { allTaken, refusalsOf, takeSteps, type StepRun } from './take-steps.ts';

export interface StoryOptions {
  readonly api: ApiClient;
  readonly journal: Journal;
  readonly progress: Progress;
  readonly seed: number;
  readonly nominees: number;
  /** Sends each step twice at the same time. */
  readonly twice?: boolean;
  /** Names this run in every key. */
  readonly run: string;
}

/** How the campaign went, counted by the demo itself as the answers came. */
export interface StoryResult {
  readonly list: Omit<ImportOutcome, 'correctedFile'>;
  readonly eligible: number;
  /** Nominations that were turned down, by the clause that failed. */
  readonly refusedByClause: ReadonlyMap<string, number>;
  readonly returned: number;
  readonly overQuota: number;
  readonly approved: number;
  readonly paid: number;
  readonly paidVnd: bigint;
  readonly acknowledged: number;
  readonly audit: AuditOutcome;
  readonly seconds: number;
}

/** The whole campaign, as those live it who work with it: list, verification, approval, payment, receipts, audit. */
export async function playStory(options: StoryOptions): Promise<StoryResult> {
  const began = performance.now();
  const { api, progress, run } = options;
  const campaign = await openCampaign(api);
  const { correctedFile: _kept, ...list } = await importList(api, { campaign, ...options }, progress);
  await advanceCampaign(api, run, campaign, 'CLOSE_NOMINATION');
  const verified = await verifyAll(options, campaign);
  await advanceCampaign(api, run, campaign, 'START_APPROVAL');
  const approved = await approveAll(options, campaign);
  await advanceCampaign(api, run, campaign, 'START_DISBURSEMENT');
  const paid = await payAll(options, campaign);
  const acknowledged = await acknowledgeAll(options, campaign);
  const checked = await audit(api, campaign, progress);
  return {
    list,
    ...verified,
    ...approved,
    ...paid,
    acknowledged,
    audit: checked,
    seconds: (performance.now() - began) / 1_000,
  };
}

/** Each commune's verifier looks at its own: confirms, rejects with the clause as the reason, or returns what cannot be decided. */
async function verifyAll(options: StoryOptions, campaign: string) {
  const { api, progress } = options;
  progress.step('Thẩm định ở các xã · verification in the communes');
  const verifiers = examplePersonas().filter((persona) => persona.role === 'verifier');
  const refusedByClause = new Map<string, number>();
  let [eligible, returned] = [0, 0];
  for (const [index, { key: persona }] of verifiers.entries()) {
    const waiting = await listAwards(api, persona, campaign, 'NOMINATED');
    const good = waiting.filter((award) => award.outcome === 'ELIGIBLE');
    const bad = waiting.filter((award) => award.outcome === 'INELIGIBLE');
    const unclear = waiting.filter((award) => award.outcome === 'UNDECIDABLE');
    const step: StepRun = options;
    allTaken(
      'verify',
      await takeSteps(step, good, { persona, mutation: 'verifyNominations', inputType: 'VerifyNominationsInput' }),
    );
    allTaken(
      'reject',
      await takeSteps(step, bad, {
        persona,
        mutation: 'rejectAwards',
        inputType: 'RejectAwardsInput',
        item: (award) => ({ reason: `Không đạt điều kiện: ${award.failedClauses.join(', ')}` }),
      }),
    );
    allTaken(
      'return',
      await takeSteps(step, unclear, {
        persona,
        mutation: 'returnNominations',
        inputType: 'ReturnNominationsInput',
        item: () => ({ reason: 'Đề nghị bổ sung giấy tờ còn thiếu để xét' }),
      }),
    );
    for (const clause of bad.flatMap((award) => award.failedClauses.slice(0, 1))) {
      refusedByClause.set(clause, (refusedByClause.get(clause) ?? 0) + 1);
    }
    eligible += good.length;
    returned += unclear.length;
    progress.advance(index + 1, verifiers.length);
  }
  progress.done(
    `${eligible} đạt, ${[...refusedByClause.values()].reduce((sum, count) => sum + count, 0)} không đạt, ${returned} trả lại`,
  );
  return { eligible, refusedByClause, returned };
}

/** Two of the board approve. Where a commune's places are used up, the rest is turned down with that reason. */
async function approveAll(options: StoryOptions, campaign: string) {
  const { api, progress } = options;
  progress.step('Phê duyệt, hai người · approval by two');
  const plan = { mutation: 'approveAwards', inputType: 'ApproveAwardsInput' };
  const waiting = await listAwards(api, 'approver-1', campaign, 'VERIFIED');
  allTaken('first approval', await takeSteps(options, waiting, { ...plan, persona: 'approver-1' }));
  const once = await listAwards(api, 'approver-2', campaign, 'VERIFIED');
  const results = await takeSteps(options, once, { ...plan, persona: 'approver-2' }, (done) =>
    progress.advance(done, once.length),
  );
  const left = await listAwards(api, 'approver-2', campaign, 'VERIFIED');
  const overQuota = refusalsOf(results).get('OVER_QUOTA') ?? 0;
  const others = [...refusalsOf(results).keys()].filter((code) => code !== 'OVER_QUOTA');
  if (others.length > 0) throw new Error(`approval was refused: ${others.join(', ')}`);
  allTaken(
    'turn down',
    await takeSteps(options, left, {
      persona: 'approver-2',
      mutation: 'rejectAwards',
      inputType: 'RejectAwardsInput',
      item: () => ({ reason: 'Xã đã hết chỉ tiêu của đợt này' }),
    }),
  );
  const approved = once.length - left.length;
  progress.done(`${approved} được duyệt, ${overQuota} hết chỉ tiêu`);
  return { approved, overQuota };
}

const batchSize = 100;

/** The treasurer pays in batches (bảng kê chi), in cash at a ceremony. */
async function payAll(options: StoryOptions, campaign: string) {
  const { api, progress } = options;
  progress.step('Chi trả theo bảng kê · payment batches');
  const approved = await listAwards(api, 'treasurer', campaign, 'APPROVED');
  let [paid, paidVnd] = [0, 0n];
  for (let first = 0; first < approved.length; first += batchSize) {
    const batch = approved.slice(first, first + batchSize);
    const results = await takeSteps(options, batch, {
      persona: 'treasurer',
      mutation: 'payAwards',
      inputType: 'PayAwardsInput',
      input: { batchNumber: `BK-${String(first / batchSize + 1).padStart(2, '0')}`, method: 'CASH' },
      item: (award) => ({ amount: award.amount }),
    });
    allTaken('payment', results);
    paid += batch.length;
    paidVnd += batch.reduce((sum, award) => sum + BigInt(award.amount), 0n);
    progress.advance(paid, approved.length);
  }
  progress.done(`${paid} suất, ${paidVnd.toLocaleString('vi-VN')} ₫`);
  return { paid, paidVnd };
}

/** The families sign; the amount signed for is the amount paid. Who paid does not record the signatures. */
async function acknowledgeAll(options: StoryOptions, campaign: string): Promise<number> {
  const { api, progress } = options;
  progress.step('Ký nhận · signed receipts');
  const paid = await listAwards(api, 'list-keeper', campaign, 'DISBURSED');
  const results = await takeSteps(options, paid, {
    persona: 'list-keeper',
    mutation: 'acknowledgeReceipts',
    inputType: 'AcknowledgeReceiptsInput',
    item: (award) => ({
      amount: award.amount,
      signedBy: award.nominee?.guardianName ?? award.nominee?.fullName ?? '',
      signedAs: award.nominee?.guardianName === null ? 'self' : 'người giám hộ',
    }),
  });
  allTaken('receipt', results);
  progress.done(`${paid.length} chữ ký`);
  return paid.length;
}
