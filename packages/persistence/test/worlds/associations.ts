import { foundAssociations, previewReorganisation, reorganise } from '@khuyenhoc/application';
import { atFounding } from '@khuyenhoc/domain';
import { calendarDate, present } from '@khuyenhoc/kernel';
import { systemIds } from '@khuyenhoc/vault';
import { accepted, type Network, type TestDeps } from '../a-network.ts';
import { anAct } from '../an-act.ts';

/** Two communes of the province, of which one took over from the other. */
export async function aSuccession(deps: TestDeps, network: Network): Promise<void> {
  const { province, sessions } = network;
  const actId = await anAct(deps, network);
  const foundedOn = calendarDate('2025-06-01');
  const units = ['Hội Khuyến học xã Cũ', 'Hội Khuyến học xã Mới'].map((name) => {
    const { closedOn: _, ...traits } = atFounding;
    return { ...traits, name, typeCode: 'COMMUNE', parentId: province.id, foundedOn };
  });
  const founding = { actId, on: foundedOn, units, idempotencyKey: systemIds.uuid() };
  const [old, successor] = accepted(await foundAssociations(deps, sessions.officer, founding));
  const order = {
    kind: 'MERGE',
    from: [present(old, 'the old commune').id],
    into: { kind: 'EXISTING', id: present(successor, 'the new commune').id },
    mandates: 'END',
    funds: [],
  } as const;
  const input = { actId, on: calendarDate('2025-06-20'), order };
  const { hash } = accepted(await previewReorganisation(deps, sessions.officer, input));
  accepted(await reorganise(deps, sessions.officer, { ...input, planHash: hash, idempotencyKey: systemIds.uuid() }));
}
