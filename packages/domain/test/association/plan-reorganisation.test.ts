import {
  AssociationTree,
  isWithin,
  planReorganisation,
  shareOut,
  type Association,
  type ReorganisationCommand,
  type ReorganisationRefusal,
} from '@khuyenhoc/domain';
import { addDays, calendarDate, present, type ActId, type AssociationId, type CalendarDate } from '@khuyenhoc/kernel';
import { propertyRuns, scale, seed, seededRandom, type SeededRandom } from '@khuyenhoc/test-scale';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applied, aWorld, beginning, snapshotOf, tenantId, type World } from './reorganisation-world.ts';

const deedOn = (on: CalendarDate) => ({
  id: '00000000-0000-7000-8000-00000000000d',
  on,
  actId: '00000000-0000-7000-8000-00000000000a' as ActId,
  actNumber: '12/QĐ',
});
const today = calendarDate('2025-07-01');
const everythingTo = (rest: AssociationId) => ({ rest, named: [] });

function dissolvedBy(command: ReorganisationCommand): readonly AssociationId[] {
  if (command.kind === 'MERGE') return command.from;
  if (command.kind === 'SPLIT') return [command.from];
  return command.kind === 'CLOSE' ? [command.associationId] : [];
}

function planned(world: World, command: ReorganisationCommand, on = today) {
  const day = on > today ? on : today;
  return planReorganisation(snapshotOf(world, day, dissolvedBy(command)), deedOn(on), command);
}

function aCommand(random: SeededRandom, world: World, number: number): ReorganisationCommand {
  const living = [...world.associations.values()].filter(({ closedOn }) => closedOn === null);
  const one = random.oneOf(living).id;
  const other = random.oneOf(living).id;
  const kind = random.below(5);
  if (kind === 0) return { kind: 'MOVE', associationId: one, toParentId: other };
  if (kind === 1) return { kind: 'RENAME', associationId: one, traits: { name: `Hội đổi tên ${number}` } };
  if (kind === 2) return { kind: 'CLOSE', associationId: one };
  const mandates = { rest: random.chance(0.5) ? other : null, named: [] };
  if (kind === 3) {
    const from = [...new Set([one, random.oneOf(living).id])];
    return { kind: 'MERGE', from, into: { kind: 'EXISTING', id: other }, handover: { mandates, funds: [] } };
  }
  const third = random.oneOf(living).id;
  const parts = 1 + random.below(6);
  const all = everythingTo(random.chance(0.5) ? other : third);
  return {
    kind: 'SPLIT',
    from: one,
    into: [
      { successor: { kind: 'EXISTING', id: other }, share: { parts, whole: 7 } },
      { successor: { kind: 'EXISTING', id: third }, share: { parts: 7 - parts, whole: 7 } },
    ],
    handover: { children: all, campaigns: all, cases: all, mandates, funds: [] },
  };
}

const money = (world: World) => world.funds.reduce((sum, { balanceVnd }) => sum + balanceVnd, 0n);
const places = (world: World) => world.allotments.reduce((sum, { available }) => sum + available, 0n);
const pathsOn = (world: World, day: CalendarDate, ids: readonly AssociationId[]) => {
  const tree = new AssociationTree(tenantId, world.periods, world.successions);
  return ids.map((id) => tree.pathOn(id, day).map(({ stood }) => stood));
};

describe('whatever is ordered, one act after the other', () => {
  test('every đồng, place, case and seat is found again, the tree has no ring, and the past stays as it was', () => {
    const done = new Map<string, number>();
    for (let story = 0; story < scale(5_000); story += 1) {
      const random = seededRandom(seed + story);
      const world = aWorld(random, 3 + random.below(12));
      const ids = [...world.associations.keys()];
      const past = pathsOn(world, beginning, ids);
      const before = {
        money: money(world),
        places: places(world),
        cases: world.cases.map(({ id }) => id),
        people: new Set(world.mandates.map((one) => one.personId)),
      };
      let ended = 0;
      for (let step = 1; step <= 6; step += 1) {
        const day = addDays(today, 2 * step);
        const command = aCommand(random, world, step);
        const plan = planned(world, command, day);
        done.set(
          plan.ok ? command.kind : plan.error.code,
          (done.get(plan.ok ? command.kind : plan.error.code) ?? 0) + 1,
        );
        if (!plan.ok) continue;
        ended += plan.value.mandates.filter(({ to }) => to === null).length;
        applied(world, plan.value, day);
        expectWhole(world, day);
        expect(pathsOn(world, beginning, ids)).toEqual(past);
      }
      expect(money(world)).toBe(before.money);
      expect(places(world)).toBe(before.places);
      expect(world.cases.map(({ id }) => id)).toEqual(before.cases);
      expect(world.mandates.length + ended).toBe(before.people.size);
    }
    // Each kind was really done, or the law above says little.
    for (const kind of ['MOVE', 'RENAME', 'MERGE', 'SPLIT']) expect(done.get(kind), kind).toBeGreaterThan(0);
  });
});

/** Today's tree and all that stands in it. */
function expectWhole(world: World, day: CalendarDate): void {
  const tree = new AssociationTree(tenantId, world.periods, world.successions);
  const living = (id: AssociationId) => world.associations.get(id)?.closedOn === null;
  for (const { id, path, parentId, closedOn } of world.associations.values()) {
    const above = parentId === null ? '/' : present(world.associations.get(parentId), 'a parent').path;
    expect(path).toBe(`${above}${id}/`);
    if (closedOn !== null) continue;
    expect(tree.lineOn(id, day).toReversed().join('/')).toBe(path.slice(1, -1));
  }
  for (const { associationId, path } of world.campaigns) {
    expect(living(associationId)).toBe(true);
    expect(path).toBe(world.associations.get(associationId)?.path);
  }
  const [top] = world.campaigns;
  for (const { path } of world.cases) expect(isWithin(path, present(top, 'the campaign of all cases').path)).toBe(true);
  for (const { associationId } of [...world.mandates, ...world.allotments]) expect(living(associationId)).toBe(true);
  for (const fund of world.funds) expect(living(fund.associationId) || fund.balanceVnd === 0n).toBe(true);
}

test('what is shared out is shared out to the last đồng, and nobody is off by a whole one', () => {
  const parts = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), parts, (quantity, list) => {
      const whole = list.reduce((sum, part) => sum + part, 0);
      const shared = shareOut(
        quantity,
        list.map((part) => ({ parts: part, whole })),
      );
      expect(shared.reduce((sum, one) => sum + one, 0n)).toBe(quantity);
      for (const [index, one] of shared.entries()) {
        const exact = quantity * BigInt(list[index] ?? 0);
        const off = one * BigInt(whole) - exact;
        expect(off > -BigInt(whole) && off < BigInt(whole)).toBe(true);
      }
    }),
    propertyRuns(20_000),
  );
});

/** A root with two communes, of which the first has a branch. */
function aFamily() {
  const world = aWorld(
    { below: () => 0, chance: () => false, oneOf: (items) => present(items[0], 'an item'), someOf: () => [] },
    3,
  );
  const [root, one, other] = [...world.associations.values()] as [Association, Association, Association];
  return { world, root, one, other };
}

const merge = (from: readonly AssociationId[], id: AssociationId): ReorganisationCommand => ({
  kind: 'MERGE',
  from,
  into: { kind: 'EXISTING', id },
  handover: { mandates: { rest: null, named: [] }, funds: [] },
});

describe('refused, with what and where and when:', () => {
  const { world, root, one, other } = aFamily();
  const refusal = (command: ReorganisationCommand, on = today): ReorganisationRefusal | null => {
    const plan = planReorganisation(snapshotOf(world, today, dissolvedBy(command)), deedOn(on), command);
    return plan.ok ? null : plan.error;
  };

  test('an association below itself', () => {
    const command = { kind: 'MOVE', associationId: root.id, toParentId: one.id } as const;
    expect(refusal(command)).toEqual({ code: 'CYCLE', associationId: root.id, parentId: one.id, on: today });
  });

  test('a day that is still to come, or is not after the last change', () => {
    const command = { kind: 'MOVE', associationId: one.id, toParentId: other.id } as const;
    const tomorrow = addDays(today, 1);
    expect(refusal(command, tomorrow)).toEqual({ code: 'DATE_AHEAD', on: tomorrow, today });
    const early = { code: 'DATE_TOO_EARLY', associationId: one.id, on: beginning, lastChangeOn: beginning };
    expect(refusal(command, beginning)).toEqual(early);
  });

  test('a parent that did not exist on the day', () => {
    const before = addDays(beginning, -1);
    const unit = {
      id: '000000000z' as AssociationId,
      parentId: root.id,
      foundedOn: before,
      name: 'Hội mới',
      typeCode: 'UNIT',
      placeCodeSystem: null,
      placeCode: null,
      unitClass: null,
      areaClass: null,
      status: 'active',
      term: null,
    } as const;
    expect(refusal({ kind: 'FOUND', associations: [unit] })).toEqual({
      code: 'PARENT_NOT_THERE',
      parentId: root.id,
      on: before,
    });
  });

  test('a name that a sibling has', () => {
    const command = {
      kind: 'RENAME',
      associationId: one.id,
      traits: { name: ` ${other.name.toUpperCase()} ` },
    } as const;
    expect(refusal(command)).toMatchObject({ code: 'NAME_TAKEN', parentId: root.id, by: other.id, on: today });
  });

  test('closing while something is open', () => {
    expect(refusal({ kind: 'CLOSE', associationId: one.id })).toMatchObject({
      code: 'STILL_OPEN',
      campaigns: 1,
      cases: 1,
    });
  });

  test('shares that do not sum to one', () => {
    const all = everythingTo(other.id);
    const handover = { children: all, campaigns: all, cases: all, mandates: all, funds: [] };
    const share = { parts: 1, whole: 3 };
    const into = [other.id, root.id].map((id) => ({ successor: { kind: 'EXISTING', id } as const, share }));
    const command = { kind: 'SPLIT', from: one.id, into, handover } as const;
    expect(refusal(command)).toEqual({ code: 'SHARES_NOT_WHOLE', associationId: one.id, sumParts: 2n, sumWhole: 3n });
  });

  test('two successors of one case, and none', () => {
    const all = everythingTo(other.id);
    const id = present(
      world.cases.find(({ associationId }) => associationId === one.id),
      'a case',
    ).id;
    const split = (cases: {
      readonly rest: AssociationId | null;
      readonly named: readonly { readonly id: typeof id; readonly to: AssociationId }[];
    }) =>
      ({
        kind: 'SPLIT',
        from: one.id,
        into: [
          { successor: { kind: 'EXISTING', id: other.id }, share: { parts: 1, whole: 2 } },
          { successor: { kind: 'EXISTING', id: root.id }, share: { parts: 1, whole: 2 } },
        ],
        handover: { children: all, campaigns: all, cases, mandates: all, funds: [] },
      }) as const;
    const twice = [other.id, root.id].map((to) => ({ id, to }));
    expect(refusal(split({ rest: null, named: twice }))).toEqual({ code: 'TWO_SUCCESSORS', what: 'CASE', id });
    expect(refusal(split({ rest: null, named: [] }))).toEqual({
      code: 'NOT_ASSIGNED',
      what: 'CASE',
      id,
      associationId: one.id,
    });
  });

  test('a merger into one that ends itself, and into one that is closed already', () => {
    expect(refusal(merge([one.id, other.id], other.id))).toEqual({
      code: 'SUCCESSOR_IS_DISSOLVED',
      associationId: other.id,
    });
    const closed = aFamily();
    const plan = planned(closed.world, merge([closed.one.id], closed.other.id));
    applied(closed.world, present(plan.ok ? plan.value : null, 'a plan'), today);
    const again = planned(closed.world, merge([closed.other.id], closed.one.id), addDays(today, 1));
    expect(again).toEqual({
      ok: false,
      error: { code: 'ASSOCIATION_CLOSED', associationId: closed.one.id, closedOn: today },
    });
  });

  test('a mandate that begins when its association is no more', () => {
    const late = aFamily();
    late.world.mandates = late.world.mandates.map((mandate) => ({ ...mandate, validFrom: addDays(today, 3) }));
    const plan = planned(late.world, merge([late.one.id], late.other.id));
    expect(plan).toMatchObject({
      ok: false,
      error: { code: 'MANDATE_NOT_BEGUN', associationId: late.one.id, closedOn: today },
    });
  });
});

test('the path of a day names who stood there, and who acts for each level today', () => {
  const { world, root, one, other } = aFamily();
  const plan = planned(world, merge([one.id], other.id));
  applied(world, present(plan.ok ? plan.value : null, 'a plan'), today);
  const tree = new AssociationTree(tenantId, world.periods, world.successions);
  expect(tree.pathOn(one.id, calendarDate('2024-05-01'))).toEqual([
    { stood: root.id, today: [{ tenantId, associationId: root.id }] },
    { stood: one.id, today: [{ tenantId, associationId: other.id }] },
  ]);
  expect(tree.existsOn(one.id, today)).toBe(false);
  expect(tree.childrenOn(root.id, calendarDate('2024-05-01')).map(({ associationId }) => associationId)).toEqual([
    one.id,
    other.id,
  ]);
});
