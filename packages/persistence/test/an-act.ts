import type { ActRecord } from '@khuyenhoc/application';
import { calendarDate, type ActId } from '@khuyenhoc/kernel';
import { systemIds } from '@khuyenhoc/vault';
import type { Network, TestDeps } from './a-network.ts';

/** A decision in the register of the province, in force since the beginning of 2025. */
export async function anAct(
  deps: TestDeps,
  network: Network,
  number = `${systemIds.uuid().slice(-4)}/QĐ`,
): Promise<ActId> {
  const { province, sessions, tenantId } = network;
  const id = systemIds.uuid() as ActId;
  const act: ActRecord = {
    id,
    associationId: province.id,
    path: province.path,
    kind: 'DECISION',
    number,
    title: 'Về việc sắp xếp tổ chức Hội',
    body: 'Ban Chấp hành Hội Khuyến học tỉnh Mẫu',
    signer: 'Chủ tịch Hội',
    issuedOn: calendarDate('2025-01-01'),
    inForceFrom: calendarDate('2025-01-01'),
    inForceTo: null,
    replacedBy: null,
    fileId: null,
    recordedAt: deps.clock.now(),
    recordedBy: sessions.officer.personId,
  };
  await deps.unitOfWork.run(tenantId, ({ acts }) => Promise.resolve(acts.add([act])));
  return id;
}
