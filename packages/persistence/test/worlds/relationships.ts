import { declareRelationships } from '@khuyenhoc/application';
import { calendarDate, type PersonId } from '@khuyenhoc/kernel';
import { systemIds } from '@khuyenhoc/vault';
import { accepted, type Network, type TestDeps } from '../a-network.ts';

/** The approver of a network is a nominee's brother. */
export async function addRelationship(deps: TestDeps, network: Network, nomineeId: PersonId): Promise<void> {
  const relationship = {
    personId: network.sessions.approver.personId,
    relatedPersonId: nomineeId,
    kind: 'SIBLING' as const,
    validFrom: calendarDate('2020-01-01'),
    validTo: null,
  };
  const input = { relationships: [relationship], idempotencyKey: systemIds.uuid() };
  accepted(await declareRelationships(deps, network.sessions.officer, input));
}
