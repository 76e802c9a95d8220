import {
  foundMatchingGroup,
  foundRecipientGroups,
  nominate,
  recordAboutPeople,
  recordSchools,
} from '@khuyenhoc/application';
import { calendarDate, type CampaignId, type PersonId } from '@khuyenhoc/kernel';
import { systemIds } from '@khuyenhoc/vault';
import { accepted, aNomination, type Network, type TestDeps } from '../a-network.ts';

/** A record, a school, a group of recipients, a matching group with an entry, and a case of two children who may be one. */
export async function addPeople(
  deps: TestDeps,
  { sessions, thanhAn }: Network,
  { campaignId, nomineeId }: { readonly campaignId: CampaignId; readonly nomineeId: PersonId },
): Promise<void> {
  const key = () => systemIds.uuid();
  const claim = { category: 'poor', certificate: null, from: '2025-01-01', to: null };
  const record = { personId: nomineeId, kind: 'claim' as const, content: claim, replacesId: null };
  accepted(await recordAboutPeople(deps, sessions.officer, { records: [record], idempotencyKey: key() }));
  const school = {
    schoolId: null,
    name: 'Trường THCS Mẫu',
    level: 'lower-secondary' as const,
    code: null,
    from: calendarDate('2020-09-01'),
    place: null,
    associationId: thanhAn.id,
  };
  accepted(await recordSchools(deps, sessions.officer, { schools: [school], idempotencyKey: key() }));
  const group = {
    associationId: thanhAn.id,
    kind: 'TEAM' as const,
    name: 'Đội tuyển Mẫu',
    from: calendarDate('2025-01-01'),
    members: [{ personId: nomineeId, share: { parts: 1, whole: 1 } }],
    payeeId: null,
  };
  accepted(await foundRecipientGroups(deps, sessions.officer, { groups: [group], idempotencyKey: key() }));
  const matching = { name: 'Nhóm đối chiếu Mẫu', clerk: 'Văn phòng Hội', invited: [], idempotencyKey: key() };
  accepted(await foundMatchingGroup(deps, sessions.officer, matching));
  // Its words in another order: the same child perhaps, and another record for certain.
  const { nominee } = aNomination(campaignId, thanhAn.id, 'Em Có Tường 0');
  const alike = {
    ...aNomination(campaignId, thanhAn.id, 'Tường Em Có 0'),
    nominee: { ...nominee, fullName: 'Tường Em Có 0' },
    duplicateOverride: { reason: 'Hai em khác nhau' },
  };
  for (const answer of await nominate(deps, sessions.nominator, [alike])) accepted(answer);
}
