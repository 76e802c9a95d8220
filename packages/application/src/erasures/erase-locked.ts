import type { ErasureReason, HistoryActor } from '@khuyenhoc/domain';
import type { Digest } from '@khuyenhoc/audit';
import { vietnamDate, type ActId, type Instant, type TenantId } from '@khuyenhoc/kernel';
import { recordPersonHistory } from '../histories/record-history.ts';
import type { ListOfSubject, ListWithoutSubject, SubjectToErase } from '../ports/erasures.ts';
import type { Repositories } from '../ports/unit-of-work.ts';
import type { Vault } from '../ports/vault.ts';

/** Under which name, when and why people are erased. */
export interface ErasureMoment {
  readonly tenantId: TenantId;
  readonly by: HistoryActor;
  readonly at: Instant;
  readonly reason: ErasureReason;
  readonly actId: ActId | null;
}

/** Erases people that are locked. The lists they were imported with come under new keys, so that an old key opens nothing of them. */
export async function eraseLocked(
  { vault, digest }: { readonly vault: Vault; readonly digest: Digest },
  { erasures, files, histories }: Pick<Repositories, 'erasures' | 'files' | 'histories'>,
  subjects: readonly SubjectToErase[],
  { tenantId, by, at, reason, actId }: ErasureMoment,
): Promise<void> {
  const ids = subjects.map(({ person }) => person.id);
  if (ids.length === 0) return;
  const lists = await erasures.lockLists(ids);
  await erasures.replaceLists(lists.map((list) => withoutSubject(vault, list)));
  await files.eraseOf(ids, at);
  await erasures.erase(ids);
  const erasedBy = 'operator' in by ? null : by.personId;
  await erasures.record(ids.map((personId) => ({ personId, reason, actId, erasedAt: at, erasedBy })));
  await recordPersonHistory(
    { histories, digest },
    { tenantId, by, at, on: vietnamDate(at) },
    subjects.map(({ person, awards }) => ({
      personId: person.id,
      type: 'person.erased@1',
      data: { reason, act: actId, awards: awards.length },
    })),
  );
}

/** The rows of others are sealed anew; the file as it was uploaded holds everybody and cannot be kept. */
function withoutSubject(vault: Vault, { importId, key, name, rows }: ListOfSubject): ListWithoutSubject {
  const fresh = vault.newSubject();
  const sealAgain = (bytes: Uint8Array) => vault.encrypt(fresh, vault.open(key, bytes));
  return {
    importId,
    key: fresh,
    name: name === null ? null : sealAgain(name),
    rows: rows.map(({ rowNumber, values, isSubjects }) => ({
      rowNumber,
      values: isSubjects || values.length === 0 ? new Uint8Array() : sealAgain(values),
    })),
  };
}
