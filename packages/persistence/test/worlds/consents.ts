import { applyErasures, giveConsents, setPublicationProfile, withdrawConsents } from '@khuyenhoc/application';
import { calendarDate, present, type CampaignId, type PersonId } from '@khuyenhoc/kernel';
import { systemIds } from '@khuyenhoc/vault';
import { accepted, type Network, type TestDeps } from '../a-network.ts';

/** Consents of one child, one of them withdrawn; a profile of the campaign; and another child that was erased. */
export async function consentsAndErasures(
  deps: TestDeps,
  network: Network,
  campaignId: CampaignId,
  [child, erased]: readonly [PersonId, PersonId],
): Promise<void> {
  const { nominator, officer } = network.sessions;
  const consent = {
    personId: child,
    purpose: 'PUBLISH_NAME' as const,
    giver: 'REPRESENTATIVE' as const,
    representative: { personId: null, name: 'Người đại diện', relation: 'mẹ' },
    fileId: null,
    paper: 'Tờ 1',
    givenOn: calendarDate('2025-06-20'),
  };
  const consents = [consent, { ...consent, purpose: 'PUBLISH_SCHOOL' as const }];
  const given = accepted(await giveConsents(deps, nominator, { consents, idempotencyKey: systemIds.uuid() }));
  const withdrawals = [{ consentId: present(given[0], 'a consent').id }];
  accepted(await withdrawConsents(deps, nominator, { withdrawals, idempotencyKey: systemIds.uuid() }));
  const fields = { NAME: 'MASKED', GRADE: 'MASKED', SCHOOL: 'CONSENTED' } as const;
  const profile = { campaignId, fields, expectedVersion: 0, idempotencyKey: systemIds.uuid() };
  accepted(await setPublicationProfile(deps, officer, profile));
  const erasedAt = deps.clock.now();
  const listed = [{ personId: erased, reason: 'REQUESTED' as const, actId: null, erasedAt }];
  await applyErasures(deps, network.tenantId, listed);
}
