import { createHash } from 'node:crypto';
import type {
  AwardView,
  CampaignView,
  Clock,
  EventOf,
  PlaceReads,
  PublicReads,
  Reads,
  Session,
  StoredSealedValue,
  Vault,
} from '@khuyenhoc/application';
import {
  AllotmentPlan,
  Balances,
  compileWorkflow,
  decideNomination,
  parsePath,
  standardTemplate,
  type AwardDecision,
  type Path,
  type Role,
} from '@khuyenhoc/domain';
import {
  calendarDate,
  instant,
  type AssociationId,
  type AwardId,
  type CampaignId,
  type MandateId,
  type PersonId,
  type TenantId,
} from '@khuyenhoc/kernel';
import { ruleModuleRegistry } from '@khuyenhoc/rules';
import type { GraphQLDeps, Viewer } from '../src/context.ts';

/** Makers for the smallest network that tells something: a province, a commune below it, and one campaign. */
export const tenantId = '0199aaaa-0000-7000-8000-000000000001' as TenantId;
export const otherTenantId = '0199aaaa-0000-7000-8000-000000000002' as TenantId;
export const campaignId = '0199bbbb-0000-7000-8000-000000000001' as CampaignId;
export const province = 'aaaaaaaaaa' as AssociationId;
const commune = 'bbbbbbbbbb' as AssociationId;
export const provincePath = parsePath(`/${province}/`);
export const communePath = parsePath(`/${province}/${commune}/`);

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const digest = hash;
export const workflow = compileWorkflow(standardTemplate);
export const workflowHash = hash('workflow');

export const personIdOf = (n: number) => `0199cccc-0000-7000-8000-${String(n).padStart(12, '0')}` as PersonId;
export const awardIdOf = (n: number) => `0199dddd-0000-7000-8000-${String(n).padStart(12, '0')}` as AwardId;

export function aSession(role: Role, given: { readonly person?: number; readonly path?: Path } = {}): Session {
  const { person = 1, path = provincePath } = given;
  const personId = personIdOf(person);
  return {
    tenantId,
    personId,
    mandate: {
      id: '0199eeee-0000-7000-8000-000000000001' as MandateId,
      personId,
      role,
      associationId: path === provincePath ? province : commune,
      path,
      validFrom: calendarDate('2024-01-01'),
      validTo: null,
    },
  };
}

export const signedIn = (session: Session | null): Viewer => ({
  kind: 'signed-in',
  issuer: 'https://issuer.example',
  subject: 'officer',
  people: [],
  session,
});

export function aCampaign(given: Partial<CampaignView> = {}): CampaignView {
  return {
    tenantId,
    id: campaignId,
    associationId: province,
    path: provincePath,
    title: 'Học bổng vượt khó',
    schoolYear: '2024-2025',
    referenceDate: calendarDate('2024-09-05'),
    state: 'nomination',
    version: 3,
    head: hash('campaign'),
    ruleSetHash: hash('rules'),
    workflowHash,
    createdAt: instant('2024-08-01T00:00:00.000Z'),
    ...given,
  };
}

const aDecision: AwardDecision = {
  ruleSetHash: hash('rules'),
  outcome: 'eligible',
  failedClauses: [],
  items: [{ source: 'main', commodity: 'VND', quantity: 1_000_000n }],
  pool: null,
  factsCommitment: hash('facts'),
  receiptCommitment: hash('receipt'),
};

/** An award as it stands right after a real nomination, with the one event of its history. */
export function aNomination(n: number): { readonly award: AwardView; readonly event: EventOf<AwardId> } {
  const recordedAt = instant('2024-09-10T02:00:00.000Z');
  const change = decideNomination(
    {
      action: 'NOMINATE',
      awardId: awardIdOf(n),
      actor: { personId: personIdOf(7), mandateId: '0199eeee-0000-7000-8000-000000000007' as MandateId },
      idempotencyKey: `nominate-${n}`,
      bodyHash: hash(`${n}`),
      expectedVersion: 0,
      recordedAt,
      effectiveOn: calendarDate('2024-09-10'),
      groupId: '0199ffff-0000-7000-8000-000000000001',
      sealed: [],
      campaignId,
      associationId: commune,
      nomineeId: personIdOf(100 + n),
      matchKey: hash(`child ${n}`),
      decision: aDecision,
    },
    communePath,
    {
      tenantId,
      role: 'nominator',
      alsoAs: [],
      bond: null,
      mandatePath: provincePath,
      campaignPath: provincePath,
      campaignState: 'nomination',
      workflow,
      workflowHash,
      plan: new AllotmentPlan([]),
      books: { lateEntryDays: 30, closedThrough: null },
      balances: new Balances([]),
      digest,
    },
  );
  if (!change.ok) throw new Error(`the maker's own nomination was refused: ${change.error.code}`);
  const { award, event } = change.value;
  return {
    award: { ...award, createdAt: recordedAt, updatedAt: recordedAt },
    event: { subjectId: award.id, ...event },
  };
}

/** Text that only its key opens: enough to tell sealed from open, and one key from another. */
export const aVault: Vault = {
  newSubject: () => Buffer.from('key'),
  seal: (key, label, text) => ({ label, commitment: hash(text), bytes: Buffer.concat([key, Buffer.from(text)]) }),
  encrypt: (key, text) => Buffer.concat([key, Buffer.from(text)]),
  open(key, bytes) {
    const text = Buffer.from(bytes);
    if (!text.subarray(0, key.length).equals(key)) throw new Error('another key');
    return text.subarray(key.length).toString();
  },
  encryptFile: (key, bytes) => Buffer.concat([key, bytes]),
  openFile: (key, bytes) => bytes.subarray(key.length),
  commitToFile: (key, bytes) => hash(Buffer.concat([key, bytes]).toString('latin1')),
  blindIndex: (_tenantId, purpose, text) => hash(`${purpose} ${text}`),
};

export function aSealed(
  awardId: AwardId,
  label: StoredSealedValue['label'],
  text: string,
  key: Uint8Array | null,
): StoredSealedValue {
  const sealed = aVault.seal(Buffer.from('key'), label, text);
  return { awardId, seq: 1, label, commitment: sealed.commitment, bytes: sealed.bytes, key };
}

/** What some ports answer. */
interface Answers {
  readonly reads?: Partial<Reads>;
  readonly publicReads?: Partial<PublicReads>;
  readonly placeReads?: Partial<PlaceReads>;
  readonly clock?: Partial<Clock>;
}

/** Ports of which only those named answer; any other call fails the test. Each call's name is noted. */
export function depsOf(given: Answers = {}) {
  const calls: string[] = [];
  const deps: GraphQLDeps = {
    reads: answering<Reads>('reads', given.reads ?? {}, calls),
    publicReads: answering<PublicReads>('publicReads', given.publicReads ?? {}, calls),
    unitOfWork: answering('unitOfWork', {}, calls),
    plans: answering('plans', {}, calls),
    writer: answering('writer', {}, calls),
    clock: answering<Clock>('clock', given.clock ?? {}, calls),
    ids: answering('ids', {}, calls),
    sheet: answering('sheet', {}, calls),
    placeReads: answering<PlaceReads>('placeReads', given.placeReads ?? {}, calls),
    vault: aVault,
    digest,
    modules: ruleModuleRegistry([], digest),
    lateEntryDays: 30,
  };
  return { deps, calls };
}

function answering<Port extends object>(name: string, answers: Partial<Port>, calls: string[]): Port {
  return new Proxy(answers, {
    get(target, property) {
      const call = `${name}.${String(property)}`;
      const method: unknown = Reflect.get(target, property);
      if (typeof method !== 'function') throw new Error(`${call} was not expected`);
      return (...args: readonly unknown[]): unknown => {
        calls.push(call);
        return Reflect.apply(method, target, args);
      };
    },
  }) as Port;
}

/** The standard workflow as it is stored. */
export const standardSource = JSON.stringify(standardTemplate);
