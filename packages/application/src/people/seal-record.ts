import type { Digest } from '@khuyenhoc/audit';
import type { PersonHappening } from '@khuyenhoc/domain';
import type { Instant, PersonId, PersonRecordId } from '@khuyenhoc/kernel';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { StoredRecord } from '../ports/people.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { Vault, WrappedKey } from '../ports/vault.ts';
import { contentToText } from './read-content.ts';
import type { RecordContent } from './record-contents.ts';

/** What use cases about people are given. */
export interface PeopleDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly vault: Vault;
  readonly digest: Digest;
  readonly unitOfWork: UnitOfWork;
}

/** What is about to be written down, and about whom. */
export interface NewRecord {
  readonly id: PersonRecordId;
  readonly person: { readonly id: PersonId; readonly key: WrappedKey };
  readonly record: RecordContent;
  readonly replacesId: PersonRecordId | null;
  /** The command it came with, under which a second sending finds it again. */
  readonly batchId: string;
  readonly by: PersonId;
  readonly at: Instant;
}

/** Seals a record under its person's key. */
export function sealRecord(vault: Vault, { id, person, record, replacesId, batchId, by, at }: NewRecord): StoredRecord {
  const { bytes, commitment } = vault.seal(person.key, `record ${record.kind}`, contentToText(record));
  return {
    id,
    personId: person.id,
    kind: record.kind,
    bytes,
    commitment,
    batchId,
    recordedAt: at,
    recordedBy: by,
    replacesId,
  };
}

/** What the person's history says of a record: that it was made, and a hash that only its key makes readable. */
export function recordedEvent({
  id,
  personId,
  kind,
  replacesId,
  commitment,
}: StoredRecord): PersonHappening & { readonly personId: PersonId } {
  return {
    personId,
    type: 'person.recorded@1',
    data: { record: id, kind, replaces: replacesId, content: commitment },
  };
}
