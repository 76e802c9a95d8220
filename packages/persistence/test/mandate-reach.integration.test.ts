import {
  delegateMandates,
  endMandates,
  grantMandates,
  openFund,
  registerActs,
  type MandateGrant,
  type Session,
} from '@khuyenhoc/application';
import { reachesOn, roles, type Association, type GrantedMandate } from '@khuyenhoc/domain';
import { addDays, calendarDate, present, type ActId, type PersonId } from '@khuyenhoc/kernel';
import { scale, seed, seededRandom, type SeededRandom } from '@khuyenhoc/test-scale';
import { systemIds } from '@khuyenhoc/vault';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDatabase, type TestDatabase } from './a-database.ts';
import { aNetwork, accepted, depsOn, type Network, type TestDeps } from './a-network.ts';
import { anAct } from './worlds/acts-and-files.ts';

let db: TestDatabase;
let deps: TestDeps;
let network: Network;
let actId: ActId;
const today = calendarDate('2025-06-20');
/** Who may open a fund, as the permission table has it. */
const fundRoles = ['officer', 'treasurer'];

beforeAll(async () => {
  db = await aDatabase();
  deps = depsOn(db.database);
  network = await aNetwork(deps);
  const { sessions, province } = network;
  const input = { associationId: province.id, acts: [anAct()], idempotencyKey: systemIds.uuid() };
  actId = present(accepted(await registerActs(deps, sessions.officer, input))[0], 'an act').id;
});
afterAll(() => db.close());

/** Every mandate that was given, as it stands; the model that the database is compared with. */
type Register = Map<string, GrantedMandate>;

test('whatever is given, lent and ended, a person acts within the union of what is valid that day, and nowhere else', async () => {
  const random = seededRandom(seed);
  const places = [network.province, network.thanhAn, network.binhMinh, network.branch];
  const people = await somePeople(places);
  const register: Register = new Map();
  let tried = 0;
  for (let step = 0; step < scale(3_000); step += 1) {
    await change(random, register, people, places);
    const person = random.oneOf(people);
    const place = random.oneOf(places);
    const held = [...register.values()].filter((one) => one.personId === person);
    const may = held.some((one) => fundRoles.includes(one.role) && reachesOn(one, place.path, today));
    const answers = await Promise.all(held.map((one) => opensFund(sessionOf(one), place)));
    expect(answers.includes(true), `${person} at ${place.name} after ${step + 1} changes`).toBe(may);
    tried += answers.length;
  }
  expect(tried).toBeGreaterThan(scale(3_000));
});

async function somePeople(places: readonly Association[]): Promise<readonly PersonId[]> {
  const grants = places.map((at, index): MandateGrant => ({
    holder: { kind: 'official', official: { fullName: `Cán bộ ${index}`, identity: null } },
    role: 'auditor',
    associationId: at.id,
    validFrom: calendarDate('2025-01-01'),
    validTo: null,
    actId,
  }));
  const given = await grantMandates(deps, network.sessions.officer, { grants, idempotencyKey: systemIds.uuid() });
  return accepted(given).map(({ personId }) => personId);
}

/** Gives, lends or ends something at random; what is refused changes nothing. */
async function change(
  random: SeededRandom,
  register: Register,
  people: readonly PersonId[],
  places: readonly Association[],
): Promise<void> {
  const { officer } = network.sessions;
  const idempotencyKey = systemIds.uuid();
  const validFrom = addDays(today, random.below(7) - 3);
  const validTo = addDays(validFrom, random.below(6));
  const personId = random.oneOf(people);
  const associationId = random.oneOf(places).id;
  const held = [...register.values()];
  const kind = held.length === 0 ? 0 : random.below(3);
  if (kind === 0) {
    const holder = { kind: 'person', personId } as const;
    const grants = [{ holder, role: random.oneOf(roles), associationId, validFrom, validTo, actId }];
    const given = await grantMandates(deps, officer, { grants, idempotencyKey });
    if (given.ok) for (const one of given.value) register.set(one.id, one);
  } else if (kind === 1) {
    const from = random.oneOf(held);
    const delegations = [{ personId, associationId, validFrom, validTo, actId: null }];
    const given = await delegateMandates(deps, sessionOf(from), { delegations, idempotencyKey });
    if (given.ok) for (const one of given.value) register.set(one.id, one);
  } else {
    const ends = [{ mandateId: random.oneOf(held).id, lastDay: addDays(today, random.below(3) - 1) }];
    const ended = await endMandates(deps, officer, { ends, actId: null, acceptGaps: true, idempotencyKey });
    if (ended.ok) for (const one of ended.value.ended) register.set(one.id, one);
  }
}

function sessionOf(mandate: GrantedMandate): Session {
  return { tenantId: network.tenantId, personId: mandate.personId, mandate };
}

async function opensFund(session: Session, at: Association): Promise<boolean> {
  const legalForm = 'ASSOCIATION_ACCOUNT' as const;
  const input = { associationId: at.id, name: 'Quỹ thử', legalForm, idempotencyKey: systemIds.uuid() };
  return (await openFund(deps, session, input)).ok;
}
