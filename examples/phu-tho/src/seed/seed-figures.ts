import { recordFigures, type Session } from '@khuyenhoc/application';
import type { CountingUnit, FigureToRecord } from '@khuyenhoc/domain';
import { calendarDate } from '@khuyenhoc/kernel';
import type { Application } from '@khuyenhoc/server';
import { congressFigures } from '../congress-figures.ts';
import { reportedFigures } from '../figures.ts';
import { networkCounts } from '../network.ts';
import { accepted } from './accepted.ts';

/** What the province reported of itself. Its key makes it one effect, however often the example starts. */
export async function seedFigures(application: Application, officer: Session): Promise<void> {
  const figures = [...halfYearOf2024(officer), ...congressOf2023(officer)];
  accepted(await recordFigures(application.useCases, officer, { figures, idempotencyKey: 'example figures' }));
}

type Told = readonly [indicator: string, value: number | bigint, unit: CountingUnit, precision: 'exact' | 'over'];

function halfYearOf2024({ mandate }: Session): readonly FigureToRecord[] {
  const { members, mobilisedVnd, mobilisedForFundVnd, fundBalanceVnd, giftsAndRewards, giftsAndRewardsVnd } =
    reportedFigures;
  const told: readonly Told[] = [
    ['direct-associations', networkCounts.direct, 'ASSOCIATIONS', 'exact'],
    ['grass-roots-associations', networkCounts.grassRoots, 'ASSOCIATIONS', 'exact'],
    ['branches-and-boards', networkCounts.base, 'ASSOCIATIONS', 'exact'],
    ['members', members.value, 'PERSONS', members.precision],
    ['mobilised', mobilisedVnd.value, 'VND', mobilisedVnd.precision],
    ['mobilised-for-fund', mobilisedForFundVnd.value, 'VND', mobilisedForFundVnd.precision],
    ['fund-balance', fundBalanceVnd.value, 'VND', fundBalanceVnd.precision],
    // Gifts are counted as often as they were given, which is more often than there are pupils.
    ['gifts-and-rewards', giftsAndRewards.value, 'TIMES', giftsAndRewards.precision],
    ['gifts-and-rewards-amount', giftsAndRewardsVnd.value, 'VND', giftsAndRewardsVnd.precision],
  ];
  return told.map(([indicator, value, unit, precision]): FigureToRecord => ({
    associationId: mandate.associationId,
    indicator,
    asOf: calendarDate(reportedFigures.asOf),
    value: BigInt(value),
    precision: precision === 'exact' ? 'EXACT' : 'OVER',
    unit,
    denominator: null,
    source: 'Báo Phú Thọ 217340',
    replaces: null,
  }));
}

function congressOf2023({ mandate }: Session): readonly FigureToRecord[] {
  const { asOf, source, members, wholes, communeAssociations, branchesAndBoards } = congressFigures;
  const figure = (indicator: string, value: number, unit: CountingUnit): FigureToRecord => ({
    associationId: mandate.associationId,
    indicator,
    asOf: calendarDate(asOf),
    value: BigInt(value),
    precision: 'EXACT',
    unit,
    denominator: null,
    source,
    replaces: null,
  });
  return [
    figure('commune-associations', communeAssociations, 'ASSOCIATIONS'),
    figure('branches-and-boards', branchesAndBoards, 'ASSOCIATIONS'),
    ...wholes.map((whole): FigureToRecord => ({
      ...figure('members', members, 'PERSONS'),
      denominator: { ...whole, value: BigInt(whole.value), precision: 'ABOUT' },
    })),
  ];
}
