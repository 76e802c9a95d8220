import {
  identify,
  whyMandateForbids,
  type Gate,
  type Permission,
  type Session,
  type SignInName,
} from '@khuyenhoc/application';
import { ok, type CalendarDate, type Result, type TenantId } from '@khuyenhoc/kernel';

/** Who acts from the command line, and for what. */
export interface ActingOfficer extends SignInName {
  readonly tenantId: TenantId;
  readonly permission: Permission;
  readonly today: CalendarDate;
}

/** Why a sign-in gives no session: unknown in this network, without the mandate that is needed, or with several such. */
export interface NoOfficer {
  readonly code: 'NO_MANDATE' | 'MANDATE_REQUIRED';
}

/**
 * The session of somebody who has a sign-in and today one mandate that allows what is to be done. Who runs the server could act as
 * anybody; the history names the person whom he acts for.
 */
export async function officerSession(
  gate: Gate,
  { issuer, subject, tenantId, permission, today }: ActingOfficer,
): Promise<Result<Session, NoOfficer>> {
  const people = await gate.findPeople(issuer, subject, today);
  const here = people
    .filter((person) => person.tenantId === tenantId)
    .map((person) => ({
      ...person,
      mandates: person.mandates.filter((mandate) => whyMandateForbids(mandate, permission) === null),
    }));
  const session = identify(here, null);
  return session.ok ? ok(session.value) : session;
}
