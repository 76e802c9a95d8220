import { canonicalJson, err, ok, type Result } from '@khuyenhoc/kernel';
import {
  circular22,
  circular27,
  circular58,
  describeIssues,
  type DataProblem,
  type StudyScale,
} from '@khuyenhoc/rules';
import type { PersonRecordKind } from '../ports/people.ts';
import { recordForms, type RecordContent } from './record-contents.ts';

/** Reads what someone wants to record: the form of its kind, or every place that is wrong at once. */
export function readContent(kind: PersonRecordKind, given: unknown): Result<RecordContent, readonly DataProblem[]> {
  const parsed = recordForms[kind].safeParse(given);
  if (!parsed.success) return err(describeIssues(parsed.error));
  // The table's form of a kind gives the content of that kind; TypeScript cannot follow the index.
  const record = { kind, content: parsed.data } as RecordContent;
  const problem = offScale(record);
  return problem === null ? ok(record) : err([problem]);
}

/** A content as the text that is sealed. */
export function contentToText({ content }: RecordContent): string {
  return canonicalJson(content);
}

/** Reads a content from its sealed text. Throws when it does not have the form it was recorded in. */
export function contentFromText(kind: PersonRecordKind, text: string): RecordContent {
  return { kind, content: recordForms[kind].parse(JSON.parse(text)) } as RecordContent;
}

const scales: readonly StudyScale[] = [circular22, circular27, circular58];

/** A level that its own scale does not have would be read as another scale's level of the same name. */
function offScale({ kind, content }: RecordContent): DataProblem | null {
  if (kind !== 'study-result') return null;
  const level = content.values['level'];
  const scale = scales.find(({ id }) => id === content.scale);
  if (level === undefined || scale === undefined || Object.hasOwn(scale.levels, level)) return null;
  const levels = Object.keys(scale.levels).join(', ');
  return {
    path: 'values.level',
    message: {
      vi: `${scale.title.vi} không có mức "${level}"; hãy ghi một trong: ${levels}.`,
      en: `${scale.title.en} has no level "${level}"; use one of: ${levels}.`,
    },
  };
}
