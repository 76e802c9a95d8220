import { roles, standardTemplate, type Role, type WorkflowTemplate } from '@khuyenhoc/domain';
import type { MandateNeed, PermissionRule, Relation } from './permission-rule.ts';
import { permissionNames, ruleOf } from './permissions.ts';

/** The permission table as people read it: one line an action, one column a role. `PERMISSIONS.md` is its text. */
export function permissionTable(): string {
  const lines = permissionNames
    .toSorted()
    .map((permission) => row([`\`${permission}\``, ...cellsOf(ruleOf(permission)), placesOf(ruleOf(permission))]));
  return [
    '# Who may do what',
    '',
    'Printed from `src/authorization/permissions.ts` by this package’s script `permissions`; a test compares the two. What is not listed is not',
    'permitted to anybody. A mandate is looked up again by every command, so an end counts on the next request.',
    '',
    ...tableOf(['action', ...roles, 'on what, where it stands, in which state'], lines),
    '',
    '`self` is one’s own thing, `own` what stands in the association of the mandate, `below` and `above` what stands under and over',
    'it. What stands beside it is reached by nobody; to those who ask it does not exist.',
    '',
    '## The steps of a case, as the standard workflow gives them',
    '',
    'A workflow is data that an association chooses; the floor under every one of them (who approves did not nominate, who pays did',
    'not approve, nobody decides about a relative, and people count, not accounts) is the engine’s.',
    '',
    ...tableOf(['step', 'from', ...roles, 'people', 'reach', 'not by who did'], stepsOf(standardTemplate)),
    '',
    ...tableOf(['step of a campaign', 'from', ...roles], campaignStepsOf(standardTemplate)),
    '',
  ].join('\n');
}

const needWords: { readonly [Need in MandateNeed]: string } = {
  OWN: 'a mandate of one’s own, not a lent one',
  ROOT: 'a mandate of the root',
};

function cellsOf({ roles: allowed }: PermissionRule): readonly string[] {
  return marks(allowed);
}

function placesOf({ on, where, when, needs }: PermissionRule): string {
  const places: readonly Relation[] = where;
  const state = when === undefined ? [] : [`when ${when.join(', ')}`];
  return [`${on}: ${places.join(', ')}`, ...state, ...(needs === undefined ? [] : [needWords[needs]])].join('; ');
}

function stepsOf({ award }: WorkflowTemplate): readonly string[] {
  return award.map(({ action, from, roles: allowed, persons, reach, distinctFrom }) =>
    row([action, from.join(', ') || '–', ...marks(allowed), String(persons), reach, distinctFrom.join(', ') || '–']),
  );
}

function campaignStepsOf({ campaign }: WorkflowTemplate): readonly string[] {
  return campaign.map(({ action, from, roles: allowed }) => row([action, from.join(', '), ...marks(allowed)]));
}

function marks(allowed: readonly Role[]): readonly string[] {
  return roles.map((role) => (allowed.includes(role) ? '✓' : ''));
}

function tableOf(header: readonly string[], lines: readonly string[]): readonly string[] {
  return [row(header), row(header.map(() => '---')), ...lines];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
