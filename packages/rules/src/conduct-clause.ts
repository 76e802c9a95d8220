import { clause, unknownClause } from './build-clause.ts';
import { canonicalData } from './canonical-data.ts';
import type { Clause, Remedy } from './clause.ts';
import { inputsOf, listedFacts, type ListedFact } from './fact-input.ts';
import type { ConductResult, Facts } from './facts.ts';
import type { Localized } from './localized.ts';

/** Of which school year, and which levels are good enough, best first. */
export interface ConductRequirement {
  readonly code: string;
  readonly title: Localized;
  readonly facts: Facts;
  readonly schoolYear: string;
  readonly accepted: readonly string[];
}

const words: { readonly [level: string]: string | undefined } = {
  tot: 'Tốt',
  kha: 'Khá',
  'trung-binh': 'Trung bình',
  dat: 'Đạt',
  'chua-dat': 'Chưa đạt',
  'can-co-gang': 'Cần cố gắng',
  yeu: 'Yếu',
};

/** Passes when the conduct of the school year is at one of the accepted levels. */
export function conductClause({ code, title, facts, schoolYear, accepted }: ConductRequirement): Clause {
  const wanted = { vi: `kết quả rèn luyện năm học ${schoolYear}`, en: `the conduct result of ${schoolYear}` };
  const results = listedFacts('conduct', facts.conduct ?? [], (result) => result.schoolYear === schoolYear);
  const [first] = results;
  if (first === undefined) return unknownClause({ code, title, missing: ['conduct'], wanted });

  const passed = results.find(({ value }) => accepted.includes(value.level));
  const { level } = (passed ?? first).value;
  const word = words[level] ?? level;
  const verdict =
    passed === undefined
      ? { vi: 'chưa đạt yêu cầu', en: 'which is not enough' }
      : { vi: 'đạt yêu cầu', en: 'which is enough' };
  return clause({
    code,
    title,
    result: passed === undefined ? 'fail' : 'pass',
    sentence: {
      vi: `Rèn luyện năm học ${schoolYear}: "${word}", ${verdict.vi}.`,
      en: `Conduct in ${schoolYear}: "${word}", ${verdict.en}.`,
    },
    inputs: inputsOf(passed === undefined ? results : [passed]),
    ...(passed === undefined ? { remedies: correctedConduct(first, accepted) } : {}),
  });
}

function correctedConduct({ path, value }: ListedFact<ConductResult>, accepted: readonly string[]): readonly Remedy[] {
  const level = accepted.at(-1);
  if (level === undefined) return [];
  const word = words[level] ?? level;
  return [
    {
      kind: 'result',
      path,
      to: canonicalData({ ...value, level }),
      sentence: {
        vi: `Nếu kết quả rèn luyện năm học ${value.schoolYear} ghi sai: nhà trường đính chính thành ít nhất "${word}".`,
        en: `If the conduct of ${value.schoolYear} was recorded wrongly: the school corrects it to at least "${word}".`,
      },
    },
  ];
}
