import {
  acknowledgeReceipts,
  approveAwards,
  declareRelationships,
  endRelationships,
  nominate,
  takeReasonedStep,
  verifyNominations,
  type RelationshipInput,
  type Session,
} from '@khuyenhoc/application';
import { parsePersonEvent, subtreeOf } from '@khuyenhoc/domain';
import { calendarDate, present, type AwardId, type PersonId } from '@khuyenhoc/kernel';
import { createPostgresReads } from '@khuyenhoc/persistence';
import { systemIds } from '@khuyenhoc/vault';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aDatabase, type TestDatabase } from './a-database.ts';
import {
  aCampaign,
  accepted,
  aNetwork,
  aNomination,
  aStep,
  depsOn,
  type Network,
  type TestCampaign,
  type TestDeps,
} from './a-network.ts';

let db: TestDatabase;
let deps: TestDeps;
let network: Network;
let campaign: TestCampaign;

beforeAll(async () => {
  db = await aDatabase();
  deps = depsOn(db.database);
});
beforeEach(async () => {
  network = await aNetwork(deps);
  campaign = await aCampaign(deps, network, { fundVnd: 5_000_000n, placesPerUnit: 5 });
});
afterAll(() => db.close());

/** A nominated child: the award, and who it is for. */
async function aChild(name = 'Em Mẫu'): Promise<{ readonly awardId: AwardId; readonly nomineeId: PersonId }> {
  const [answer] = await nominate(deps, network.sessions.nominator, [
    aNomination(campaign.id, network.thanhAn.id, name),
  ]);
  const { awardId } = accepted(present(answer, 'an answer'));
  const [row] = await db.asOwner<{ nominee_id: PersonId }>('select nominee_id from award where id = $1', [awardId]);
  return { awardId, nomineeId: present(row, 'an award').nominee_id };
}

const related = (
  personId: PersonId,
  relatedPersonId: PersonId,
  words: Partial<RelationshipInput> = {},
): RelationshipInput => ({
  personId,
  relatedPersonId,
  kind: 'SIBLING',
  validFrom: calendarDate('2020-01-01'),
  validTo: null,
  ...words,
});

const declare = (by: Session, ...relationships: readonly RelationshipInput[]) =>
  declareRelationships(deps, by, { relationships, idempotencyKey: systemIds.uuid() });

const verify = async (awardId: AwardId, words: { readonly effectiveOn?: string } = {}) => {
  const on = words.effectiveOn === undefined ? null : calendarDate(words.effectiveOn);
  const review = { ...aStep(awardId, 1), effectiveOn: on, facts: null, finding: null };
  return present((await verifyNominations(deps, network.sessions.verifier, [review]))[0], 'an answer');
};

const refused = { ok: false, error: { code: 'RELATED_PERSON', action: 'VERIFY' } };

async function eventsOf(personId: PersonId) {
  const rows = await db.asOwner<{ bytes: string }>('select bytes from person_event where person_id = $1 order by seq', [
    personId,
  ]);
  return rows.map((row) => parsePersonEvent(row.bytes)).filter(({ type }) => type.startsWith('relationship.'));
}

test('a relative decides nothing about the child from the moment it is declared, whichever side it was told from', async () => {
  const { sessions } = network;
  const [one, other] = [await aChild('Em Một'), await aChild('Em Hai')];
  accepted(
    await declare(
      sessions.officer,
      related(sessions.verifier.personId, one.nomineeId),
      related(other.nomineeId, sessions.verifier.personId, { kind: 'DECLARED_CONFLICT' }),
    ),
  );
  await campaign.advance('CLOSE_NOMINATION');
  expect(await verify(one.awardId)).toEqual(refused);
  expect(await verify(other.awardId)).toEqual(refused);
  const stranger = await aChildAfterClosing();
  expect((await verify(stranger)).ok).toBe(true);
});

/** A third child whom nobody is related to; nominations are closed, so it is nominated past them. */
async function aChildAfterClosing(): Promise<AwardId> {
  await db.asOwner(`update campaign set state = 'nomination' where id = $1`, [campaign.id]);
  const { awardId } = await aChild('Em Ba');
  await db.asOwner(`update campaign set state = 'verification' where id = $1`, [campaign.id]);
  return awardId;
}

test('a family may take its child back; whoever may sign for it signs, and other relatives attest nothing', async () => {
  const { sessions } = network;
  const [mine, ours] = [await aChild('Em Một'), await aChild('Em Hai')];
  accepted(
    await declare(
      sessions.officer,
      related(sessions.nominator.personId, mine.nomineeId, { kind: 'PARENT' }),
      related(sessions.nominator.personId, ours.nomineeId),
    ),
  );
  for (const { awardId } of [mine, ours])
    await db.asOwner(`update award set state = 'disbursed', payment_group_id = $2, reservation = '[]' where id = $1`, [
      awardId,
      systemIds.uuid(),
    ]);
  await campaign.advance('CLOSE_NOMINATION', 'START_APPROVAL');
  const receipts = [mine, ours].map(({ awardId }) => ({
    ...aStep(awardId, 1),
    amountVnd: 1_000_000n,
    signedBy: 'Bà Mẫu',
    signedAs: 'mother',
  }));
  expect(await acknowledgeReceipts(deps, sessions.nominator, receipts)).toMatchObject([
    { ok: true },
    { ok: false, error: { code: 'RELATED_PERSON', action: 'ACKNOWLEDGE' } },
  ]);
  await db.asOwner(`update award set state = 'nominated' where id = $1`, [ours.awardId]);
  const withdrawal = { ...aStep(ours.awardId, 1), reason: 'Gia đình rút' };
  expect(await takeReasonedStep(deps, sessions.nominator, 'WITHDRAW', [withdrawal])).toMatchObject([{ ok: true }]);
});

test('the days count: related on the day of the deed or since, and free again after the last day', async () => {
  const { sessions } = network;
  const children = [await aChild('Em Một'), await aChild('Em Hai'), await aChild('Em Ba')] as const;
  const [past, since, later] = children;
  accepted(
    await declare(
      sessions.officer,
      related(sessions.verifier.personId, past.nomineeId, { validTo: calendarDate('2025-06-15') }),
      related(sessions.verifier.personId, since.nomineeId, { validFrom: calendarDate('2025-06-18'), kind: 'SPOUSE' }),
      related(sessions.verifier.personId, later.nomineeId, { validFrom: calendarDate('2025-06-21') }),
    ),
  );
  await campaign.advance('CLOSE_NOMINATION');
  // The deed is of a day when they were related, or they became so since: a paper dated back frees nobody.
  await db.asOwner(`update award set effective_on = '2025-06-01' where campaign_id = $1`, [campaign.id]);
  expect(await verify(past.awardId, { effectiveOn: '2025-06-14' })).toEqual(refused);
  expect(await verify(since.awardId, { effectiveOn: '2025-06-10' })).toEqual(refused);
  expect((await verify(past.awardId)).ok).toBe(true);
  expect((await verify(later.awardId)).ok).toBe(true);
});

test('by person, not by record: what is known of one record of a human holds for all of them', async () => {
  const { sessions } = network;
  const { awardId, nomineeId } = await aChild();
  const [aunt, twinOfChild, twinOfVerifier] = [
    await aPersonRow(),
    await aPersonRow(nomineeId),
    await aPersonRow(sessions.verifier.personId),
  ];
  // Told of two other records, which are the child and the verifier all the same.
  accepted(await declare(sessions.officer, related(twinOfVerifier, twinOfChild), related(aunt, nomineeId)));
  await campaign.advance('CLOSE_NOMINATION');
  expect(await verify(awardId)).toEqual(refused);
});

test('the second record of one human cannot approve what the first nominated', async () => {
  const { sessions } = network;
  const { awardId } = await aChild();
  await campaign.advance('CLOSE_NOMINATION');
  accepted(await verify(awardId));
  await db.asOwner('update person set same_as = $2 where id = $1', [
    sessions.approver.personId,
    sessions.nominator.personId,
  ]);
  expect(await approveAwards(deps, sessions.approver, [aStep(awardId, 2)])).toEqual([
    { ok: false, error: { code: 'SAME_PERSON', action: 'APPROVE', alreadyDid: 'NOMINATE' } },
  ]);
});

test('whoever is nominated himself decides nothing about himself', async () => {
  const { awardId, nomineeId } = await aChild();
  // A teacher whom the school registered as a nominee is the official who signs in.
  await db.asOwner('update person set same_as = $2 where id = $1', [network.sessions.verifier.personId, nomineeId]);
  await campaign.advance('CLOSE_NOMINATION');
  expect(await verify(awardId)).toEqual(refused);
});

/** Another row of the register, perhaps found to be somebody who is there already. */
async function aPersonRow(sameAs: PersonId | null = null): Promise<PersonId> {
  const id = systemIds.uuid() as PersonId;
  await deps.unitOfWork.run(network.tenantId, async ({ people }) => {
    const [like] = await people.findByIds([network.sessions.officer.personId]);
    people.addAll([{ ...present(like, 'a person'), id, path: network.thanhAn.path }]);
  });
  if (sameAs !== null) await db.asOwner('update person set same_as = $2 where id = $1', [id, sameAs]);
  return id;
}

test('both histories tell it in opaque ids, and a second sending has no second effect', async () => {
  const { sessions } = network;
  const { nomineeId } = await aChild();
  const input = { relationships: [related(sessions.approver.personId, nomineeId)], idempotencyKey: systemIds.uuid() };
  const [first] = accepted(await declareRelationships(deps, sessions.officer, input));
  const [again] = accepted(await declareRelationships(deps, sessions.officer, input));
  expect(again).toEqual(first);
  const other = { ...input, relationships: [related(sessions.verifier.personId, nomineeId)] };
  expect(await declareRelationships(deps, sessions.officer, other)).toEqual({
    ok: false,
    error: { code: 'IDEMPOTENCY_KEY_REUSED' },
  });
  const data = {
    relationship: first?.id,
    person: sessions.approver.personId,
    related: nomineeId,
    kind: 'SIBLING',
    from: '2020-01-01',
    to: null,
  };
  for (const person of [sessions.approver.personId, nomineeId])
    expect(await eventsOf(person)).toMatchObject([{ type: 'relationship.declared@1', data }]);
});

test('what is wrong with a list is told by its place, and nothing of it is recorded', async () => {
  const { sessions } = network;
  const { nomineeId } = await aChild();
  const good = related(sessions.approver.personId, nomineeId);
  const backwards = { ...good, kind: 'SPOUSE' as const, validTo: calendarDate('2019-12-31') };
  expect(await declare(sessions.officer, good, related(nomineeId, nomineeId))).toEqual({
    ok: false,
    error: { code: 'RELATED_TO_SELF', index: 1 },
  });
  expect(await declare(sessions.officer, good, backwards)).toMatchObject({
    error: { code: 'RELATIONSHIP_PERIOD_REVERSED', index: 1, validFrom: '2020-01-01', validTo: '2019-12-31' },
  });
  expect(await declare(sessions.officer, good, related(nomineeId, sessions.approver.personId))).toEqual({
    ok: false,
    error: { code: 'RELATIONSHIP_REPEATED', index: 1 },
  });
  expect(await eventsOf(nomineeId)).toEqual([]);
  accepted(await declare(sessions.officer, good));
  expect(await declare(sessions.officer, good)).toMatchObject({ error: { code: 'RELATIONSHIP_REPEATED', index: 0 } });
  expect(accepted(await declare(sessions.officer))).toEqual([]);
});

test('an official declares a conflict of his own; about two strangers beyond his reach he says nothing', async () => {
  const { sessions } = network;
  const { nomineeId } = await aChild();
  accepted(await declare(sessions.branchNominator, related(sessions.branchNominator.personId, nomineeId)));
  const notFound = { ok: false, error: { code: 'NOT_FOUND' } };
  expect(await declare(sessions.branchNominator, related(sessions.approver.personId, nomineeId))).toEqual(notFound);
  const nobody = systemIds.uuid() as PersonId;
  expect(await declare(sessions.officer, related(nobody, nomineeId))).toEqual(notFound);
  const stranger = await aNetwork(deps);
  expect(await declare(stranger.sessions.officer, related(stranger.sessions.officer.personId, nomineeId))).toEqual(
    notFound,
  );
  expect(await declare(sessions.auditor, related(sessions.auditor.personId, nomineeId))).toMatchObject({
    error: { code: 'FORBIDDEN', permission: 'relationship.declare' },
  });
});

test('an ending frees from the day after, is told in both histories once, and nobody frees himself', async () => {
  const { sessions } = network;
  const { nomineeId } = await aChild();
  const [one] = accepted(await declare(sessions.officer, related(sessions.verifier.personId, nomineeId)));
  const id = present(one, 'a relationship').id;
  const ending = (lastDay: string) => [{ relationshipId: id, lastDay: calendarDate(lastDay) }];
  const end = (by: Session, lastDay: string) => endRelationships(deps, by, ending(lastDay));
  expect(await end(sessions.officer, '2019-12-31')).toMatchObject({
    error: { code: 'RELATIONSHIP_ENDING_INVALID', index: 0, validFrom: '2020-01-01', validTo: null },
  });
  expect(await end(sessions.verifier, '2025-06-01')).toMatchObject({ error: { code: 'FORBIDDEN' } });
  accepted(await end(sessions.officer, '2025-06-01'));
  accepted(await end(sessions.officer, '2025-06-01'));
  expect(await end(sessions.officer, '2025-06-02')).toMatchObject({ error: { code: 'RELATIONSHIP_ENDING_INVALID' } });
  expect((await eventsOf(nomineeId)).map(({ type }) => type)).toEqual([
    'relationship.declared@1',
    'relationship.ended@1',
  ]);

  const [own] = accepted(await declare(sessions.officer, related(sessions.officer.personId, nomineeId)));
  const ownEnding = [{ relationshipId: present(own, 'a relationship').id, lastDay: calendarDate('2025-06-01') }];
  expect(await endRelationships(deps, sessions.officer, ownEnding)).toEqual({
    ok: false,
    error: { code: 'OWN_RELATIONSHIP', index: 0 },
  });
  const unknown = [{ relationshipId: systemIds.uuid() as never, lastDay: calendarDate('2025-06-01') }];
  expect(await endRelationships(deps, sessions.officer, unknown)).toMatchObject({ error: { code: 'NOT_FOUND' } });
});

test('what is read before a step says of each nominee what the step would, in one statement for all', async () => {
  const { sessions, tenantId } = network;
  const [parent, friend, stranger] = [await aChild('Em Một'), await aChild('Em Hai'), await aChild('Em Ba')];
  accepted(
    await declare(
      sessions.officer,
      related(sessions.approver.personId, parent.nomineeId, { kind: 'GUARDIAN' }),
      related(friend.nomineeId, sessions.approver.personId, { kind: 'DECLARED_CONFLICT' }),
    ),
  );
  const reads = createPostgresReads(db.database);
  const scope = { tenantId, ...subtreeOf(network.province.path) };
  const query = { personId: sessions.approver.personId, on: calendarDate('2025-06-20') };
  const ids = [
    parent.nomineeId,
    friend.nomineeId,
    stranger.nomineeId,
    sessions.approver.personId,
    'nobody' as PersonId,
  ];
  const found = await reads.bonds(scope, query, ids);
  expect(new Map(found.map(({ personId, bond }) => [personId, bond]))).toEqual(
    new Map([
      [parent.nomineeId, 'GUARDIAN'],
      [friend.nomineeId, 'RELATIVE'],
      [sessions.approver.personId, 'SELF'],
    ]),
  );
  expect(await reads.bonds(scope, { ...query, on: calendarDate('2019-12-31') }, ids)).toHaveLength(1);
  const elsewhere = { tenantId, ...subtreeOf(network.binhMinh.path) };
  expect(await reads.bonds(elsewhere, query, ids)).toEqual([]);
  expect(await reads.relationships(scope, [parent.nomineeId])).toMatchObject([{ kind: 'GUARDIAN' }]);
  expect(await reads.relationships(elsewhere, [parent.nomineeId])).toEqual([]);
});
