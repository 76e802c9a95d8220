import { recordFigures } from '@khuyenhoc/application';
import type { FigureToRecord } from '@khuyenhoc/domain';
import { calendarDate, present, type FigureId } from '@khuyenhoc/kernel';
import { systemIds } from '@khuyenhoc/vault';
import { accepted, type Network, type TestDeps } from '../a-network.ts';

/** A commune's members, counted once more: gives the figure that stands now. */
export async function addFigures(deps: TestDeps, network: Network): Promise<FigureId> {
  const record = async (replaces: FigureId | null, value: bigint): Promise<FigureId> => {
    const figure: FigureToRecord = {
      associationId: network.thanhAn.id,
      indicator: 'members',
      asOf: calendarDate('2025-06-01'),
      value,
      precision: 'EXACT',
      unit: 'PERSONS',
      denominator: null,
      source: 'báo cáo của hội',
      replaces,
    };
    const input = { figures: [figure], idempotencyKey: systemIds.uuid() };
    const { figures } = accepted(await recordFigures(deps, network.sessions.officer, input));
    return present(figures[0], 'the figure that was recorded').id;
  };
  return record(await record(null, 700n), 710n);
}
