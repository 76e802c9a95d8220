import { isRoot, kindOf, type Mandate, type MandateKind, type Role } from '@khuyenhoc/domain';
import type { MandateNeed, Relation } from './permission-rule.ts';
import { permissionNames, ruleOf, type Permission } from './permissions.ts';
import { relationsOf, type Placed } from './relation-of.ts';

/** The actor may not do this: his mandate's role does not allow it, or it is not the kind of mandate that it takes. */
export interface Forbidden {
  readonly code: 'FORBIDDEN';
  readonly permission: Permission;
  readonly required: readonly Role[];
  readonly role: Role;
  /** What else the mandate would have to be; absent when it is the role that is wrong. */
  readonly needs?: MandateNeed;
}

/** It can be seen from the mandate's association, but is not for it to act on. */
export interface BeyondReach {
  readonly code: 'BEYOND_REACH';
  readonly permission: Permission;
  readonly where: readonly Relation[];
}

/** It can be done to such a thing, but not as the thing stands now. */
export interface NotInState {
  readonly code: 'NOT_IN_STATE';
  readonly permission: Permission;
  readonly state: string;
  readonly required: readonly string[];
}

export type Denial = Forbidden | BeyondReach | NotInState;

/** What a thing is for the permission table: where it stands, and in which state when it has one. */
export interface Ruled extends Placed {
  readonly state?: string;
}

/** Why a mandate itself does not give a permission, wherever it would be used; null when it does. */
export function whyMandateForbids(
  mandate: Pick<Mandate, 'role' | 'path' | 'lent'>,
  permission: Permission,
): Forbidden | null {
  const { roles, needs } = ruleOf(permission);
  const forbidden = { code: 'FORBIDDEN', permission, required: roles, role: mandate.role } as const;
  if (!roles.includes(mandate.role)) return forbidden;
  return needs === undefined || meets(mandate, needs) ? null : { ...forbidden, needs };
}

/** Why something may not be done to a thing under a mandate, or null when it may: the table, read for one cell. */
export function whyNotPermitted(
  mandate: Pick<Mandate, 'role' | 'path' | 'lent' | 'personId'>,
  permission: Permission,
  thing: Ruled,
): Denial | null {
  const forbidden = whyMandateForbids(mandate, permission);
  if (forbidden !== null) return forbidden;
  const { where, when } = ruleOf(permission);
  const here = relationsOf(mandate, thing);
  if (!where.some((relation) => here.includes(relation))) return { code: 'BEYOND_REACH', permission, where };
  const { state } = thing;
  if (when === undefined || state === undefined || when.includes(state)) return null;
  return { code: 'NOT_IN_STATE', permission, state, required: when };
}

/** An action that a kind of thing knows, and why it may not be done now; null when it may. */
export interface PermissionOption {
  readonly permission: Permission;
  readonly reason: Denial | null;
}

/** Everything that can be done to a thing, with the answer for one mandate. Reading is not told: who sees the thing may read it. */
export function permissionOptions(
  mandate: Pick<Mandate, 'role' | 'path' | 'lent' | 'personId'>,
  on: ReturnType<typeof ruleOf>['on'],
  thing: Ruled,
): readonly PermissionOption[] {
  return permissionNames
    .filter((permission) => ruleOf(permission).on === on && !permission.endsWith('.read'))
    .map((permission) => ({ permission, reason: whyNotPermitted(mandate, permission, thing) }));
}

function meets(mandate: Pick<Mandate, 'path' | 'lent'>, need: MandateNeed): boolean {
  const kind: MandateKind = kindOf(mandate);
  return need === 'OWN' ? kind === 'own' : isRoot(mandate.path);
}
