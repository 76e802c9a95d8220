import { calendarDate, type CalendarDate } from '@khuyenhoc/kernel';

/**
 * The ages at which a child's own word counts, dated, each with the document it comes from. It stands apart from the rule that
 * uses it, so that a new law is a new row. None of it has been confirmed by a lawyer.
 */
export interface ConsentAges {
  readonly from: CalendarDate;
  /** The last day, or null while no end is known. */
  readonly to: CalendarDate | null;
  /** From this age (full years) a child is asked, beside its representative. */
  readonly askedFromAge: number;
  /** Below this age a person is a child, for whom a representative speaks. */
  readonly childBelowAge: number;
  readonly reference: { readonly vi: string; readonly en: string };
}

const childLaw = { vi: 'Luật Trẻ em 2016, Điều 1', en: 'Law on Children 2016, Art. 1' };

export const consentAges: readonly ConsentAges[] = [
  {
    from: calendarDate('2017-07-01'),
    to: calendarDate('2025-12-31'),
    askedFromAge: 7,
    childBelowAge: 16,
    reference: {
      vi: `Nghị định 56/2017/NĐ-CP; ${childLaw.vi}`,
      en: `Decree 56/2017/ND-CP; ${childLaw.en}`,
    },
  },
  {
    from: calendarDate('2026-01-01'),
    to: null,
    askedFromAge: 7,
    childBelowAge: 16,
    reference: {
      vi: `Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 24; ${childLaw.vi}`,
      en: `Personal Data Protection Law 91/2025/QH15, Art. 24; ${childLaw.en}`,
    },
  },
];

/** The ages that hold on a day, or null when no document known here says anything about it. */
export function consentAgesOn(on: CalendarDate): ConsentAges | null {
  return consentAges.find(({ from, to }) => from <= on && (to === null || on <= to)) ?? null;
}

/** The day on which a person completes so many years. Born on 29 February, that is 1 March of other years. */
export function birthdayOf(birthDate: CalendarDate, years: number): CalendarDate {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const then = new Date(Date.UTC(Number(year) + years, Number(month) - 1, Number(day)));
  return calendarDate(then.toISOString().slice(0, 10));
}
