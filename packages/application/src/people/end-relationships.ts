import { isWithin } from '@khuyenhoc/domain';
import {
  err,
  ok,
  vietnamDate,
  type CalendarDate,
  type PersonId,
  type RelationshipId,
  type Result,
} from '@khuyenhoc/kernel';
import { authorize, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import { recordPersonHistory } from '../histories/record-history.ts';
import type { RelationshipRecord } from '../ports/relationships.ts';
import type { Session } from '../session.ts';
import type { RelationshipDeps } from './declare-relationships.ts';

/** A relationship and the last day it holds. */
export interface RelationshipEnding {
  readonly relationshipId: RelationshipId;
  readonly lastDay: CalendarDate;
}

export type EndRelationshipsRefusal =
  | Forbidden
  | NotFound
  /** Who is one of the two does not free himself of it. */
  | { readonly code: 'OWN_RELATIONSHIP'; readonly index: number }
  | {
      readonly code: 'RELATIONSHIP_ENDING_INVALID';
      readonly index: number;
      /** It holds from this day. */
      readonly validFrom: CalendarDate;
      /** It ends already on this day, or null while it is open. */
      readonly validTo: CalendarDate | null;
    };

/**
 * Ends relationships, all of a list or none: after the last day the two may decide about each other again. Ending one that ends on
 * that day already changes nothing, so the same list may be sent twice.
 */
export async function endRelationships(
  deps: Omit<RelationshipDeps, 'ids' | 'vault'>,
  session: Session,
  endings: readonly RelationshipEnding[],
): Promise<Result<readonly RelationshipRecord[], EndRelationshipsRefusal>> {
  const at = deps.clock.now();
  type Answer = Result<readonly RelationshipRecord[], EndRelationshipsRefusal>;
  return deps.unitOfWork.run(session.tenantId, async (repositories): Promise<Answer> => {
    const { mandates, people, relationships, histories } = repositories;
    const reach = await authorize(mandates, session, 'relationship.end', at);
    if (!reach.ok) return reach;
    const ids = endings.map((one) => one.relationshipId);
    const byId = new Map((await relationships.lock(ids)).map((one) => [one.id, one]));
    const found = await people.findByIds([...byId.values()].flatMap(sidesOf));
    const reachedIds = new Set(found.filter(({ path }) => isWithin(path, reach.value.path)).map(({ id }) => id));
    const ended: EndedRelationship[] = [];
    for (const [index, { relationshipId, lastDay }] of endings.entries()) {
      const one = byId.get(relationshipId);
      if (one === undefined || !sidesOf(one).some((id) => reachedIds.has(id))) return err({ code: 'NOT_FOUND' });
      const refusal = whyNotEnd(one, lastDay, session, index);
      if (refusal !== null) return err(refusal);
      if (one.validTo === lastDay) continue;
      byId.set(relationshipId, { ...one, validTo: lastDay });
      ended.push({ ...one, lastDay });
    }
    for (const { id, lastDay } of ended) await relationships.end([id], lastDay);
    const by = { personId: session.personId, mandateId: session.mandate.id, role: reach.value.role };
    await recordPersonHistory(
      { histories, digest: deps.digest },
      { tenantId: session.tenantId, by, at, on: vietnamDate(at) },
      ended.flatMap(({ lastDay, ...one }) =>
        sidesOf(one).map((personId) => ({
          personId,
          type: 'relationship.ended@1' as const,
          data: { relationship: one.id, lastDay },
        })),
      ),
    );
    return ok(ids.flatMap((id) => byId.get(id) ?? []));
  });
}

interface EndedRelationship extends RelationshipRecord {
  readonly lastDay: CalendarDate;
}

function sidesOf({ personId, relatedPersonId }: RelationshipRecord): readonly PersonId[] {
  return [personId, relatedPersonId];
}

function whyNotEnd(
  one: RelationshipRecord,
  lastDay: CalendarDate,
  session: Session,
  index: number,
): Exclude<EndRelationshipsRefusal, Forbidden | NotFound> | null {
  if (sidesOf(one).includes(session.personId)) return { code: 'OWN_RELATIONSHIP', index };
  const { validFrom, validTo } = one;
  // A day before it began would mean that it never was, and a later day than its end would begin it anew.
  const holds = validFrom <= lastDay && (validTo === null || lastDay <= validTo);
  return holds ? null : { code: 'RELATIONSHIP_ENDING_INVALID', index, validFrom, validTo };
}
