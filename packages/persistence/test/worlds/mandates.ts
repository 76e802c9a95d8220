import { coverSeats, grantMandates } from '@khuyenhoc/application';
import type { GrantedMandate } from '@khuyenhoc/domain';
import { calendarDate, present, type ActId } from '@khuyenhoc/kernel';
import { systemIds } from '@khuyenhoc/vault';
import { accepted, type Network, type TestDeps } from '../a-network.ts';

/** A verifier of the first commune who fills the seat of the second. */
export async function aCoveredSeat(deps: TestDeps, network: Network, actId: ActId): Promise<GrantedMandate> {
  const { sessions, thanhAn, binhMinh } = network;
  const [validFrom, validTo] = [calendarDate('2025-01-01'), calendarDate('2026-12-31')];
  const official = { fullName: 'Cán bộ làm thay', identity: null };
  const grants = [
    {
      holder: { kind: 'official' as const, official },
      role: 'verifier' as const,
      associationId: thanhAn.id,
      validFrom,
      validTo,
      actId,
    },
  ];
  const given = await grantMandates(deps, sessions.officer, { grants, idempotencyKey: systemIds.uuid() });
  const { personId } = present(accepted(given)[0], 'a verifier');
  const seat = { associationId: binhMinh.id, role: 'verifier' as const, coveredBy: thanhAn.id };
  const covers = [{ ...seat, personId, validFrom, validTo, actId }];
  const covered = await coverSeats(deps, sessions.officer, { covers, idempotencyKey: systemIds.uuid() });
  return present(accepted(covered)[0], 'a cover');
}
