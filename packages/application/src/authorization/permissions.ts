import type { Role } from '@khuyenhoc/domain';

/**
 * Who may do what, beyond the steps of an award and a campaign, whose roles stand in the workflow template. The answer to what
 * is not listed is no. A role reaches the association of its mandate and everything below it.
 */
export const permissions = {
  'campaign.create': ['officer'],
  'campaign.read': ['officer', 'nominator', 'verifier', 'approver', 'treasurer', 'auditor'],
  'campaign.publish-results': ['officer'],
  'rule-set.publish': ['officer'],
  'association.found': ['officer'],
  'association.read': ['officer', 'nominator', 'verifier', 'approver', 'treasurer', 'auditor'],
  'mandate.grant': ['officer'],
  'person.read': ['officer', 'nominator', 'verifier', 'approver', 'treasurer', 'auditor'],
  'award.read': ['officer', 'nominator', 'verifier', 'approver', 'treasurer', 'auditor'],
  'award.reason.read': ['officer', 'nominator', 'verifier', 'approver', 'treasurer', 'auditor'],
  'nomination.import': ['nominator'],
  'fund.open': ['officer', 'treasurer'],
  'fund.read': ['officer', 'approver', 'treasurer', 'auditor'],
  'donation.record': ['treasurer'],
  'period.close': ['treasurer'],
  'ledger.verify': ['auditor', 'treasurer'],
  'history.verify': ['auditor', 'officer', 'approver', 'treasurer'],
} as const satisfies { readonly [permission: string]: readonly Role[] };

export type Permission = keyof typeof permissions;

/** Whether a role has a permission. */
export function isPermitted(role: Role, permission: Permission): boolean {
  const roles: readonly Role[] = permissions[permission];
  return roles.includes(role);
}
