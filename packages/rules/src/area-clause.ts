import { formatDate, type CalendarDate } from '@khuyenhoc/kernel';
import { clause, unknownClause } from './build-clause.ts';
import type { Clause } from './clause.ts';
import { inputsOf, listedFacts } from './fact-input.ts';
import type { Facts } from './facts.ts';
import { joinLocalized, type Localized } from './localized.ts';

/** Which classes of area count, and on which day the nominating unit's area must be of one of them. */
export interface AreaRequirement {
  readonly code: string;
  readonly title: Localized;
  readonly facts: Facts;
  readonly areaClasses: readonly string[];
  readonly on: CalendarDate;
}

/** Passes when the unit's area is of one of the classes on the day. It proposes no change: a family does not choose where its commune is. */
export function areaClause({ code, title, facts, areaClasses, on }: AreaRequirement): Clause {
  const known = facts.campaign?.areaClasses;
  if (known === undefined) {
    const wanted = { vi: 'khu vực của xã theo ngày', en: 'the area class of the commune by date' };
    return unknownClause({ code, title, missing: ['campaign.areaClasses'], wanted });
  }
  const listed = listedFacts('campaign.areaClasses', known);
  const holding = listed.filter(({ value: { from, to } }) => from <= on && (to === null || on <= to));
  const counted = holding.filter(({ value }) => areaClasses.includes(value.areaClass));
  const found = titlesOf(holding.map(({ value }) => value.areaClass));
  const wanted = titlesOf(areaClasses);
  return clause({
    code,
    title,
    result: counted.length > 0 ? 'pass' : 'fail',
    sentence: {
      vi: `Vào ngày ${formatDate(on)}, địa bàn của đơn vị là: ${found.vi}; diện được xét: ${wanted.vi}.`,
      en: `On ${formatDate(on)} the area of the unit is: ${found.en}; what counts: ${wanted.en}.`,
    },
    inputs: inputsOf(counted.length > 0 ? counted : listed),
  });
}

function titlesOf(areaClasses: readonly string[]): Localized {
  if (areaClasses.length === 0) return { vi: 'không thuộc diện đặc biệt nào', en: 'of no special class' };
  return joinLocalized(areaClasses.map(areaClassTitle), ', ');
}

const titles: { readonly [areaClass: string]: Localized | undefined } = {
  'region-i': { vi: 'xã khu vực I', en: 'commune of region I' },
  'region-ii': { vi: 'xã khu vực II', en: 'commune of region II' },
  'region-iii': { vi: 'xã khu vực III', en: 'commune of region III' },
  border: { vi: 'xã biên giới', en: 'border commune' },
  'safe-zone': { vi: 'xã an toàn khu', en: 'safe-zone commune' },
  coastal: { vi: 'xã bãi ngang ven biển', en: 'coastal commune' },
  island: { vi: 'xã đảo', en: 'island commune' },
};

function areaClassTitle(areaClass: string): Localized {
  return titles[areaClass] ?? { vi: `"${areaClass}"`, en: `"${areaClass}"` };
}
