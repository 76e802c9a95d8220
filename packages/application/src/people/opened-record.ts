import { vietnamDate, type CalendarDate, type Instant, type PersonId, type PersonRecordId } from '@khuyenhoc/kernel';
import type { StoredRecord } from '../ports/people.ts';
import type { Vault, WrappedKey } from '../ports/vault.ts';
import { contentFromText } from './read-content.ts';
import type { RecordContent } from './record-contents.ts';

/** Something that was written down about a person, readable, with who wrote it when. */
export type OpenedRecord = RecordContent & {
  readonly id: PersonRecordId;
  readonly personId: PersonId;
  readonly recordedAt: Instant;
  readonly recordedBy: PersonId;
  readonly replacesId: PersonRecordId | null;
};

/** Opens a stored record under its person's key. Its commitment is what the history of the person names. */
export function openRecord(vault: Vault, key: WrappedKey, record: StoredRecord): OpenedRecord {
  const { id, personId, recordedAt, recordedBy, replacesId } = record;
  return {
    ...contentFromText(record.kind, vault.open(key, record.bytes)),
    id,
    personId,
    recordedAt,
    recordedBy,
    replacesId,
  };
}

/** The records that no other one replaced, in the order they were made. */
export function currentRecords<Some extends Pick<StoredRecord, 'id' | 'replacesId'>>(
  records: readonly Some[],
): readonly Some[] {
  const replaced = new Set(records.map(({ replacesId }) => replacesId));
  return records.filter(({ id }) => !replaced.has(id));
}

/**
 * The records that hold on a day: those current then whose own period has the day in it. What was recorded later about an earlier
 * day counts, since a paper that came late was true before; what has no period holds until it is replaced.
 */
export function recordsOn(records: readonly OpenedRecord[], on: CalendarDate): readonly OpenedRecord[] {
  return currentRecords(records).filter((record) => {
    const { from, to } = periodOf(record);
    return (from === null || from <= on) && (to === null || on <= to);
  });
}

/** The period that a record itself tells. */
export function periodOf({ content }: RecordContent): {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
} {
  return 'from' in content ? { from: content.from, to: content.to } : { from: null, to: null };
}

/** The day a record was made, in Việt Nam. */
export function recordedOn({ recordedAt }: Pick<OpenedRecord, 'recordedAt'>): CalendarDate {
  return vietnamDate(recordedAt);
}
