import { joinedPeople, type MatchCase, type PersonHappening } from '@khuyenhoc/domain';
import {
  cleanText,
  err,
  ok,
  present,
  vietnamDate,
  type MatchCaseId,
  type PersonId,
  type PersonRecordId,
  type Result,
} from '@khuyenhoc/kernel';
import { authorize, reached, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import { once, type IdempotencyKeyReused } from '../commands/once.ts';
import type { SubjectErased } from '../consents/consent-input.ts';
import { recordPersonHistory, type HistoryMoment } from '../histories/record-history.ts';
import { sealRecord, type PeopleDeps } from '../people/seal-record.ts';
import type { MatchablePerson } from '../ports/matching.ts';
import type { Repositories } from '../ports/unit-of-work.ts';
import type { Session } from '../session.ts';

export interface DecideMatchInput {
  readonly matchCaseId: MatchCaseId;
  readonly decision: 'SAME' | 'DIFFERENT';
  readonly reason: string;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
}

/** Why two people are not joined, or were not decided about. */
export type DecideMatchRefusal =
  | Forbidden
  | NotFound
  | SubjectErased
  | IdempotencyKeyReused
  | { readonly code: 'REASON_MISSING' }
  | { readonly code: 'REASON_TOO_LONG'; readonly limit: number }
  | { readonly code: 'VERSION_CONFLICT'; readonly expected: number; readonly actual: number }
  /** Each has a personal number of his own, and a number is one person's: one of the two must be corrected first. */
  | { readonly code: 'NUMBERS_DIFFER'; readonly personIds: readonly PersonId[] };

const reasonLimit = 2_000;

/**
 * Decides whether two records are of one person. "Same" joins the later one to the one registered first, and whatever is looked up
 * of the later one follows; "different" takes that back, at any time. The reason is sealed under both people's keys, so it goes with
 * either of them.
 */
export async function decideMatch(
  deps: PeopleDeps,
  session: Session,
  input: DecideMatchInput,
): Promise<Result<MatchCase, DecideMatchRefusal>> {
  const at = deps.clock.now();
  const reason = cleanText(input.reason);
  if (reason === '') return err({ code: 'REASON_MISSING' });
  if (reason.length > reasonLimit) return err({ code: 'REASON_TOO_LONG', limit: reasonLimit });
  const { matchCaseId, decision, idempotencyKey, expectedVersion } = input;
  const asked = { action: 'DECIDE_MATCH', case: matchCaseId, decision, reason, expectedVersion };
  return deps.unitOfWork.run(session.tenantId, async (repositories): Promise<Result<MatchCase, DecideMatchRefusal>> => {
    const { mandates, matching } = repositories;
    const reach = await authorize(mandates, session, 'match.decide', at);
    if (!reach.ok) return reach;
    const [locked] = await matching.lockCases([matchCaseId]);
    const found = reached(locked, reach.value);
    if (!found.ok) return found;
    return once<MatchCase, DecideMatchRefusal>(
      repositories,
      { vault: deps.vault, session, idempotencyKey, recordedAt: at, asked },
      {
        recall: () => Promise.resolve(found.value),
        async act() {
          const people = await whoMayBeOne(repositories, found.value, input);
          if (!people.ok) return people;
          const by = { personId: session.personId, mandateId: session.mandate.id, role: reach.value.role };
          const moment = { tenantId: session.tenantId, by, at, on: vietnamDate(at) };
          const decided: MatchCase = {
            ...found.value,
            state: decision,
            version: found.value.version + 1,
            decidedAt: at,
            decidedBy: session.personId,
          };
          await matching.saveCase(decided);
          await joinAround(repositories, [decided.leftId, decided.rightId]);
          await recordDecision(deps, repositories, moment, { decided, people: people.value, reason, session });
          return ok({ value: decided, subjectId: matchCaseId, version: decided.version });
        },
      },
    );
  });
}

async function whoMayBeOne(
  { matching }: Repositories,
  { leftId, rightId, version }: MatchCase,
  { expectedVersion, decision }: DecideMatchInput,
): Promise<Result<readonly MatchablePerson[], DecideMatchRefusal>> {
  if (version !== expectedVersion) return err({ code: 'VERSION_CONFLICT', expected: expectedVersion, actual: version });
  const people = await matching.people([leftId, rightId]);
  if (people.length < 2 || people.some(({ key }) => key.length === 0)) return err({ code: 'SUBJECT_ERASED' });
  const numbers = new Set(people.flatMap(({ numberKey }) => numberKey ?? []));
  if (decision === 'SAME' && numbers.size > 1) return err({ code: 'NUMBERS_DIFFER', personIds: [leftId, rightId] });
  return ok(people);
}

/** Joins everybody who is reached by pairs decided to be the same with the one registered first, and lets go of who is not any more. */
async function joinAround({ matching }: Repositories, ids: readonly PersonId[]): Promise<void> {
  const before = await matching.people(ids);
  // Who was joined with them until now may hang on a pair that is no more.
  const around = [...new Set([...ids, ...before.map(({ canonicalId }) => canonicalId)])];
  const joined = joinedPeople(await matching.samePairsAround(around));
  const touched = [...new Set([...around, ...joined.keys()])];
  await matching.join(
    touched.map((personId) => {
      const first = joined.get(personId) ?? personId;
      return { personId, sameAs: first === personId ? null : first };
    }),
  );
}

interface Decision {
  readonly decided: MatchCase;
  readonly people: readonly MatchablePerson[];
  readonly reason: string;
  readonly session: Session;
}

async function recordDecision(
  deps: PeopleDeps,
  { records, histories }: Repositories,
  moment: HistoryMoment,
  { decided, people, reason, session }: Decision,
): Promise<void> {
  const decision = decided.state === 'SAME' ? 'SAME' : 'DIFFERENT';
  const batchId = deps.ids.uuid();
  const made = people.map((person) => {
    const record = sealRecord(deps.vault, {
      id: deps.ids.uuid() as PersonRecordId,
      batchId,
      person,
      record: { kind: 'match-reason', content: { text: reason } },
      replacesId: null,
      by: session.personId,
      at: moment.at,
    });
    const other = present(
      people.find(({ id }) => id !== person.id),
      'the other one of a case',
    ).id;
    const data = { case: decided.id, other, decision, score: decided.score, record: record.id } as const;
    const event: PersonHappening & { readonly personId: PersonId } = {
      personId: person.id,
      type: 'person.match-decided@1',
      data: { ...data, reason: record.commitment },
    };
    return { record, event };
  });
  records.add(made.map(({ record }) => record));
  await recordPersonHistory(
    { histories, digest: deps.digest },
    moment,
    made.map(({ event }) => event),
  );
}
