import { calendarDate, type TenantId } from '@khuyenhoc/kernel';
import { sha256, systemIds } from '@khuyenhoc/vault';
import type { Network, TestDeps } from '../a-network.ts';

/** That the network once took over from another one, in which nothing was open. */
export async function addCrossing(deps: TestDeps, { tenantId }: Network): Promise<void> {
  await deps.unitOfWork.run(tenantId, ({ tenants }) => {
    tenants.addCrossing({
      groupId: systemIds.uuid(),
      side: 'in',
      counterpart: { id: systemIds.uuid() as TenantId, name: 'Hội Khuyến học tỉnh Cũ' },
      act: { number: '12/QĐ', body: 'Ủy ban nhân dân tỉnh', date: calendarDate('2024-12-01') },
      on: calendarDate('2025-01-01'),
      summary: { associations: 1, funds: 0, campaigns: 0, awards: {}, people: 0, mandatesEnded: 0, moved: {} },
      summaryHash: sha256('nothing was open'),
      recordedAt: deps.clock.now(),
    });
    return Promise.resolve();
  });
}
