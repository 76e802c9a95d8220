import { err, ok, type PersonId, type Result, vietnamDate } from '@khuyenhoc/kernel';
import { authorize, reached, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import { once, type IdempotencyKeyReused } from '../commands/once.ts';
import { recordPersonHistory } from '../histories/record-history.ts';
import type { IdentityRecord, SignInName } from '../ports/mandates.ts';
import type { Session } from '../session.ts';
import type { MandateDeps } from './give-mandates.ts';
import type { IdentityTaken } from './grant-mandates.ts';
import { signInKey } from './new-officials.ts';

/** A way to sign in, and whose it is. */
export interface IdentityLink {
  readonly personId: PersonId;
  readonly identity: SignInName;
}

export interface LinkIdentitiesInput {
  readonly links: readonly IdentityLink[];
  /** The caller's own key: the same list sent twice is linked once. */
  readonly idempotencyKey: string;
}

type LinkFault = NotFound | IdentityTaken;
export type LinkIdentitiesRefusal = Forbidden | IdempotencyKeyReused | LinkFault;

/**
 * Says whose sign-ins these are, all or none. Two sign-ins of one human are one person here, whom a case counts once; a sign-in
 * that is somebody else's stays his. Only an officer of the whole network links, since everything hangs on it.
 */
export async function linkIdentities(
  deps: MandateDeps,
  session: Session,
  { links, idempotencyKey }: LinkIdentitiesInput,
): Promise<Result<readonly PersonId[], LinkIdentitiesRefusal>> {
  const recordedAt = deps.clock.now();
  const people = links.map(({ personId }) => personId);
  const asked = {
    action: 'LINK_IDENTITIES',
    links: links.map(({ personId, identity }) => [personId, signInKey(identity)]),
  };
  return deps.unitOfWork.run(
    session.tenantId,
    async (repositories): Promise<Result<readonly PersonId[], LinkIdentitiesRefusal>> => {
      const { mandates, histories } = repositories;
      const reach = await authorize(mandates, session, 'identity.link', recordedAt);
      if (!reach.ok) return reach;
      return once<readonly PersonId[], LinkFault>(
        repositories,
        { vault: deps.vault, session, idempotencyKey, recordedAt, asked },
        {
          recall: () => Promise.resolve(people),
          async act() {
            const found = new Map((await repositories.people.findByIds(people)).map((person) => [person.id, person]));
            if (!people.every((id) => reached(found.get(id), reach.value).ok)) return err({ code: 'NOT_FOUND' });
            const known = await mandates.findIdentities(links.map(({ identity }) => identity));
            const added = newLinks(links, known);
            if (!added.ok) return added;
            mandates.addIdentities(added.value);
            const by = { personId: session.personId, mandateId: session.mandate.id, role: reach.value.role };
            await recordPersonHistory(
              { histories, digest: deps.digest },
              { tenantId: session.tenantId, by, at: recordedAt, on: vietnamDate(recordedAt) },
              added.value.map(({ personId, ...identity }) => ({
                personId,
                type: 'identity.linked@1',
                // Which account somebody has elsewhere is his own affair: the history proves it and does not tell it.
                data: { signIn: deps.vault.blindIndex(session.tenantId, 'sign-in', signInKey(identity)) },
              })),
            );
            return ok({ value: people, subjectId: people[0] ?? session.personId, version: 1 });
          },
        },
      );
    },
  );
}

/** The links that are not there yet, each once, unless one belongs to somebody else. */
function newLinks(
  links: readonly IdentityLink[],
  known: readonly IdentityRecord[],
): Result<readonly IdentityRecord[], IdentityTaken> {
  const ownerOf = new Map(known.map((one) => [signInKey(one), one.personId]));
  const added: IdentityRecord[] = [];
  for (const [index, { personId, identity }] of links.entries()) {
    const owner = ownerOf.get(signInKey(identity));
    if (owner !== undefined && owner !== personId) return err({ code: 'IDENTITY_TAKEN', index });
    if (owner !== undefined) continue;
    ownerOf.set(signInKey(identity), personId);
    added.push({ personId, issuer: identity.issuer, subject: identity.subject });
  }
  return ok(added);
}
