import type { CalendarDate, FigureId } from '@khuyenhoc/kernel';
import type { Figure, RecordedFigure } from './reported-figure.ts';

/** A figure that is to be recorded, perhaps in the place of an older one. */
export interface FigureToRecord extends Figure {
  readonly replaces: FigureId | null;
}

/** What is wrong with one figure of a list, which is recorded whole or not at all. */
export type FigureFault =
  | { readonly code: 'INDICATOR_INVALID'; readonly index: number; readonly given: string }
  | { readonly code: 'VALUE_NEGATIVE'; readonly index: number; readonly value: bigint }
  | { readonly code: 'DENOMINATOR_INVALID'; readonly index: number; readonly value: bigint }
  | {
      readonly code: 'AS_OF_IN_FUTURE';
      readonly index: number;
      readonly asOf: CalendarDate;
      readonly today: CalendarDate;
    }
  /** The same is on record, or stands twice in the list: then a correction is meant, or nothing. */
  | { readonly code: 'ALREADY_REPORTED'; readonly index: number; readonly by: FigureId | null }
  /** The figure to be replaced is of another association or indicator, or is not there. */
  | { readonly code: 'REPLACED_NOT_FOUND'; readonly index: number }
  /** It was replaced before; the replacement is what can be corrected. */
  | { readonly code: 'REPLACED_ALREADY'; readonly index: number; readonly by: FigureId | null };

/** What is on record of the associations of the list: every figure of the indicators that it names. */
export interface FiguresOnRecord {
  readonly figures: readonly RecordedFigure[];
  readonly today: CalendarDate;
}

const indicatorPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const indicatorLimit = 60;

/** Every fault of a list of figures, in the order of the list. */
export function checkFigures(
  given: readonly FigureToRecord[],
  { figures, today }: FiguresOnRecord,
): readonly FigureFault[] {
  const byId = new Map(figures.map((one) => [one.id, one]));
  const replacedBy = new Map<string, FigureId | null>(
    figures.flatMap(({ id, replaces }) => (replaces === null ? [] : [[replaces, id]])),
  );
  const standing = new Map<string, FigureId | null>(
    figures.filter(({ id }) => !replacedBy.has(id)).map((one) => [statementOf(one), one.id]),
  );
  return given.flatMap((figure, index): readonly FigureFault[] => {
    const wrong = wrongInItself(figure, index, today);
    if (wrong.length > 0) return wrong;
    if (figure.replaces !== null) {
      const replaced = byId.get(figure.replaces);
      if (replaced === undefined || !isOfSameKind(replaced, figure)) return [{ code: 'REPLACED_NOT_FOUND', index }];
      const by = replacedBy.get(figure.replaces);
      if (by !== undefined) return [{ code: 'REPLACED_ALREADY', index, by }];
      replacedBy.set(figure.replaces, null);
      standing.delete(statementOf(replaced));
    }
    const by = standing.get(statementOf(figure));
    if (by !== undefined) return [{ code: 'ALREADY_REPORTED', index, by }];
    standing.set(statementOf(figure), null);
    return [];
  });
}

function wrongInItself(
  { indicator, value, denominator, asOf }: Figure,
  index: number,
  today: CalendarDate,
): readonly FigureFault[] {
  const faults: FigureFault[] = [];
  for (const code of [indicator, ...(denominator === null ? [] : [denominator.indicator])])
    if (!indicatorPattern.test(code) || code.length > indicatorLimit)
      faults.push({ code: 'INDICATOR_INVALID', index, given: code.slice(0, indicatorLimit) });
  if (value < 0n) faults.push({ code: 'VALUE_NEGATIVE', index, value });
  if (denominator !== null && denominator.value <= 0n)
    faults.push({ code: 'DENOMINATOR_INVALID', index, value: denominator.value });
  if (asOf > today) faults.push({ code: 'AS_OF_IN_FUTURE', index, asOf, today });
  return faults;
}

/** What one statement is about. The same number of members over two denominators is two statements, and both stand. */
function statementOf({ associationId, indicator, asOf, denominator }: Figure): string {
  return `${associationId} ${indicator} ${asOf} ${denominator?.indicator ?? '-'}`;
}

function isOfSameKind(one: Figure, other: Figure): boolean {
  return one.associationId === other.associationId && one.indicator === other.indicator;
}
