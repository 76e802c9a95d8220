import type { Digest } from '@khuyenhoc/audit';
import { isWithin, type Association, type Path } from '@khuyenhoc/domain';
import { err, ok, vietnamDate, type AssociationId, type FileId, type PersonId, type Result } from '@khuyenhoc/kernel';
import { isErased } from '../erasures/is-erased.ts';
import { authorize, reached, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import { recordAssociationHistory, recordPersonHistory, type HistoryMoment } from '../histories/record-history.ts';
import type { Clock } from '../ports/clock.ts';
import type { FileClaim, FileContentRefusal, FileInspector, FileKind, FileRecord, FileType } from '../ports/files.ts';
import type { Ids } from '../ports/ids.ts';
import type { Repositories, UnitOfWork } from '../ports/unit-of-work.ts';
import type { PersonRecord } from '../ports/registered-people.ts';
import type { Vault } from '../ports/vault.ts';
import type { Session } from '../session.ts';
import { typesOfKind } from './types-of-kind.ts';

export interface StoreFileDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly vault: Vault;
  readonly digest: Digest;
  /** SHA-256 of bytes, in lower-case hex. */
  readonly digestBytes: (bytes: Uint8Array) => string;
  readonly unitOfWork: UnitOfWork;
  readonly inspector: FileInspector;
}

export interface FileInput {
  readonly kind: FileKind;
  /** Who keeps it; null for the association of the mandate. */
  readonly associationId: AssociationId | null;
  /** Whom it is about; null for papers of the association. */
  readonly personId: PersonId | null;
  readonly claim: FileClaim;
  readonly bytes: Uint8Array;
}

/** The file as it is kept. `replayed` says that the same bytes were there already. */
export interface StoredFile {
  readonly file: FileRecord;
  readonly replayed: boolean;
}

/** A file of a type that does not serve its purpose, such as a workbook as a photo. */
export interface FileKindRefusal {
  readonly code: 'FILE_KIND_REFUSED';
  readonly kind: FileKind;
  readonly found: FileType;
  readonly allowed: readonly FileType[];
}

export type StoreFileRefusal = Forbidden | NotFound | FileKindRefusal | FileContentRefusal;

/**
 * Stores a file once it was looked at, encrypted under the key of the person it is about. It needs no key of the caller's: the
 * same bytes of the same kind about the same subject are one file, however often they are sent. One file a call, since it is
 * the body of one request.
 */
export async function storeFile(
  deps: StoreFileDeps,
  session: Session,
  input: FileInput,
): Promise<Result<StoredFile, StoreFileRefusal>> {
  // Asked before the file is looked into, so that only who may store makes the server work for it.
  const asked = await deps.unitOfWork.run(session.tenantId, (repositories) =>
    place(deps, repositories, session, input),
  );
  if (!asked.ok) return asked;
  const inspected = await deps.inspector.inspect(input.bytes, input.claim);
  if (!inspected.ok) return inspected;
  const { type, bytes } = inspected.value;
  const allowed = typesOfKind[input.kind];
  if (!allowed.includes(type)) return err({ code: 'FILE_KIND_REFUSED', kind: input.kind, found: type, allowed });
  return deps.unitOfWork.run(session.tenantId, async (repositories): Promise<Result<StoredFile, StoreFileRefusal>> => {
    const placed = await place(deps, repositories, session, input);
    if (!placed.ok) return placed;
    return ok(await keep(deps, repositories, session, placed.value, { kind: input.kind, type, bytes }));
  });
}

/** Where a file is to lie and under whose key. */
interface Placed {
  readonly association: Association;
  readonly person: PersonRecord | null;
  readonly moment: HistoryMoment;
}

async function place(
  { clock }: StoreFileDeps,
  { mandates, associations, people, files }: Repositories,
  session: Session,
  { associationId, personId }: FileInput,
): Promise<Result<Placed, Forbidden | NotFound>> {
  const at = clock.now();
  const reach = await authorize(mandates, session, 'file.store', at);
  if (!reach.ok) return reach;
  const [found] = await associations.findByIds([associationId ?? session.mandate.associationId]);
  const association = reached(found, reach.value);
  if (!association.ok) return association;
  const [person = null] = personId === null ? [] : await people.findByIds([personId]);
  if (personId !== null && (person === null || !(await isKnownTo(files, person, reach.value.path))))
    return err({ code: 'NOT_FOUND' });
  const by = { personId: session.personId, mandateId: session.mandate.id, role: reach.value.role };
  const moment = { tenantId: session.tenantId, by, at, on: vietnamDate(at) };
  return ok({ association: association.value, person, moment });
}

/** A child that another unit registered years ago may still be the nominee here. Who was erased is nobody any more. */
async function isKnownTo(files: Repositories['files'], person: PersonRecord, path: Path): Promise<boolean> {
  if (isErased(person)) return false;
  return isWithin(person.path, path) || files.concerns(person.id, path);
}

async function keep(
  { ids, vault, digest, digestBytes }: StoreFileDeps,
  { files, histories }: Repositories,
  { tenantId, personId }: Session,
  { association, person, moment }: Placed,
  { kind, type, bytes }: { readonly kind: FileKind; readonly type: FileType; readonly bytes: Uint8Array },
): Promise<StoredFile> {
  const commitment =
    person === null
      ? vault.blindIndex(tenantId, 'file', `${association.id} ${digestBytes(bytes)}`)
      : vault.commitToFile(person.key, bytes);
  const standing = await files.findByCommitment(association.id, kind, commitment);
  if (standing !== null) return { file: standing, replayed: true };
  const ownKey = person === null ? vault.newSubject() : null;
  const file: FileRecord = {
    id: ids.uuid() as FileId,
    associationId: association.id,
    path: association.path,
    kind,
    personId: person?.id ?? null,
    key: ownKey,
    commitment,
    type,
    sizeBytes: bytes.byteLength,
    recordedAt: moment.at,
    recordedBy: personId,
    erasedAt: null,
  };
  files.add(file, vault.encryptFile(ownKey ?? person?.key ?? new Uint8Array(), bytes));
  const data = { file: file.id, kind, content: commitment };
  const deps = { histories, digest };
  if (person === null)
    await recordAssociationHistory(deps, moment, [{ associationId: association.id, type: 'file.stored@1', data }]);
  else await recordPersonHistory(deps, moment, [{ personId: person.id, type: 'file.stored@1', data }]);
  return { file, replayed: false };
}
