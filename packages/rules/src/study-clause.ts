import type { AcceptedResults } from './accepted-results.ts';
import { clause, unknownClause } from './build-clause.ts';
import { canonicalData } from './canonical-data.ts';
import type { Clause, Remedy } from './clause.ts';
import { compareDecimals, isDecimal } from './decimal.ts';
import { inputsOf, listedFacts, type ListedFact } from './fact-input.ts';
import type { Facts, StudyResult } from './facts.ts';
import type { Localized } from './localized.ts';
import { levelWord, scaleTitle, secondaryScale } from './study-scale.ts';

/** Of which school year the result must be, and what counts. */
export interface StudyRequirement {
  readonly code: string;
  readonly title: Localized;
  readonly facts: Facts;
  readonly schoolYear: string;
  readonly accepted: AcceptedResults;
}

/**
 * Passes when a whole year's result is among those accepted for its scale. A secondary result on another scale than its
 * grade and year are assessed by is not believed either way: the school is asked.
 */
export function studyClause({ code, title, facts, schoolYear, accepted }: StudyRequirement): Clause {
  const wanted = {
    vi: `kết quả học tập cả năm học ${schoolYear}`,
    en: `the study result of the school year ${schoolYear}`,
  };
  const results = listedFacts('studyResults', facts.studyResults ?? [], (result) => {
    return result.schoolYear === schoolYear && result.period === 'year' && accepted[result.scale] !== undefined;
  });
  const believable = results.filter(({ value }) => !isOnWrongScale(value));
  const passed = believable.find(({ value }) => isAccepted(value, accepted));
  if (passed !== undefined) {
    return clause({
      code,
      title,
      result: 'pass',
      sentence: sentenceOf(passed.value, 'pass'),
      inputs: inputsOf([passed]),
    });
  }
  const [failed] = believable;
  if (failed !== undefined) {
    const remedies = believable.flatMap((result) => correctedResult(result, accepted));
    return clause({
      code,
      title,
      result: 'fail',
      sentence: sentenceOf(failed.value, 'fail'),
      inputs: inputsOf(believable),
      remedies,
    });
  }
  const [misplaced] = results;
  if (misplaced === undefined) return unknownClause({ code, title, missing: ['studyResults'], wanted });
  const sentence = wrongScaleSentence(misplaced.value);
  return clause({ code, title, result: 'unknown', sentence, inputs: inputsOf(results), missing: [misplaced.path] });
}

function isOnWrongScale({ grade, schoolYear, scale }: StudyResult): boolean {
  const official = secondaryScale(grade, schoolYear);
  return official !== null && scale.startsWith('circular-') && scale !== official.id;
}

function isAccepted({ scale, values }: StudyResult, accepted: AcceptedResults): boolean {
  const wanted = accepted[scale];
  if (wanted === undefined) return false;
  if ('levels' in wanted) return wanted.levels.includes(values['level'] ?? '');
  const average = values['average'] ?? '';
  return isDecimal(average) && compareDecimals(average, wanted.average) >= 0;
}

function resultWords({ scale, values }: StudyResult): Localized {
  const { vi, en } = scaleTitle(scale);
  const level = values['level'];
  const word = level === undefined ? (values['average'] ?? '?') : levelWord(scale, level);
  return { vi: `"${word}" (${vi})`, en: `"${word}" (${en})` };
}

function sentenceOf(result: StudyResult, outcome: 'pass' | 'fail'): Localized {
  const { vi, en } = resultWords(result);
  const verdict =
    outcome === 'pass'
      ? { vi: 'đạt yêu cầu', en: 'which is enough' }
      : { vi: 'chưa đạt yêu cầu', en: 'which is not enough' };
  return {
    vi: `Kết quả học tập năm học ${result.schoolYear}, lớp ${result.grade}: ${vi}, ${verdict.vi}.`,
    en: `Study result of ${result.schoolYear}, grade ${result.grade}: ${en}, ${verdict.en}.`,
  };
}

function wrongScaleSentence(result: StudyResult): Localized {
  const given = scaleTitle(result.scale);
  const official = secondaryScale(result.grade, result.schoolYear)?.title ?? given;
  return {
    vi: `Lớp ${result.grade} năm học ${result.schoolYear} được đánh giá theo ${official.vi}, nhưng kết quả ghi theo ${given.vi}. Đề nghị nhà trường xác nhận lại.`,
    en: `Grade ${result.grade} is assessed by ${official.en} in ${result.schoolYear}, but the result stands on ${given.en}. Ask the school to confirm it.`,
  };
}

/** The lowest result that would count, offered only as the correction of a mistake. */
function correctedResult({ path, value }: ListedFact<StudyResult>, accepted: AcceptedResults): readonly Remedy[] {
  const values = leastAccepted(accepted[value.scale]);
  if (values === null) return [];
  const corrected: StudyResult = { ...value, values: { ...value.values, ...values } };
  const least = resultWords(corrected);
  return [
    {
      kind: 'result',
      path,
      to: canonicalData(corrected),
      sentence: {
        vi: `Nếu kết quả năm học ${value.schoolYear} ghi sai: nhà trường đính chính thành ít nhất ${least.vi}.`,
        en: `If the result of ${value.schoolYear} was recorded wrongly: the school corrects it to at least ${least.en}.`,
      },
    },
  ];
}

function leastAccepted(wanted: AcceptedResults[string]): StudyResult['values'] | null {
  if (wanted === undefined) return null;
  if ('average' in wanted) return { average: wanted.average };
  const level = wanted.levels.at(-1);
  return level === undefined ? null : { level };
}
