/** What awards of the first schema did not say of themselves, told by their histories and the ledger. */

/**
 * What is put aside for an award is what the group of its last approval moved, for as long as nothing gave it back: an award that
 * was rejected, withdrawn or reversed holds nothing. An approval that moved nothing put nothing aside, which is an empty list.
 */
export const reservationsOfFormerAwards = `
update award a set reservation = coalesce((
  select jsonb_agg(jsonb_build_object('allotmentId', o.id, 'commodity', o.commodity, 'code', o.code, 'available', o.available_account_id,
    'reserved', o.reserved_account_id, 'spent', o.spent_account_id, 'quantity', t.quantity::text) order by t.line)
  from transfer t
  join allotment o on o.tenant_id = t.tenant_id and o.campaign_id = a.campaign_id
    and o.available_account_id = t.debit and o.reserved_account_id = t.credit
  where t.tenant_id = a.tenant_id and t.group_id = approval.group_id and t.kind = 'RESERVE'
), '[]')
from (
  select distinct on (tenant_id, award_id) tenant_id, award_id, (bytes::jsonb -> 'data' ->> 'group')::uuid as group_id
  from award_event where type = 'award.approved@1' order by tenant_id, award_id, seq desc
) approval
where approval.tenant_id = a.tenant_id and approval.award_id = a.id and a.state in ('approved', 'disbursed', 'acknowledged')`;

/** The totals as counting gives them; from here on the writer keeps them. */
export const totalsOfFormerAwards = `
insert into award_total (tenant_id, campaign_id, association_id, state, outcome, awards, amount_vnd)
select tenant_id, campaign_id, association_id, state, outcome, count(*), sum(amount_vnd) from award
group by tenant_id, campaign_id, association_id, state, outcome`;
