import {
  coverSeats,
  delegateMandates,
  endMandates,
  grantMandates,
  linkIdentities,
  nominate,
  openFund,
  readSeatGaps,
  registerActs,
  verifyNominations,
  type MandateGrant,
  type Session,
} from '@khuyenhoc/application';
import { parseAssociationEvent, subtreeOf, type Association, type GrantedMandate, type Role } from '@khuyenhoc/domain';
import { addDays, calendarDate, instant, present, type ActId, type PersonId } from '@khuyenhoc/kernel';
import { createPostgresGate, createPostgresReads } from '@khuyenhoc/persistence';
import { systemIds } from '@khuyenhoc/vault';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aDatabase, type TestDatabase } from './a-database.ts';
import { aCampaign, accepted, aNetwork, aNomination, aStep, depsOn, type Network, type TestDeps } from './a-network.ts';
import { anAct } from './worlds/acts-and-files.ts';

let db: TestDatabase;
let deps: TestDeps;
let network: Network;
let actId: ActId;
const today = calendarDate('2025-06-20');
const yesterday = addDays(today, -1);

beforeAll(async () => {
  db = await aDatabase();
  deps = depsOn(db.database);
  network = await aNetwork(deps);
  actId = await anActOf(network);
});
afterAll(() => db.close());

async function anActOf({ sessions, province }: Network): Promise<ActId> {
  const input = { associationId: province.id, acts: [anAct()], idempotencyKey: systemIds.uuid() };
  return present(accepted(await registerActs(deps, sessions.officer, input))[0], 'an act').id;
}

/** A mandate for a new official who signs in as `subject`. */
function aGrant(at: Association, role: Role, subject: string, given: Partial<MandateGrant> = {}): MandateGrant {
  const official = { fullName: `Cán bộ ${subject}`, identity: { issuer: 'https://issuer.example', subject } };
  return {
    holder: { kind: 'official', official },
    role,
    associationId: at.id,
    validFrom: calendarDate('2025-01-01'),
    validTo: null,
    actId,
    ...given,
  };
}

const forPerson = (personId: PersonId) => ({ holder: { kind: 'person' as const, personId } });

const grant = (session: Session, ...grants: readonly MandateGrant[]) =>
  grantMandates(deps, session, { grants, idempotencyKey: systemIds.uuid() });

/** One mandate that is given, and the session of its holder. */
async function granted(one: MandateGrant, by = network.sessions.officer) {
  const mandate = present(accepted(await grant(by, one))[0], 'a mandate');
  return { mandate, session: sessionOf(mandate) };
}

const sessionOf = (mandate: GrantedMandate): Session => ({
  tenantId: network.tenantId,
  personId: mandate.personId,
  mandate,
});

const end = (session: Session, mandate: GrantedMandate, given: { lastDay?: typeof today; acceptGaps?: boolean } = {}) =>
  endMandates(deps, session, {
    ends: [{ mandateId: mandate.id, lastDay: given.lastDay ?? yesterday }],
    actId: null,
    acceptGaps: given.acceptGaps ?? false,
    idempotencyKey: systemIds.uuid(),
  });

const opensFund = (session: Session, at: Association, on = deps) =>
  openFund(on, session, {
    associationId: at.id,
    name: 'Quỹ thử',
    legalForm: 'ASSOCIATION_ACCOUNT',
    idempotencyKey: systemIds.uuid(),
  });

describe('granting', () => {
  test('makes a person of a new official, who signs in and acts at once', async () => {
    const subject = systemIds.uuid();
    const { session } = await granted(aGrant(network.thanhAn, 'officer', subject));
    const [person] = await createPostgresGate(db.database).findPeople('https://issuer.example', subject, today);
    expect(person).toMatchObject({
      personId: session.personId,
      mandates: [{ role: 'officer', decision: '12/QĐ-HKH' }],
    });
    expect(await opensFund(session, network.branch)).toMatchObject({ ok: true });
    expect(await opensFund(session, network.binhMinh)).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
  });

  test('is told in the history of the association, with the act and without a name', async () => {
    const { mandate } = await granted(aGrant(network.binhMinh, 'auditor', systemIds.uuid()));
    const rows = await db.asOwner<{ bytes: string }>(
      `select bytes from association_event where association_id = $1 and bytes like '%' || $2 || '%'`,
      [network.binhMinh.id, mandate.id],
    );
    const event = parseAssociationEvent(present(rows[0], 'the event of a grant').bytes);
    expect(event).toMatchObject({
      type: 'mandate.granted@1',
      data: { mandate: mandate.id, kind: 'own', act: actId, role: 'auditor' },
    });
    expect(rows[0]?.bytes).not.toContain('Cán bộ');
  });

  test('the same list sent twice is given once', async () => {
    const input = {
      grants: [
        aGrant(network.thanhAn, 'verifier', systemIds.uuid()),
        aGrant(network.thanhAn, 'nominator', systemIds.uuid()),
      ],
      idempotencyKey: systemIds.uuid(),
    };
    const first = accepted(await grantMandates(deps, network.sessions.officer, input));
    const again = accepted(await grantMandates(deps, network.sessions.officer, input));
    expect(again.map(({ id, role }) => [id, role])).toEqual(first.map(({ id, role }) => [id, role]));
  });

  test('one human may hold two mandates, and a sign-in is one person', async () => {
    const subject = systemIds.uuid();
    const [one, two] = accepted(
      await grant(
        network.sessions.officer,
        aGrant(network.thanhAn, 'verifier', subject),
        aGrant(network.thanhAn, 'treasurer', subject),
      ),
    );
    expect(one?.personId).toBe(two?.personId);
    const again = await grant(network.sessions.officer, aGrant(network.binhMinh, 'verifier', subject));
    expect(again).toEqual({ ok: false, error: { code: 'IDENTITY_TAKEN', index: 0 } });
  });

  test('is refused whole, and leaves nobody behind', async () => {
    const subject = systemIds.uuid();
    const own = aGrant(network.thanhAn, 'auditor', '', forPerson(network.sessions.officer.personId));
    const refused = await grant(network.sessions.officer, aGrant(network.thanhAn, 'verifier', subject), own);
    expect(refused).toEqual({ ok: false, error: { code: 'MANDATE_FOR_ONESELF', index: 1 } });
    expect(await createPostgresGate(db.database).findPeople('https://issuer.example', subject, today)).toEqual([]);
  });

  const holder = () => forPerson(network.sessions.verifier.personId);
  test.each([
    ['a last day before the first', { validTo: calendarDate('2024-12-31') }, 'MANDATE_PERIOD_REVERSED'],
    ['a day before the founding', { validFrom: calendarDate('2019-12-31') }, 'MANDATE_BEYOND_LIFE'],
    ['an act that did not hold yet', { validFrom: calendarDate('2024-01-20') }, 'ACT_NOT_IN_FORCE'],
    ['an act of nobody', { actId: systemIds.uuid() as ActId }, 'NOT_FOUND'],
  ])('is refused for %s', async (_why, given, code) => {
    const refused = await grant(
      network.sessions.officer,
      aGrant(network.binhMinh, 'verifier', '', { ...holder(), ...given }),
    );
    expect(refused).toMatchObject({ ok: false, error: { code } });
  });

  test('is refused when the person holds the role there already', async () => {
    const one = aGrant(network.binhMinh, 'treasurer', systemIds.uuid());
    const { mandate } = await granted(one);
    const again = await grant(network.sessions.officer, { ...one, ...forPerson(mandate.personId) });
    expect(again).toMatchObject({ ok: false, error: { code: 'MANDATE_OVERLAPS', index: 0 } });
  });

  test('is for officers, and no wider than their own reach', async () => {
    const { session } = await granted(aGrant(network.thanhAn, 'officer', systemIds.uuid()));
    const wider = await grant(session, aGrant(network.province, 'auditor', systemIds.uuid()));
    expect(wider).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
    const role = await grant(network.sessions.treasurer, aGrant(network.thanhAn, 'auditor', systemIds.uuid()));
    expect(role).toMatchObject({ ok: false, error: { code: 'FORBIDDEN', required: ['officer'] } });
  });
});

describe('ending', () => {
  test('counts on the next command, whatever session is in hand', async () => {
    const { mandate, session } = await granted(aGrant(network.thanhAn, 'treasurer', systemIds.uuid()));
    expect(await opensFund(session, network.thanhAn)).toMatchObject({ ok: true });
    accepted(await end(network.sessions.officer, mandate));
    expect(await opensFund(session, network.thanhAn)).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
  });

  test('a mandate that begins tomorrow gives nothing today', async () => {
    const { session } = await granted(
      aGrant(network.thanhAn, 'treasurer', systemIds.uuid(), { validFrom: addDays(today, 1) }),
    );
    expect(await opensFund(session, network.thanhAn)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    const tomorrow = depsOn(db.database, '2025-06-21T02:00:00.000Z');
    expect(await opensFund(session, network.thanhAn, tomorrow)).toMatchObject({ ok: true });
  });

  test('is brought forward and never put off, and not into the past', async () => {
    const { mandate } = await granted(
      aGrant(network.thanhAn, 'auditor', systemIds.uuid(), { validTo: addDays(today, 10) }),
    );
    const later = await end(network.sessions.officer, mandate, { lastDay: addDays(today, 11) });
    expect(later).toMatchObject({ ok: false, error: { code: 'MANDATE_ALREADY_ENDED', validTo: addDays(today, 10) } });
    const past = await end(network.sessions.officer, mandate, { lastDay: addDays(today, -2) });
    expect(past).toMatchObject({ ok: false, error: { code: 'MANDATE_END_TOO_EARLY', earliest: yesterday } });
  });

  test('leaves the network somebody who can give mandates', async () => {
    const other = await aNetwork(deps);
    const { officer } = other.sessions;
    const input = { ends: [{ mandateId: officer.mandate.id, lastDay: today }], actId: null, acceptGaps: true };
    const refused = await endMandates(deps, officer, { ...input, idempotencyKey: systemIds.uuid() });
    expect(refused).toMatchObject({ ok: false, error: { code: 'LAST_OFFICER', associationId: other.province.id } });
  });
});

describe('delegating', () => {
  async function aPair() {
    const lender = await granted(
      aGrant(network.thanhAn, 'treasurer', systemIds.uuid(), { validTo: addDays(today, 90) }),
    );
    const friend = await granted(aGrant(network.thanhAn, 'nominator', systemIds.uuid()));
    return { lender, friend };
  }
  const lend = (session: Session, personId: PersonId, given: object = {}) => {
    const period = { validFrom: today, validTo: addDays(today, 30) };
    const one = { personId, associationId: network.thanhAn.id, ...period, actId: null, ...given };
    return delegateMandates(deps, session, { delegations: [one], idempotencyKey: systemIds.uuid() });
  };

  test('lets another act in one’s place, and ends with the mandate that it rests on', async () => {
    const { lender, friend } = await aPair();
    const [loan] = accepted(await lend(lender.session, friend.session.personId));
    const acting = sessionOf(present(loan, 'a delegation'));
    expect(loan?.lent).toEqual({ kind: 'delegated', from: lender.mandate.id });
    expect(await opensFund(acting, network.thanhAn)).toMatchObject({ ok: true });
    const { ended } = accepted(await end(network.sessions.officer, lender.mandate));
    expect(ended.map(({ id }) => id)).toEqual([lender.mandate.id, loan?.id]);
    expect(await opensFund(acting, network.thanhAn)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });

  test('is refused beyond the mandate’s days and reach, to oneself, and for what was lent', async () => {
    const { lender, friend } = await aPair();
    const { personId } = friend.session;
    expect(await lend(lender.session, personId, { validTo: addDays(today, 91) })).toMatchObject({
      error: { code: 'LOAN_BEYOND_MANDATE' },
    });
    expect(await lend(lender.session, personId, { associationId: network.province.id })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    expect(await lend(lender.session, lender.session.personId)).toMatchObject({
      error: { code: 'MANDATE_FOR_ONESELF' },
    });
    const [loan] = accepted(await lend(lender.session, personId));
    const third = await granted(aGrant(network.thanhAn, 'auditor', systemIds.uuid()));
    expect(await lend(sessionOf(present(loan, 'a loan')), third.session.personId)).toMatchObject({
      error: { code: 'FORBIDDEN', needs: 'OWN' },
    });
  });

  test('gives nobody power to hand on', async () => {
    const officer = await granted(aGrant(network.thanhAn, 'officer', systemIds.uuid()));
    const friend = await granted(aGrant(network.thanhAn, 'nominator', systemIds.uuid()));
    const [loan] = accepted(await lend(officer.session, friend.session.personId));
    const refused = await grant(
      sessionOf(present(loan, 'a loan')),
      aGrant(network.thanhAn, 'auditor', systemIds.uuid()),
    );
    expect(refused).toMatchObject({ ok: false, error: { code: 'FORBIDDEN', needs: 'OWN' } });
  });
});

describe('covering a seat', () => {
  const cover = (session: Session, personId: PersonId, given: object = {}) => {
    const seat = {
      associationId: network.binhMinh.id,
      role: 'verifier' as const,
      coveredBy: network.thanhAn.id,
      personId,
    };
    const one = { ...seat, validFrom: today, validTo: addDays(today, 30), actId, ...given };
    return coverSeats(deps, session, { covers: [one], idempotencyKey: systemIds.uuid() });
  };

  test('lends a neighbour’s person by those above both, and says so wherever the mandate is read', async () => {
    const { session } = await granted(aGrant(network.thanhAn, 'verifier', systemIds.uuid()));
    const [covering] = accepted(await cover(network.sessions.officer, session.personId));
    const scope = { tenantId: network.tenantId, ...subtreeOf(network.province.path) };
    const reads = createPostgresReads(db.database);
    const [list] = await reads.mandatesReaching(scope, [{ associationId: network.binhMinh.id, on: today }]);
    expect(list?.find(({ id }) => id === covering?.id)).toMatchObject({
      lent: { kind: 'cover', by: network.thanhAn.id },
      associationName: network.binhMinh.name,
      coveredByName: network.thanhAn.name,
    });
    // Those above reach it as well, and stand in the same list.
    expect(list?.map(({ personId }) => personId)).toContain(network.sessions.verifier.personId);
  });

  test('is refused to who does not hold the role there, and to an officer who does not reach both', async () => {
    const wrong = await granted(aGrant(network.thanhAn, 'nominator', systemIds.uuid()));
    expect(await cover(network.sessions.officer, wrong.session.personId)).toMatchObject({
      error: { code: 'COVER_NOT_HELD' },
    });
    const right = await granted(aGrant(network.thanhAn, 'verifier', systemIds.uuid()));
    const officer = await granted(aGrant(network.binhMinh, 'officer', systemIds.uuid()));
    expect(await cover(officer.session, right.session.personId)).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});

describe('two sign-ins of one human', () => {
  const link = (session: Session, personId: PersonId, subject: string) =>
    linkIdentities(deps, session, {
      links: [{ personId, identity: { issuer: 'https://issuer.example', subject } }],
      idempotencyKey: systemIds.uuid(),
    });

  test('are one person, so that they cast one vote', async () => {
    const campaign = await aCampaign(deps, network, { fundVnd: 5_000_000n, placesPerUnit: 5 });
    const { sessions, thanhAn } = network;
    const nomination = aNomination(campaign.id, thanhAn.id, `Em Một ${systemIds.uuid()}`);
    const [nominated] = await nominate(deps, sessions.nominator, [nomination]);
    await campaign.advance('CLOSE_NOMINATION');
    const subject = systemIds.uuid();
    accepted(await link(sessions.officer, sessions.nominator.personId, subject));
    const { mandate } = await granted(aGrant(network.province, 'verifier', '', forPerson(sessions.nominator.personId)));
    const [person] = await createPostgresGate(db.database).findPeople('https://issuer.example', subject, today);
    expect(person?.personId).toBe(sessions.nominator.personId);
    const step = aStep(accepted(present(nominated, 'an answer')).awardId, 1);
    const [answer] = await verifyNominations(deps, sessionOf(mandate), [{ ...step, facts: null, finding: null }]);
    expect(answer).toMatchObject({ ok: false, error: { code: 'SAME_PERSON', alreadyDid: 'NOMINATE' } });
  });

  test('are linked by the root’s officer, once, and never taken from another', async () => {
    const { sessions } = network;
    const subject = systemIds.uuid();
    accepted(await link(sessions.officer, sessions.auditor.personId, subject));
    accepted(await link(sessions.officer, sessions.auditor.personId, subject));
    expect(await link(sessions.officer, sessions.treasurer.personId, subject)).toEqual({
      ok: false,
      error: { code: 'IDENTITY_TAKEN', index: 0 },
    });
    const commune = await granted(aGrant(network.thanhAn, 'officer', systemIds.uuid()));
    expect(await link(commune.session, sessions.treasurer.personId, systemIds.uuid())).toMatchObject({
      error: { code: 'FORBIDDEN', needs: 'ROOT' },
    });
  });
});

describe('the gaps that an ending leaves', () => {
  test('are told before a case waits, and taken only when that is said', async () => {
    const other = await aNetwork(deps);
    const { sessions, thanhAn, tenantId, province } = other;
    const campaign = await aCampaign(deps, other, { fundVnd: 5_000_000n, placesPerUnit: 5 });
    await nominate(deps, sessions.nominator, [aNomination(campaign.id, thanhAn.id, 'Em Chờ')]);
    const input = { ends: [{ mandateId: sessions.verifier.mandate.id, lastDay: today }], actId: null };
    const ends = (acceptGaps: boolean) =>
      endMandates(deps, sessions.officer, { ...input, acceptGaps, idempotencyKey: systemIds.uuid() });
    const refused = await ends(false);
    expect(refused).toMatchObject({ ok: false, error: { code: 'SEATS_LEFT_EMPTY' } });
    const gap = { action: 'VERIFY', associationId: thanhAn.id, missing: 1, openCases: 1, from: addDays(today, 1) };
    expect(accepted(await ends(true)).gaps).toContainEqual(expect.objectContaining(gap));
    const scope = { tenantId, ...subtreeOf(province.path) };
    const reads = createPostgresReads(db.database);
    const soon = await readSeatGaps({ reads }, scope, { on: today, withinDays: 30 });
    expect(soon).toContainEqual(expect.objectContaining(gap));
    // Today the verifier still works.
    const now = await readSeatGaps({ reads }, scope, { on: today, withinDays: 0 });
    expect(now.filter(({ action }) => action === 'VERIFY')).toEqual([]);
  });
});

test('a mandate is recorded at the moment it was given', async () => {
  const { mandate } = await granted(aGrant(network.thanhAn, 'auditor', systemIds.uuid()));
  expect(mandate.recordedAt).toBe(instant('2025-06-20T02:00:00.000Z'));
});
