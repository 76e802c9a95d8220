import { err, ok, present, type ConsentId, type Result } from '@khuyenhoc/kernel';
import type { Digest } from '@khuyenhoc/audit';
import { authorize, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import { once, type IdempotencyKeyReused } from '../commands/once.ts';
import { recordPersonHistory } from '../histories/record-history.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConsentRecord, ConsentSubject } from '../ports/consents.ts';
import type { Ids } from '../ports/ids.ts';
import type { Repositories, UnitOfWork } from '../ports/unit-of-work.ts';
import type { Vault } from '../ports/vault.ts';
import type { Session } from '../session.ts';
import type { ConsentFault, ConsentInput } from './consent-input.ts';
import { evidenceToText } from './consent-evidence.ts';
import { whyNotConsent } from './why-not-consent.ts';

export interface ConsentDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly vault: Vault;
  readonly digest: Digest;
  readonly unitOfWork: UnitOfWork;
}

export interface GiveConsentsInput {
  readonly consents: readonly ConsentInput[];
  readonly idempotencyKey: string;
}

export type GiveConsentsRefusal = Forbidden | NotFound | IdempotencyKeyReused | ConsentFault;

/**
 * Records consents that were given, all or none, each as an event of the person's history. Who gave it in words and on which
 * paper is sealed under the person's key. It makes nothing public: the next publication shows what it allows.
 */
export async function giveConsents(
  deps: ConsentDeps,
  session: Session,
  { consents: inputs, idempotencyKey }: GiveConsentsInput,
): Promise<Result<readonly ConsentRecord[], GiveConsentsRefusal>> {
  const at = deps.clock.now();
  const { vault } = deps;
  const asked = {
    action: 'GIVE_CONSENTS',
    consents: inputs.map((one) => ({
      ...one,
      representative: one.representative === null ? null : { ...one.representative },
    })),
  };
  return deps.unitOfWork.run(
    session.tenantId,
    async (repositories): Promise<Result<readonly ConsentRecord[], GiveConsentsRefusal>> => {
      const reach = await authorize(repositories.mandates, session, 'consent.record', at);
      if (!reach.ok) return reach;
      return once<readonly ConsentRecord[], GiveConsentsRefusal>(
        repositories,
        { vault, session, idempotencyKey, recordedAt: at, asked },
        {
          recall: ({ subjectId }) => recall(deps, repositories, inputs, subjectId),
          async act() {
            const subjects = await lockNamed(repositories, inputs);
            const files = await repositories.files.findByIds(inputs.flatMap(({ fileId }) => fileId ?? []));
            const fault = whyNotConsent({ vault, reach: reach.value.path, at, subjects, files }, inputs);
            if (fault !== null) return err(fault);
            const batch = deps.ids.uuid();
            const records = inputs.map((input, index) =>
              record(deps, session, subjects, input, idOf(deps, batch, index)),
            );
            repositories.consents.addAll(records);
            await remember(deps, session, reach.value.role, repositories, records);
            return ok({ value: records, subjectId: batch, version: records.length });
          },
        },
      );
    },
  );
}

/** The ids of a list follow from one id, so that a key which remembers that one finds them all again. */
function idOf({ digest }: Pick<ConsentDeps, 'digest'>, batch: string, index: number): ConsentId {
  const hex = digest(`${batch} ${index}`);
  return `${batch.slice(0, 24)}${hex.slice(0, 12)}` as ConsentId;
}

async function recall(
  deps: ConsentDeps,
  { consents }: Repositories,
  inputs: readonly ConsentInput[],
  batch: string,
): Promise<readonly ConsentRecord[]> {
  const ids = inputs.map((_, index) => idOf(deps, batch, index));
  const byId = new Map((await consents.findByIds(ids)).map((one) => [one.id, one]));
  return ids.map((id) => present(byId.get(id), 'a consent that a key recorded'));
}

async function lockNamed(
  { consents }: Repositories,
  inputs: readonly ConsentInput[],
): Promise<ReadonlyMap<ConsentInput['personId'], ConsentSubject>> {
  const ids = inputs.flatMap(({ personId, representative }) => [personId, representative?.personId ?? []].flat());
  const subjects = await consents.lockSubjects([...new Set(ids)]);
  return new Map(subjects.map((one) => [one.person.id, one]));
}

function record(
  { vault, clock }: ConsentDeps,
  session: Session,
  subjects: ReadonlyMap<ConsentInput['personId'], ConsentSubject>,
  input: ConsentInput,
  id: ConsentId,
): ConsentRecord {
  const { person } = present(subjects.get(input.personId), 'the person of a consent');
  const { bytes, commitment } = vault.seal(person.key, 'consent', evidenceToText(input));
  return {
    id,
    personId: input.personId,
    purpose: input.purpose,
    giver: input.giver,
    givenOn: input.givenOn,
    withdrawnOn: null,
    representativeId: input.representative?.personId ?? null,
    fileId: input.fileId,
    evidence: bytes,
    commitment,
    recordedAt: clock.now(),
    recordedBy: session.personId,
  };
}

async function remember(
  { digest, clock }: ConsentDeps,
  { tenantId, personId, mandate }: Session,
  role: Session['mandate']['role'],
  { histories }: Repositories,
  records: readonly ConsentRecord[],
): Promise<void> {
  const at = clock.now();
  const by = { personId, mandateId: mandate.id, role };
  // Each holds from the day on its paper, so each day has an entry of its own.
  for (const [on, ofDay] of Map.groupBy(records, ({ givenOn }) => givenOn)) {
    await recordPersonHistory(
      { histories, digest },
      { tenantId, by, at, on },
      ofDay.map((one) => ({
        personId: one.personId,
        type: 'person.consented@1',
        data: {
          consent: one.id,
          purpose: one.purpose,
          giver: one.giver,
          representative: one.representativeId,
          file: one.fileId,
          evidence: one.commitment,
        },
      })),
    );
  }
}
