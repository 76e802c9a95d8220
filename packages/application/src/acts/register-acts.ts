import type { Digest } from '@khuyenhoc/audit';
import { nearestFirst, type Association } from '@khuyenhoc/domain';
import {
  err,
  ok,
  present,
  vietnamDate,
  type ActId,
  type AssociationId,
  type CalendarDate,
  type Result,
} from '@khuyenhoc/kernel';
import { authorize, reached, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import { once, type IdempotencyKeyReused } from '../commands/once.ts';
import { recordAssociationHistory } from '../histories/record-history.ts';
import { actBodyKey, actNumberKey, type ActName, type ActRecord } from '../ports/acts.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { Repositories, UnitOfWork } from '../ports/unit-of-work.ts';
import type { Vault } from '../ports/vault.ts';
import type { Session } from '../session.ts';
import { cleanAct, faultOfAct, type ActInput, type ActInvalid, type ActPeriodReversed } from './act-input.ts';
import { isInSight } from './act-sight.ts';

export interface ActDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly vault: Vault;
  readonly digest: Digest;
  readonly unitOfWork: UnitOfWork;
}

export interface RegisterActsInput {
  /** In whose register they are put. */
  readonly associationId: AssociationId;
  readonly acts: readonly ActInput[];
  /** The caller's own key: the same list sent twice is registered once. */
  readonly idempotencyKey: string;
}

/** The register, or that of an association above, has the act already: cite that one. */
export interface ActAlreadyRegistered {
  readonly code: 'ACT_ALREADY_REGISTERED';
  readonly index: number;
  readonly number: string;
  readonly issuedOn: CalendarDate;
}

/** The file of an act is not there, or was erased. */
export interface ActFileNotFound {
  readonly code: 'ACT_FILE_NOT_FOUND';
  readonly index: number;
}

type ActFault = ActInvalid | ActPeriodReversed | ActAlreadyRegistered | ActFileNotFound;
export type RegisterActsRefusal = Forbidden | NotFound | IdempotencyKeyReused | ActFault;

/** Puts acts into an association's register, all or none. From then on they can be cited there and below. */
export async function registerActs(
  deps: ActDeps,
  session: Session,
  { associationId, idempotencyKey, ...input }: RegisterActsInput,
): Promise<Result<readonly ActRecord[], RegisterActsRefusal>> {
  const recordedAt = deps.clock.now();
  const given = input.acts.map(cleanAct);
  const asked = { action: 'REGISTER_ACTS', association: associationId, acts: given.map((act) => ({ ...act })) };
  return deps.unitOfWork.run(
    session.tenantId,
    async (repositories): Promise<Result<readonly ActRecord[], RegisterActsRefusal>> => {
      const reach = await authorize(repositories.mandates, session, 'act.register', recordedAt);
      if (!reach.ok) return reach;
      const [found] = await repositories.associations.findByIds([associationId]);
      const association = reached(found, reach.value);
      if (!association.ok) return association;
      return once<readonly ActRecord[], ActFault>(
        repositories,
        { vault: deps.vault, session, idempotencyKey, recordedAt, asked },
        {
          recall: () => recallActs(repositories, associationId, given),
          async act() {
            const fault = await whyNotRegister(repositories, association.value, given, vietnamDate(recordedAt));
            if (fault !== null) return err(fault);
            const { path } = association.value;
            const acts = given.map((act): ActRecord => ({
              ...act,
              id: deps.ids.uuid() as ActId,
              associationId,
              path,
              replacedBy: null,
              recordedAt,
              recordedBy: session.personId,
            }));
            repositories.acts.add(acts);
            const by = { personId: session.personId, mandateId: session.mandate.id, role: reach.value.role };
            await recordAssociationHistory(
              { histories: repositories.histories, digest: deps.digest },
              { tenantId: session.tenantId, by, at: recordedAt, on: vietnamDate(recordedAt) },
              acts.map((act) => ({ associationId, type: 'act.registered@1', data: eventOf(act) })),
            );
            return ok({ value: acts, subjectId: acts[0]?.id ?? session.mandate.id, version: 1 });
          },
        },
      );
    },
  );
}

/** A register has an act once, so the list itself says which they are. */
async function recallActs({ acts }: Repositories, associationId: AssociationId, given: readonly ActInput[]) {
  const byName = new Map((await acts.findByNumbers([associationId], given)).map((act) => [nameOf(act), act]));
  return given.map((act) => present(byName.get(nameOf(act)), 'an act that a key registered'));
}

async function whyNotRegister(
  { acts, files }: Repositories,
  { path }: Association,
  given: readonly ActInput[],
  today: CalendarDate,
): Promise<ActFault | null> {
  const known = new Set((await acts.findByNumbers(nearestFirst(path), given)).map(nameOf));
  const fileIds = given.flatMap(({ fileId }) => (fileId === null ? [] : [fileId]));
  const scans = new Map((await files.findByIds(fileIds)).map((file) => [file.id, file]));
  for (const [index, act] of given.entries()) {
    const fault = faultOfAct({ index, today }, act);
    if (fault !== null) return fault;
    const { number, issuedOn, fileId } = act;
    if (known.has(nameOf(act))) return { code: 'ACT_ALREADY_REGISTERED', index, number, issuedOn };
    known.add(nameOf(act));
    if (fileId === null) continue;
    const scan = scans.get(fileId);
    if (scan === undefined || scan.erasedAt !== null || !isInSight(scan, path))
      return { code: 'ACT_FILE_NOT_FOUND', index };
  }
  return null;
}

function nameOf({ body, number, issuedOn }: ActName): string {
  return JSON.stringify([actBodyKey(body), actNumberKey(number), issuedOn]);
}

function eventOf({ id, kind, number, body, issuedOn, inForceFrom, inForceTo, fileId }: ActRecord) {
  return { act: id, kind, number, body, issuedOn, inForceFrom, inForceTo, file: fileId };
}
