import {
  identityNumberWarnings,
  readIdentityNumber,
  personTraitsOf,
  type IdentityNumberWarning,
} from '@khuyenhoc/domain';
import { err, ok, present, type PersonRecordId, type Result } from '@khuyenhoc/kernel';
import { recordedOn } from './opened-record.ts';
import { birthOnPaper, isReplaceable, theOne, type PersonFile } from './person-file.ts';
import { readContent } from './read-content.ts';
import type { RecordContent } from './record-contents.ts';
import type { PersonRecordInput, RecordFault } from './record-input.ts';

/** A record that may be made, what it replaces, and what looks odd about it. */
export interface CheckedRecord {
  readonly record: RecordContent;
  readonly replacesId: PersonRecordId | null;
  readonly warnings: readonly IdentityNumberWarning[];
}

/** Of these a person has one: a new one replaces the one there is without being told so. */
const single: ReadonlySet<string> = new Set(['profile', 'birth', 'identity-number']);

/** Checks a record against what is on file, and says what it replaces. Numbers of other people are asked elsewhere. */
export function checkRecord(
  file: PersonFile,
  { kind, content, replacesId }: PersonRecordInput,
  index: number,
): Result<CheckedRecord, RecordFault> {
  const read = readContent(kind, content);
  if (!read.ok) return err({ code: 'RECORD_INVALID', index, problems: read.error });
  if (replacesId !== null && !isReplaceable(file, replacesId, kind))
    return err({ code: 'RECORD_NOT_REPLACEABLE', index, recordId: replacesId });
  const before = single.has(kind) ? theOne(file, kind) : undefined;
  if (
    before?.kind === 'identity-number' &&
    read.value.kind === 'identity-number' &&
    before.content.number !== read.value.content.number &&
    replacesId !== before.id
  ) {
    return err({
      code: 'PERSON_HAS_ANOTHER_NUMBER',
      index,
      recordId: before.id,
      recordedOn: recordedOn(before),
    });
  }
  return ok({
    record: read.value,
    replacesId: replacesId ?? before?.id ?? null,
    warnings: warningsOf(file, read.value),
  });
}

/** A number or a birth that says something else than the other one on file. */
export function warningsOf(file: PersonFile, record: RecordContent): readonly IdentityNumberWarning[] {
  if (record.kind !== 'identity-number') return [];
  const number = present(readIdentityNumber(record.content.number), 'a personal number that was read');
  const birth = birthOnPaper(file) ?? personTraitsOf(file.profile, null).birth;
  return identityNumberWarnings(number, { birth, sex: theOne(file, 'birth')?.content.sex ?? null });
}
