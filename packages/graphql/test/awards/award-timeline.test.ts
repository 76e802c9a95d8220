import type { EventOf } from '@khuyenhoc/application';
import type { AwardEventType } from '@khuyenhoc/domain';
import { present, type AwardId } from '@khuyenhoc/kernel';
import { describe, expect, test } from 'vitest';
import { globalId } from '../../src/global-id.ts';
import { aNomination, aSession, depsOf, signedIn, tenantId } from '../makers.ts';
import { run } from '../run.ts';

const { award, event: nominated } = aNomination(1);
const hash = 'a'.repeat(64);
const groupId = (n: number) => `0199ffff-0000-7000-8000-00000000000${n}`;

/** The event after the nomination at a place of the history: the nomination's envelope with what is told of this one. */
function anEvent(seq: number, type: AwardEventType, states: readonly [string, string], data: object): EventOf<AwardId> {
  const envelope = JSON.parse(nominated.bytes) as object;
  const [from, to] = states;
  return { ...nominated, seq, type, bytes: JSON.stringify({ ...envelope, seq, type, previous: hash, from, to, data }) };
}

const votes = (given: number) => ({ content: hash, given, needed: 2 });
const given = anEvent(2, 'award.approval-given@1', ['verified', 'verified'], votes(1));
const approval = { ...votes(2), group: groupId(2), amount: '1000000' };
const approved = anEvent(3, 'award.approved@1', ['verified', 'approved'], approval);
const payment = { amount: '1000000', method: 'CASH', batch: 'BKC-01', group: groupId(3) };
const paid = anEvent(4, 'award.paid@1', ['approved', 'disbursed'], payment);
const signed = { amount: '1000000', signature: hash };
const acknowledged = anEvent(5, 'award.acknowledged@1', ['disbursed', 'acknowledged'], signed);
const reversal = { reason: hash, group: groupId(4), reverses: groupId(3) };
const reversed = anEvent(6, 'award.reversed@1', ['acknowledged', 'reversed'], reversal);
const release = { reason: hash, released: true, group: groupId(5) };
const revoked = anEvent(4, 'award.rejected@1', ['approved', 'rejected'], release);
const refusal = { reason: hash, released: false, group: null };
const rejected = anEvent(2, 'award.rejected@1', ['nominated', 'rejected'], refusal);

interface Told {
  readonly vi: string | null;
  readonly en: string | null;
  readonly amount: string | null;
  readonly batch: string | null;
  readonly votes: { readonly given: number; readonly needed: number } | null;
  readonly group: string | null;
  readonly reversesGroup: string | null;
  readonly transfersHidden: boolean;
}

/** The timeline of a history as an auditor reads it, who sees the transfers of some groups. */
async function timeline(events: readonly EventOf<AwardId>[], seen: readonly string[] = []): Promise<readonly Told[]> {
  const { deps } = depsOf({
    reads: {
      awards: () => Promise.resolve([award]),
      awardEvents: () => Promise.resolve(events),
      transfers: (_scope, groups) =>
        Promise.resolve(
          groups
            .filter((group) => seen.includes(group))
            .map((group) => ({
              groupId: group,
              line: 1,
              kind: 'RESERVE' as const,
              commodity: 'VND',
              debitKind: 'AVAILABLE' as const,
              creditKind: 'RESERVED' as const,
              quantity: 1_000_000n,
              effectiveOn: award.effectiveOn,
              recordedAt: award.createdAt,
              reversesGroupId: null,
            })),
        ),
    },
  });
  const { data, errors } = await run(
    deps,
    signedIn(aSession('auditor')),
    `{ award(id: "${globalId('Award', tenantId, award.id)}") { timeline {
        vi: title en: title(lang: EN) amount batch votes { given needed } group reversesGroup transfersHidden } } }`,
  );
  expect(errors).toBeUndefined();
  return (data as { readonly award: { readonly timeline: readonly Told[] } }).award.timeline;
}

describe('the timeline', () => {
  test('tells a whole life in words, with every amount, vote and batch', async () => {
    const told = await timeline([nominated, given, approved, paid, acknowledged, reversed]);
    expect(told.map(({ vi, en, amount }) => [vi, en, amount])).toEqual([
      ['Đề cử', 'Nominated', '1000000'],
      ['Một phiếu phê duyệt (1/2)', 'One vote to approve (1/2)', null],
      ['Phê duyệt (2/2)', 'Approved (2/2)', '1000000'],
      ['Chi trả', 'Paid', '1000000'],
      ['Ký nhận', 'Receipt signed', '1000000'],
      ['Thu hồi', 'Payment reversed', '1000000'],
    ]);
    expect(told.map(({ votes: one }) => one?.given ?? null)).toEqual([null, 1, 2, null, null, null]);
    expect(told.map(({ batch }) => batch)).toEqual([null, null, null, 'BKC-01', null, null]);
    expect(told.map(({ group }) => group)).toEqual([null, null, groupId(2), groupId(3), null, groupId(4)]);
    expect(told.at(-1)?.reversesGroup).toBe(groupId(3));
  });

  test('tells what a revoked approval set free, and that a rejection set nothing free', async () => {
    expect((await timeline([nominated, given, approved, revoked])).at(-1)).toMatchObject({
      vi: 'Hủy phê duyệt',
      amount: '1000000',
      group: groupId(5),
    });
    expect((await timeline([nominated, rejected])).at(-1)).toMatchObject({ vi: 'Từ chối', amount: null, group: null });
  });

  test('says when money moved on accounts that the reader does not see', async () => {
    const hidden = (told: readonly Told[]) => told.map(({ transfersHidden }) => transfersHidden);
    expect(hidden(await timeline([nominated, given, approved, paid], [groupId(3)]))).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });

  test('does not call hidden what never moved: an award that gives neither money nor a place', async () => {
    const nothing = { ...nominated, bytes: nominated.bytes.replace(/"items":\[[^\]]*\]/, '"items":[]') };
    expect(nothing.bytes).not.toBe(nominated.bytes);
    expect((await timeline([nothing, given, approved])).at(-1)?.transfersHidden).toBe(false);
  });

  test('has no words and no amount for an event that cannot be read, nor for what undoes it', async () => {
    const told = await timeline([nominated, approved, { ...paid, bytes: '{}' }, reversed]);
    expect(told.map(({ vi, amount }) => [vi, amount])).toEqual([
      ['Đề cử', '1000000'],
      ['Phê duyệt (2/2)', '1000000'],
      [null, null],
      ['Thu hồi', null],
    ]);
    expect(present(told[2], 'the event').transfersHidden).toBe(false);
  });
});
