import {
  applyErasures,
  approveAwards,
  eraseSubjects,
  giveConsents,
  nominate,
  publishResults,
  setPublicationProfile,
  takeReasonedStep,
  verifyHistories,
  verifyNominations,
  withdrawConsents,
  type ConsentInput,
} from '@khuyenhoc/application';
import { subtreeOf, parsePersonEvent } from '@khuyenhoc/domain';
import {
  addDays,
  calendarDate,
  instant,
  present,
  type AwardId,
  type CalendarDate,
  type ConsentId,
  type PersonId,
} from '@khuyenhoc/kernel';
import { createPostgresPublicReads, createPostgresReads } from '@khuyenhoc/persistence';
import { systemIds } from '@khuyenhoc/vault';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
beforeAll(async () => {
  db = await aDatabase();
});
afterAll(() => db.close());

const today = calendarDate('2025-06-20');
const fullName = 'Trần Thị Nhài';

interface Story {
  readonly deps: TestDeps;
  readonly network: Network;
  readonly campaign: TestCampaign;
  readonly awardIds: readonly AwardId[];
  readonly personIds: readonly PersonId[];
}

/** Five children of one commune with approved awards, in a campaign that hands out its money. */
async function aStory(): Promise<Story> {
  const deps = depsOn(db.database);
  const network = await aNetwork(deps);
  const campaign = await aCampaign(deps, network, { fundVnd: 50_000_000n, placesPerUnit: 10 });
  const { nominator, verifier, approver, secondApprover } = network.sessions;
  const names = [fullName, ...Array.from({ length: 4 }, (_, index) => `Lê Văn Mẫu ${index}`)];
  const inputs = names.map((name, index) => aChild(campaign, network, name, index));
  const awardIds = (await nominate(deps, nominator, inputs)).map((one) => accepted(one).awardId);
  await campaign.advance('CLOSE_NOMINATION');
  const steps = (version: number) => awardIds.map((id) => aStep(id, version));
  const reviews = steps(1).map((step) => ({ ...step, facts: null, finding: null }));
  for (const answer of await verifyNominations(deps, verifier, reviews)) accepted(answer);
  for (const answer of await approveAwards(deps, approver, steps(2))) accepted(answer);
  for (const answer of await approveAwards(deps, secondApprover, steps(3))) accepted(answer);
  await campaign.advance('START_APPROVAL', 'START_DISBURSEMENT');
  const found = await deps.unitOfWork.run(network.tenantId, ({ people }) => people.findNomineesOf(awardIds));
  const personOf = new Map(found.map((one) => [one.awardId, one.person.id]));
  const personIds = awardIds.map((id) => present(personOf.get(id), 'the nominee'));
  return { deps, network, campaign, awardIds, personIds };
}

/** Whether a child speaks for itself is a matter of days: the first one was born on 5 September 2012, each other a day later. */
function aChild({ id }: TestCampaign, { thanhAn }: Network, name: string, index = 0) {
  const nomination = aNomination(id, thanhAn.id, name);
  return { ...nomination, nominee: { ...nomination.nominee, birthDate: addDays(calendarDate('2012-09-05'), index) } };
}

function aConsent(personId: PersonId, giver: ConsentInput['giver'], purpose: ConsentInput['purpose'] = 'PUBLISH_NAME') {
  const representative = giver === 'PERSON' ? null : { personId: null, name: 'Trần Văn Bố', relation: 'cha' };
  return { personId, purpose, giver, representative, fileId: null, paper: 'Tập 3, tờ 12', givenOn: today };
}

const give = ({ deps, network }: Story, ...consents: readonly ConsentInput[]) =>
  giveConsents(deps, network.sessions.nominator, { consents, idempotencyKey: systemIds.uuid() });

const withdraw = ({ deps, network }: Story, ...ids: readonly ConsentId[]) =>
  withdrawConsents(deps, network.sessions.nominator, {
    withdrawals: ids.map((consentId) => ({ consentId })),
    idempotencyKey: systemIds.uuid(),
  });

const publish = ({ deps, network, campaign }: Story) => publishResults(deps, network.sessions.officer, campaign.id);

async function showNames({ deps, network, campaign }: Story): Promise<void> {
  accepted(
    await setPublicationProfile(deps, network.sessions.officer, {
      campaignId: campaign.id,
      fields: { NAME: 'CONSENTED', GRADE: 'MASKED', SCHOOL: 'CONSENTED' },
      expectedVersion: 0,
      idempotencyKey: systemIds.uuid(),
    }),
  );
}

async function publicNames(
  { network, campaign }: Story,
  on: CalendarDate = today,
): Promise<readonly (string | null)[]> {
  const page = { limit: 50, after: null, before: null, backwards: false };
  const awards = await createPostgresPublicReads(db.database).awards(network.tenantId, campaign.id, page, on);
  return awards.items.map(({ item }) => item.child.NAME);
}

async function personHistory(story: Story, personId: PersonId) {
  const rows = await db.asOwner<{ bytes: string }>(
    'select bytes from person_event where tenant_id = $1 and person_id = $2 order by seq',
    [story.network.tenantId, personId],
  );
  return rows.map(({ bytes }) => parsePersonEvent(bytes));
}

describe('a consent', () => {
  test('is recorded once however often it is sent, with its paper sealed and an event without a word of it', async () => {
    const story = await aStory();
    const { deps, network, personIds } = story;
    const [child] = personIds as readonly [PersonId];
    const input = { consents: [aConsent(child, 'REPRESENTATIVE')], idempotencyKey: systemIds.uuid() };
    const [first] = accepted(await giveConsents(deps, network.sessions.nominator, input));
    const [again] = accepted(await giveConsents(deps, network.sessions.nominator, input));
    expect(again?.id).toBe(first?.id);
    const rows = await db.asOwner<{ text: string }>(`select consent::text as text from consent where tenant_id = $1`, [
      network.tenantId,
    ]);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.text).not.toContain('Trần Văn Bố');
    const event = (await personHistory(story, child)).at(-1);
    expect(event).toMatchObject({
      type: 'person.consented@1',
      on: today,
      data: { consent: first?.id, purpose: 'PUBLISH_NAME', giver: 'REPRESENTATIVE', evidence: first?.commitment },
    });
    expect(JSON.stringify(event)).not.toContain('Tập 3');
  });

  test('is refused for whom one does not reach, from the future, of a child too young, without a giver and without evidence', async () => {
    const story = await aStory();
    const { deps, network, personIds } = story;
    const [child] = personIds as readonly [PersonId];
    const good = aConsent(child, 'REPRESENTATIVE');
    const refusals = [
      [
        { ...good, personId: systemIds.uuid() as PersonId },
        { code: 'NOT_FOUND', index: 0 },
      ],
      [
        { ...good, givenOn: calendarDate('2025-06-21') },
        { code: 'CONSENT_DATE_IN_FUTURE', index: 0 },
      ],
      [
        { ...aConsent(child, 'PERSON'), givenOn: calendarDate('2019-09-04') },
        { code: 'CONSENT_GIVER_TOO_YOUNG', index: 0, askedFrom: '2019-09-05' },
      ],
      [
        { ...good, representative: null },
        { code: 'REPRESENTATIVE_MISSING', index: 0 },
      ],
      [
        { ...good, paper: ' ' },
        { code: 'CONSENT_EVIDENCE_MISSING', index: 0 },
      ],
    ] as const;
    for (const [input, error] of refusals)
      expect(await give(story, input), error.code).toMatchObject({ ok: false, error });
    // One fault refuses the whole list.
    expect(await give(story, good, { ...good, paper: null })).toMatchObject({ ok: false, error: { index: 1 } });
    const branch = { consents: [good], idempotencyKey: systemIds.uuid() };
    expect(await giveConsents(deps, network.sessions.branchNominator, branch)).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
    expect(await giveConsents(deps, network.sessions.treasurer, branch)).toMatchObject({
      ok: false,
      error: { code: 'FORBIDDEN' },
    });
    expect(await db.asOwner('select from consent where tenant_id = $1', [network.tenantId])).toEqual([]);
  });
});

describe('a publication', () => {
  test('shows a full name when child and parent agreed, and masks it in the transaction of a withdrawal', async () => {
    const story = await aStory();
    const [child] = story.personIds as readonly [PersonId];
    await showNames(story);
    const [parents] = accepted(await give(story, aConsent(child, 'REPRESENTATIVE')));
    accepted(await publish(story));
    expect(await publicNames(story)).not.toContain(fullName);
    accepted(await give(story, aConsent(child, 'PERSON')));
    // Agreed to, and not shown before somebody publishes again.
    expect(await publicNames(story)).not.toContain(fullName);
    expect(accepted(await publish(story))).toMatchObject({ awards: 5, unmasked: 1 });
    expect((await publicNames(story)).filter((name) => name === fullName)).toHaveLength(1);
    const withdrawn = accepted(await withdraw(story, present(parents, 'a consent').id));
    expect(withdrawn.maskedAwards).toBe(1);
    expect(await publicNames(story)).not.toContain(fullName);
    expect((await personHistory(story, child)).at(-1)).toMatchObject({
      type: 'person.consent-withdrawn@1',
      data: { purpose: 'PUBLISH_NAME', masked: 1 },
    });
    // Publishing again does not bring it back.
    expect(accepted(await publish(story)).unmasked).toBe(0);
    expect(await publicNames(story)).not.toContain(fullName);
    expect(await withdraw(story, present(parents, 'a consent').id)).toMatchObject({
      ok: false,
      error: { code: 'CONSENT_WITHDRAWN', withdrawnOn: today },
    });
  });

  test('and a withdrawal at one moment end masked, whichever is first', async () => {
    const story = await aStory();
    await showNames(story);
    for (const child of story.personIds) {
      const consents = accepted(await give(story, aConsent(child, 'REPRESENTATIVE'), aConsent(child, 'PERSON')));
      const [first] = consents;
      const both = await Promise.all([publish(story), withdraw(story, present(first, 'a consent').id), publish(story)]);
      for (const answer of both) accepted<unknown>(answer);
      expect(
        (await publicNames(story)).every((name) => name?.endsWith('***')),
        child,
      ).toBe(true);
    }
  });

  test('goes on by itself when the child turns 16, whose own consent stands', async () => {
    const story = await aStory();
    const [child] = story.personIds as readonly [PersonId];
    await showNames(story);
    // Born on 5 September 2012: both speak now, and at 16 the person alone.
    accepted(await give(story, aConsent(child, 'REPRESENTATIVE'), aConsent(child, 'PERSON')));
    accepted(await publish(story));
    expect(await publicNames(story, calendarDate('2031-01-01'))).toContain(fullName);
  });

  test('has a profile that only one of two officers sets at a time', async () => {
    const story = await aStory();
    const { deps, network, campaign } = story;
    await showNames(story);
    const stale = {
      campaignId: campaign.id,
      fields: { NAME: 'HIDDEN', GRADE: 'HIDDEN', SCHOOL: 'HIDDEN' },
      expectedVersion: 0,
      idempotencyKey: systemIds.uuid(),
    } as const;
    expect(await setPublicationProfile(deps, network.sessions.officer, stale)).toEqual({
      ok: false,
      error: { code: 'VERSION_CONFLICT', expected: 0, actual: 1 },
    });
    expect(await setPublicationProfile(deps, network.sessions.nominator, stale)).toMatchObject({
      error: { code: 'FORBIDDEN' },
    });
    const events = await db.asOwner<{ type: string }>(
      'select type from association_event where tenant_id = $1 and association_id = $2 order by seq',
      [network.tenantId, network.province.id],
    );
    expect(events.map(({ type }) => type)).toContain('publication.profile-set@1');
  });
});

const erase = ({ deps, network }: Story, ...personIds: readonly PersonId[]) =>
  eraseSubjects(deps, network.sessions.officer, {
    personIds,
    reason: 'REQUESTED',
    actId: null,
    idempotencyKey: systemIds.uuid(),
  });

describe('an erasure', () => {
  test('waits until the cases of the child are over', async () => {
    const story = await aStory();
    const [child] = story.personIds as readonly [PersonId];
    expect(await erase(story, child)).toEqual({
      ok: false,
      error: { code: 'AWARDS_OPEN', personId: child, awards: [{ id: story.awardIds[0], state: 'approved' }] },
    });
  });

  test('leaves amounts and a history that verifies, and takes away every way to the child', async () => {
    const story = await aStory();
    const { deps, network, awardIds } = story;
    const [child] = story.personIds as readonly [PersonId];
    const [awardId] = awardIds as readonly [AwardId];
    accepted(await publish(story));
    const reason = { ...aStep(awardId, 4), reason: 'Gia đình đề nghị' };
    const [withdrawn] = await takeReasonedStep(deps, network.sessions.nominator, 'WITHDRAW', [reason]);
    const version = accepted(present(withdrawn, 'an answer')).version;
    expect(accepted(await erase(story, child))).toEqual({ personIds: [child], keptAwards: 1 });
    const [row] = await db.asOwner(
      `select octet_length(wrapped_key) as key, octet_length(profile) as profile, match_key, number_key from person where id = $1`,
      [child],
    );
    expect(row).toEqual({ key: 0, profile: 0, match_key: null, number_key: null });
    for (const table of ['person_word', 'person_match_key', 'matching_entry', 'identity'])
      expect(await db.asOwner(`select from ${table} where person_id = $1`, [child]), table).toEqual([]);
    const scope = { tenantId: network.tenantId, ...subtreeOf(network.province.path) };
    const reads = createPostgresReads(db.database);
    expect(await reads.people(scope, [child])).toEqual([]);
    expect((await reads.sealedValues(scope, [awardId])).every(({ key }) => key === null)).toBe(true);
    expect((await personHistory(story, child)).at(-1)).toMatchObject({
      type: 'person.erased@1',
      data: { reason: 'REQUESTED', awards: 1 },
    });
    const events = await reads.awardEvents(scope, [awardId]);
    expect(await verifyHistories({ reads, digest: deps.digest }, scope, [awardId])).toMatchObject([
      { events: version, fault: null },
    ]);
    expect(events).toHaveLength(version);
    // Erased once is erased: a second time does nothing, and the history has one such event.
    accepted(await erase(story, child));
    const erasures = (await personHistory(story, child)).filter(({ type }) => type === 'person.erased@1');
    expect(erasures).toHaveLength(1);
    expect(await give(story, aConsent(child, 'PERSON'))).toMatchObject({ error: { code: 'SUBJECT_ERASED' } });
    // The same child may come again, as somebody who is not known.
    const other = await aCampaign(deps, network, { fundVnd: 5_000_000n, placesPerUnit: 1 });
    const [again] = await nominate(deps, network.sessions.nominator, [aChild(other, network, fullName)]);
    const fresh = accepted(present(again, 'an answer')).awardId;
    const [nominee] = await deps.unitOfWork.run(network.tenantId, ({ people }) => people.findNomineesOf([fresh]));
    expect(nominee?.person.id).not.toBe(child);
  });

  test('applied again to a restored backup needs no case to be over; what is left of a case can be ended and nothing else', async () => {
    const story = await aStory();
    const { deps, network, awardIds } = story;
    const [child, untouched] = story.personIds as readonly [PersonId, PersonId];
    const [awardId] = awardIds as readonly [AwardId];
    const at = instant('2025-06-19T02:00:00.000Z');
    const unknown = systemIds.uuid() as PersonId;
    const listed = [child, unknown].map((personId) => ({
      personId,
      reason: 'REQUESTED' as const,
      actId: null,
      erasedAt: at,
    }));
    expect(await applyErasures(deps, network.tenantId, listed)).toEqual({ erased: 1, already: 0, unknown: 1 });
    expect(await applyErasures(deps, network.tenantId, listed)).toEqual({ erased: 0, already: 1, unknown: 1 });
    const { approver, verifier, nominator } = network.sessions;
    const [approved] = await approveAwards(deps, approver, [aStep(awardId, 4)]);
    expect(approved).toEqual({ ok: false, error: { code: 'SUBJECT_ERASED' } });
    const [verified] = await verifyNominations(deps, verifier, [{ ...aStep(awardId, 4), facts: null, finding: null }]);
    expect(verified).toEqual({ ok: false, error: { code: 'SUBJECT_ERASED' } });
    const [ended] = await takeReasonedStep(deps, nominator, 'WITHDRAW', [{ ...aStep(awardId, 4), reason: 'Đã xóa' }]);
    accepted(present(ended, 'an answer'));
    // Nobody else lost anything.
    const scope = { tenantId: network.tenantId, ...subtreeOf(network.province.path) };
    expect(await createPostgresReads(db.database).people(scope, [untouched])).toHaveLength(1);
  });
});
