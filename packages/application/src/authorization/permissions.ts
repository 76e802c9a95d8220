import { roles } from '@khuyenhoc/domain';
import type { PermissionRule, Relation } from './permission-rule.ts';

const everyRole = roles;
/** The association of the mandate and everything below it. */
const reach = ['own', 'below'] as const satisfies readonly Relation[];
/** As {@link reach}, and what stands above: what is decided above binds below. */
const sight = ['own', 'below', 'above'] as const satisfies readonly Relation[];
const living = ['active', 'provisional'] as const;
const moneyReaders = ['officer', 'approver', 'treasurer', 'auditor'] as const;

/**
 * Who may do what, in one table: action by role by relation by state. The steps of an award and a campaign stand in the workflow
 * template, which an association may choose; what is not listed is not permitted to anybody. The use cases ask it (`authorize`),
 * the guarded reads ask it, and what the API says of `can` is read from it, so that the three cannot differ. `PERMISSIONS.md` is
 * printed from it.
 */
export const permissions = {
  'act.read': { on: 'act', roles: everyRole, where: sight },
  'act.register': { on: 'association', roles: ['officer'], where: reach },
  'file.read': { on: 'file', roles: everyRole, where: sight },
  'file.store': { on: 'association', roles: ['officer', 'nominator', 'verifier', 'treasurer'], where: reach },
  'finding.attach': { on: 'award', roles: ['verifier'], where: reach },
  'receipt.attach': { on: 'award', roles: ['nominator', 'treasurer'], where: reach },
  'campaign.create': { on: 'association', roles: ['officer'], where: reach, when: living },
  'campaign.read': { on: 'campaign', roles: everyRole, where: sight },
  'campaign.publish-results': { on: 'campaign', roles: ['officer'], where: reach, when: ['disbursement', 'closed'] },
  'rule-set.publish': { on: 'association', roles: ['officer'], where: ['own'], when: living },
  'association.reorganise': { on: 'association', roles: ['officer'], where: reach, when: living, needs: 'OWN' },
  'association.found': { on: 'association', roles: ['officer'], where: reach, when: living },
  'association.read': { on: 'association', roles: everyRole, where: sight },
  'mandate.grant': { on: 'association', roles: ['officer'], where: reach, when: living, needs: 'OWN' },
  'mandate.cover': { on: 'association', roles: ['officer'], where: reach, when: living, needs: 'OWN' },
  'mandate.end': { on: 'mandate', roles: ['officer'], where: reach, when: ['valid', 'to come'], needs: 'OWN' },
  'mandate.delegate': { on: 'mandate', roles: everyRole, where: ['self'], when: ['valid'], needs: 'OWN' },
  'mandate.read': { on: 'mandate', roles: everyRole, where: sight },
  'seat-gap.read': { on: 'association', roles: ['officer'], where: reach },
  'identity.link': { on: 'person', roles: ['officer'], where: reach, needs: 'ROOT' },
  'relationship.declare': {
    on: 'person',
    roles: ['officer', 'nominator', 'verifier', 'approver', 'treasurer'],
    where: reach,
  },
  'relationship.end': { on: 'person', roles: ['officer'], where: reach },
  'relationship.read': { on: 'person', roles: ['officer', 'verifier', 'approver', 'auditor'], where: reach },
  'person.read': { on: 'person', roles: everyRole, where: reach },
  'person.sensitive.read': { on: 'person', roles: ['officer', 'verifier', 'approver', 'auditor'], where: reach },
  'person.record': { on: 'person', roles: ['officer', 'nominator', 'verifier'], where: reach },
  'match.read': { on: 'network', roles: ['officer', 'verifier', 'auditor'], where: reach },
  'match.decide': { on: 'network', roles: ['officer', 'verifier'], where: reach },
  'school.record': { on: 'association', roles: ['officer'], where: reach, when: living },
  'school.read': { on: 'network', roles: everyRole, where: reach },
  'recipient-group.found': { on: 'association', roles: ['officer', 'nominator'], where: reach, when: living },
  'recipient-group.read': { on: 'network', roles: everyRole, where: reach },
  'matching-group.found': { on: 'network', roles: ['officer'], where: ['own'], needs: 'ROOT' },
  'matching-group.join': { on: 'network', roles: ['officer'], where: ['own'], needs: 'ROOT' },
  'matching-group.read': { on: 'network', roles: ['officer', 'auditor'], where: ['own'], needs: 'ROOT' },
  'person.erase': { on: 'person', roles: ['officer'], where: reach },
  'consent.record': { on: 'person', roles: ['officer', 'nominator'], where: reach },
  'consent.read': { on: 'person', roles: ['officer', 'nominator', 'verifier', 'approver', 'auditor'], where: reach },
  'figure.record': { on: 'association', roles: ['officer'], where: reach },
  'figure.read': { on: 'association', roles: everyRole, where: reach },
  'award.read': { on: 'award', roles: everyRole, where: reach },
  'award.reason.read': { on: 'award', roles: everyRole, where: reach },
  'nomination.import': { on: 'campaign', roles: ['nominator'], where: sight, when: ['nomination'] },
  'import.preview': { on: 'import', roles: ['nominator'], where: ['self'], when: ['uploaded', 'previewed'] },
  'import.confirm': { on: 'import', roles: ['nominator'], where: ['self'], when: ['previewed'] },
  'import.correct': { on: 'import', roles: ['nominator'], where: reach },
  'import.read': { on: 'import', roles: ['nominator'], where: reach },
  'fund.open': { on: 'association', roles: ['officer', 'treasurer'], where: reach, when: living },
  'fund.read': { on: 'fund', roles: moneyReaders, where: reach },
  'donation.record': { on: 'fund', roles: ['treasurer'], where: reach },
  'period.close': { on: 'network', roles: ['treasurer'], where: ['own'], needs: 'ROOT' },
  'ledger.verify': { on: 'network', roles: ['auditor', 'treasurer'], where: ['own'], needs: 'ROOT' },
  'history.verify': { on: 'award', roles: moneyReaders, where: reach },
} as const satisfies { readonly [permission: string]: PermissionRule };

export type Permission = keyof typeof permissions;

/** Every action of the table. */
export const permissionNames = Object.keys(permissions) as readonly Permission[];

/** The line of an action. */
export function ruleOf(permission: Permission): PermissionRule {
  return permissions[permission];
}
