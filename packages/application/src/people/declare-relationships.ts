import { isWithin, repeats, type Path } from '@khuyenhoc/domain';
import {
  err,
  ok,
  present,
  vietnamDate,
  type Instant,
  type PersonId,
  type RelationshipId,
  type Result,
} from '@khuyenhoc/kernel';
import type { Digest } from '@khuyenhoc/rules';
import { authorize, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import { once, type IdempotencyKeyReused } from '../commands/once.ts';
import { recordPersonHistory } from '../histories/record-history.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { RelationshipRecord } from '../ports/relationships.ts';
import type { Repositories, UnitOfWork } from '../ports/unit-of-work.ts';
import type { PersonRecord } from '../ports/registered-people.ts';
import type { Vault } from '../ports/vault.ts';
import type { Session } from '../session.ts';
import { faultOf, type RelationshipFault, type RelationshipInput } from './relationship-input.ts';

export interface RelationshipDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly vault: Vault;
  readonly unitOfWork: UnitOfWork;
  readonly digest: Digest;
}

export interface DeclareRelationshipsInput {
  readonly relationships: readonly RelationshipInput[];
  /** The caller's own key: the same list sent twice is recorded once. */
  readonly idempotencyKey: string;
}

export type DeclareRelationshipsRefusal = Forbidden | NotFound | IdempotencyKeyReused | RelationshipFault;

/**
 * Declares who is whose relative, all of a list or nothing. From that moment on neither decides about the other; each person's
 * history tells it. Whoever declares must reach one of the two, or be one of them: an official also declares a conflict of his own.
 */
export async function declareRelationships(
  deps: RelationshipDeps,
  session: Session,
  { relationships, idempotencyKey }: DeclareRelationshipsInput,
): Promise<Result<readonly RelationshipRecord[], DeclareRelationshipsRefusal>> {
  const recordedAt = deps.clock.now();
  const { vault } = deps;
  const asked = { action: 'DECLARE_RELATIONSHIPS', items: relationships.map((one) => ({ ...one })) };
  type Answer = Result<readonly RelationshipRecord[], DeclareRelationshipsRefusal>;
  return deps.unitOfWork.run(session.tenantId, async (repositories): Promise<Answer> => {
    const reach = await authorize(repositories.mandates, session, 'relationship.declare', recordedAt);
    if (!reach.ok) return reach;
    const people = new Map((await repositories.people.findByIds(peopleOf(relationships))).map((one) => [one.id, one]));
    if (!relationships.every((one) => isReached(one, people, { ...reach.value, personId: session.personId })))
      return err({ code: 'NOT_FOUND' });
    // An empty list is done already.
    if (relationships.length === 0) return ok([]);
    return once<readonly RelationshipRecord[], RelationshipFault>(
      repositories,
      { vault, session, idempotencyKey, recordedAt, asked },
      {
        recall: () => recall(repositories, relationships),
        act: () => record(deps, repositories, session, { relationships, role: reach.value.role, recordedAt }),
      },
    );
  });
}

function peopleOf(pairs: readonly Pick<RelationshipInput, 'personId' | 'relatedPersonId'>[]): readonly PersonId[] {
  return [...new Set(pairs.flatMap(({ personId, relatedPersonId }) => [personId, relatedPersonId]))];
}

/** Both are people of this network, and one of them is the actor's own or within his reach. */
function isReached(
  { personId, relatedPersonId }: RelationshipInput,
  people: ReadonlyMap<PersonId, PersonRecord>,
  actor: { readonly personId: PersonId; readonly path: Path },
): boolean {
  const pair = [people.get(personId), people.get(relatedPersonId)];
  return (
    pair.every((one) => one !== undefined) &&
    pair.some((one) => one !== undefined && (one.id === actor.personId || isWithin(one.path, actor.path)))
  );
}

async function record(
  { ids, digest }: RelationshipDeps,
  repositories: Repositories,
  { tenantId, personId: recordedBy, mandate }: Session,
  asked: {
    readonly relationships: readonly RelationshipInput[];
    readonly role: Session['mandate']['role'];
    readonly recordedAt: Instant;
  },
) {
  const { recordedAt, role } = asked;
  const people = peopleOf(asked.relationships);
  // Under the locks of both people, what is on record of them stays all there is.
  await repositories.histories.lockHeads('person', people);
  const standing = [...(await repositories.relationships.findOf(people))];
  const added: RelationshipRecord[] = [];
  for (const [index, input] of asked.relationships.entries()) {
    const one = { ...input, id: ids.uuid() as RelationshipId, recordedAt, recordedBy };
    const fault = faultOf(input, index);
    if (fault !== null) return err(fault);
    if (standing.some((other) => repeats(one, other))) return err({ code: 'RELATIONSHIP_REPEATED' as const, index });
    standing.push(one);
    added.push(one);
  }
  repositories.relationships.addAll(added);
  const by = { personId: recordedBy, mandateId: mandate.id, role };
  await recordPersonHistory(
    { histories: repositories.histories, digest },
    { tenantId, by, at: recordedAt, on: vietnamDate(recordedAt) },
    added.flatMap(({ id, personId: person, relatedPersonId: related, kind, validFrom: from, validTo: to }) =>
      [person, related].map((subject) => ({
        personId: subject,
        type: 'relationship.declared@1' as const,
        data: { relationship: id, person, related, kind, from, to },
      })),
    ),
  );
  const first = present(added[0], 'the first of a list of relationships');
  return ok({ value: added, subjectId: first.id, version: added.length });
}

/** The list itself says which they are: two people, what they are, and since when. */
async function recall({ relationships }: Repositories, asked: readonly RelationshipInput[]) {
  const standing = await relationships.findOf(peopleOf(asked));
  return asked.map((input) =>
    present(
      standing.find(
        (one) =>
          one.personId === input.personId &&
          one.relatedPersonId === input.relatedPersonId &&
          one.kind === input.kind &&
          one.validFrom === input.validFrom,
      ),
      'a relationship that a key declared',
    ),
  );
}
