import type { Association, GrantedMandate, Mandate, Role } from '@khuyenhoc/domain';
import {
  cleanText,
  err,
  ok,
  present,
  type ActId,
  type AssociationId,
  type CalendarDate,
  type PersonId,
  type Result,
} from '@khuyenhoc/kernel';
import type { ActNotInForce } from '../acts/in-force-acts.ts';
import { authorize, reached, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import { once, type IdempotencyKeyReused } from '../commands/once.ts';
import type { ProfileInvalid } from '../nominations/nominate.ts';
import type { Repositories } from '../ports/unit-of-work.ts';
import type { Session } from '../session.ts';
import { citedActs } from './cited-act.ts';
import { giveMandates, type Given, type Giving, type MandateDeps } from './give-mandates.ts';
import { lockPlaces } from './lock-places.ts';
import { faultOfMandate, type Candidate, type MandateFault } from './mandate-fault.ts';
import { newcomersOf, signInKey, type NewcomerAt, type Newcomers, type NewOfficialInput } from './new-officials.ts';

/** A mandate to be given: to whom, as what, where, when, and the act that says so. */
export interface MandateGrant {
  readonly holder:
    | { readonly kind: 'person'; readonly personId: PersonId }
    | { readonly kind: 'official'; readonly official: NewOfficialInput };
  readonly role: Role;
  readonly associationId: AssociationId;
  readonly validFrom: CalendarDate;
  /** The last day, or null when open-ended. */
  readonly validTo: CalendarDate | null;
  readonly actId: ActId;
}

export interface GrantMandatesInput {
  readonly grants: readonly MandateGrant[];
  /** The caller's own key: the same list sent twice is given once. */
  readonly idempotencyKey: string;
}

/** The sign-in belongs to somebody of this network: name that person by his id, or correct the sign-in. */
export interface IdentityTaken {
  readonly code: 'IDENTITY_TAKEN';
  readonly index: number;
}

type GrantFault = NotFound | ActNotInForce | MandateFault | IdentityTaken | ProfileInvalid;
export type GrantMandatesRefusal = Forbidden | IdempotencyKeyReused | GrantFault;

/**
 * Gives mandates, all or none: to people of the network or to new officials, never to oneself, and no further than the giver's own
 * mandate reaches. Each cites an act in force.
 */
export async function grantMandates(
  deps: MandateDeps,
  session: Session,
  { grants, idempotencyKey }: GrantMandatesInput,
): Promise<Result<readonly GrantedMandate[], GrantMandatesRefusal>> {
  const recordedAt = deps.clock.now();
  const asked = { action: 'GRANT_MANDATES', grants: grants.map(askedOf) };
  return deps.unitOfWork.run(
    session.tenantId,
    async (repositories): Promise<Result<readonly GrantedMandate[], GrantMandatesRefusal>> => {
      const { mandates } = repositories;
      const reach = await authorize(mandates, session, 'mandate.grant', recordedAt);
      if (!reach.ok) return reach;
      return once<readonly GrantedMandate[], GrantFault>(
        repositories,
        { vault: deps.vault, session, idempotencyKey, recordedAt, asked },
        {
          recall: ({ subjectId }) => mandates.findGroup(subjectId),
          async act() {
            const giving = { session, role: reach.value.role, recordedAt };
            const checked = await checkGrants(deps, repositories, { giving, reach: reach.value }, grants);
            if (!checked.ok) return checked;
            const { list, newcomers } = checked.value;
            repositories.people.addAll(newcomers.people);
            mandates.addIdentities(newcomers.identities);
            return ok(await giveMandates(deps, repositories, giving, list));
          },
        },
      );
    },
  );
}

/** What was asked, as the key remembers it by a keyed hash: a name never leaves it. */
function askedOf({ holder, ...rest }: MandateGrant) {
  if (holder.kind === 'person') return { ...rest, holder: holder.personId };
  const { fullName, identity } = holder.official;
  return { ...rest, holder: { fullName, identity: identity === null ? null : signInKey(identity) } };
}

interface Ground {
  readonly giving: Giving;
  readonly reach: Pick<Mandate, 'path'>;
}

interface Checked {
  readonly list: readonly Given[];
  /** The newcomers among the holders; they are added when the whole list is right. */
  readonly newcomers: Newcomers;
}

async function checkGrants(
  deps: MandateDeps,
  repositories: Repositories,
  { giving, reach }: Ground,
  grants: readonly MandateGrant[],
): Promise<Result<Checked, GrantFault>> {
  const ids = grants.map(({ associationId }) => associationId);
  const places = await lockPlaces(repositories, reach, ids);
  if (!places.ok) return places;
  const newcomers = await findNewcomers(deps, repositories, giving, newcomersAt(grants, places.value));
  if (!newcomers.ok) return newcomers;
  const known = await findKnown(repositories, reach, grants);
  if (!known.ok) return known;
  const cited = await citedActs(
    repositories.acts,
    grants.map(({ actId }) => actId),
  );
  const taken: Candidate[] = [...(await repositories.mandates.findOf(known.value))];
  const list: Given[] = [];
  for (const [index, { holder, role, associationId, validFrom, validTo, actId }] of grants.entries()) {
    const place = present(places.value[index], 'the association of a grant');
    const newcomer = newcomers.value.personOf.get(index);
    const personId = holder.kind === 'person' ? holder.personId : present(newcomer, 'the person a newcomer becomes');
    if (personId === giving.session.personId) return err({ code: 'MANDATE_FOR_ONESELF', index });
    const candidate: Candidate = { personId, role, associationId, path: place.path, validFrom, validTo };
    const fault = faultOfMandate(
      index,
      candidate,
      place,
      taken.filter((one) => one.personId === personId),
    );
    if (fault !== null) return err(fault);
    const act = await cited(actId, { path: place.path, on: validFrom });
    if (!act.ok) return act;
    taken.push(candidate);
    list.push({ candidate, actId, decision: present(act.value, 'the act of a grant').number });
  }
  return ok({ list, newcomers: newcomers.value });
}

function newcomersAt(grants: readonly MandateGrant[], places: readonly Association[]): readonly NewcomerAt[] {
  return grants.flatMap(({ holder }, index): readonly NewcomerAt[] => {
    if (holder.kind === 'person') return [];
    return [{ index, official: holder.official, path: present(places[index], 'the place of a newcomer').path }];
  });
}

/** The people that newcomers become, unless one has no name, or signs in as somebody the network knows. */
async function findNewcomers(
  deps: MandateDeps,
  { mandates }: Repositories,
  giving: Giving,
  newcomers: readonly NewcomerAt[],
): Promise<Result<Newcomers, IdentityTaken | ProfileInvalid>> {
  const nameless = newcomers.some(({ official }) => cleanText(official.fullName) === '');
  if (nameless) return err({ code: 'PROFILE_INVALID', field: 'fullName' });
  const signIns = newcomers.flatMap(({ official }) => (official.identity === null ? [] : [official.identity]));
  const known = new Set((await mandates.findIdentities(signIns)).map(signInKey));
  const taken = newcomers.find(({ official: { identity } }) => identity !== null && known.has(signInKey(identity)));
  if (taken !== undefined) return err({ code: 'IDENTITY_TAKEN', index: taken.index });
  return ok(newcomersOf(deps, giving, newcomers));
}

/** The holders that are named by id, each within reach: who works elsewhere is lent by those above, not taken. */
async function findKnown(
  { people }: Repositories,
  reach: Pick<Mandate, 'path'>,
  grants: readonly MandateGrant[],
): Promise<Result<readonly PersonId[], NotFound>> {
  const named = grants.flatMap(({ holder }) => (holder.kind === 'person' ? [holder.personId] : []));
  const found = new Map((await people.findByIds(named)).map((person) => [person.id, person]));
  return named.every((id) => reached(found.get(id), reach).ok) ? ok(named) : err({ code: 'NOT_FOUND' });
}
