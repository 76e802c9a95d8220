import { nominate, verifyNominations, type PersonRecord } from '@khuyenhoc/application';
import { subtreeOf, type Association } from '@khuyenhoc/domain';
import { instant, type AwardId, type PersonId } from '@khuyenhoc/kernel';
import { createPostgresReads } from '@khuyenhoc/persistence';
import { systemIds } from '@khuyenhoc/vault';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aDatabase, type TestDatabase } from './a-database.ts';
import { aCampaign, accepted, aNetwork, aNomination, aStep, depsOn, type Network, type TestDeps } from './a-network.ts';

let db: TestDatabase;
let deps: TestDeps;
let network: Network;

beforeAll(async () => {
  db = await aDatabase();
  deps = depsOn(db.database);
  network = await aNetwork(deps);
});
afterAll(() => db.close());

const createdAt = instant('2025-06-20T02:03:04.567Z');

function aPerson(matchKey: string | null): PersonRecord {
  const profile = Uint8Array.of(0, 255, 128);
  return {
    id: systemIds.uuid() as PersonId,
    path: network.thanhAn.path,
    matchKey,
    key: Uint8Array.of(1, 0),
    profile,
    createdAt,
  };
}

describe('people', () => {
  test('one child is one person, also when two servers register it at once', async () => {
    const keys = Array.from({ length: 30 }, (_, index) => index.toString(16).padStart(64, '0'));
    const other = depsOn(await db.open());
    const lists = [keys, keys.toReversed(), [...keys, ...keys]];
    const [first, second, twice] = await Promise.all(
      lists.map((list, index) =>
        (index === 1 ? other : deps).unitOfWork.run(network.tenantId, ({ people }) =>
          people.findOrAddByMatchKey(list.map(aPerson)),
        ),
      ),
    );
    expect(first?.map((person) => person.matchKey)).toEqual(keys);
    expect(second?.map((person) => person.id)).toEqual(first?.map((person) => person.id).toReversed());
    expect(twice?.map((person) => person.id)).toEqual([...(first ?? []), ...(first ?? [])].map((person) => person.id));
    const [again] = await deps.unitOfWork.run(network.tenantId, ({ people }) =>
      people.findByIds([first?.[0]?.id ?? ('' as PersonId)]),
    );
    const bytes = (person: PersonRecord | undefined) =>
      [person?.key, person?.profile].map((value) => Buffer.from(value ?? []).toString('hex'));
    expect(again).toMatchObject({ id: first?.[0]?.id, matchKey: keys[0], path: network.thanhAn.path, createdAt });
    expect([bytes(again), bytes(first?.[0])]).toEqual([
      ['0100', '00ff80'],
      ['0100', '00ff80'],
    ]);
  });

  test('a nominee whom another unit registered is seen by who sees the award, and by nobody else', async () => {
    const campaign = await aCampaign(deps, network, { fundVnd: 1n, placesPerUnit: 1 });
    const name = 'Em Chuyển Đơn Vị';
    const byCommune = aNomination(campaign.id, network.binhMinh.id, name);
    const next = await aCampaign(deps, network, { fundVnd: 1n, placesPerUnit: 1 });
    const byOther = {
      ...aNomination(next.id, network.thanhAn.id, name),
      duplicateOverride: { reason: 'Hai chương trình khác nhau, được nhận cả hai' },
    };
    const ids = (await nominate(deps, network.sessions.nominator, [byCommune, byOther])).map(
      (answer) => accepted(answer).awardId,
    );
    const reads = createPostgresReads(db.database);
    const at = (path: Association['path']) => ({ tenantId: network.tenantId, ...subtreeOf(path) });
    const awards = await reads.awards(at(network.province.path), ids);
    const [nominee] = new Set(awards.map((award) => award.nomineeId));
    expect(new Set(awards.map((award) => award.nomineeId)).size).toBe(1);
    if (nominee === undefined) throw new Error('no nominee');
    for (const unit of [network.thanhAn, network.binhMinh]) {
      expect(
        (await reads.people(at(unit.path), [nominee])).map((one) => one.id),
        unit.name,
      ).toEqual([nominee]);
      const sealed = await reads.sealedValues(at(unit.path), ids);
      expect(
        sealed.map((value) => value.label),
        unit.name,
      ).toEqual(['facts', 'receipt']);
      for (const value of sealed)
        expect(JSON.parse(deps.vault.open(value.key ?? new Uint8Array(), value.bytes))).toBeTypeOf('object');
    }
    expect(await reads.people(at(network.branch.path), [nominee])).toEqual([]);
    // Erased: the key is gone, the values stay behind as noise.
    await db.asOwner(`update person set wrapped_key = ''::bytea where id = $1`, [nominee]);
    expect(await reads.people(at(network.province.path), [nominee])).toEqual([]);
    expect((await reads.sealedValues(at(network.province.path), ids)).map((value) => value.key)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test('the facts of a nominee are those sealed last', async () => {
    const campaign = await aCampaign(deps, network, { fundVnd: 1n, placesPerUnit: 1 });
    const [answer] = await nominate(deps, network.sessions.nominator, [
      aNomination(campaign.id, network.thanhAn.id, 'Em Sửa Hồ Sơ'),
    ]);
    const { awardId } = accepted(answer ?? { ok: false, error: 'none' });
    const read = async () => {
      const [nominee] = await deps.unitOfWork.run(network.tenantId, ({ people }) =>
        people.findNomineesOf([awardId, 'x' as AwardId]),
      );
      if (nominee === undefined) throw new Error('no nominee');
      const facts: unknown = JSON.parse(deps.vault.open(nominee.person.key, nominee.facts));
      return { version: nominee.version, facts };
    };
    expect(await read()).toMatchObject({ version: 1, facts: { campaign: { schoolYear: { value: '2024-2025' } } } });
    const facts = { custom: { checked: { value: true, provenance: { source: 'register' } } } };
    const [verified] = await verifyNominations(deps, network.sessions.verifier, [
      { ...aStep(awardId, 1), facts, finding: 'Đã thăm nhà' },
    ]);
    expect(verified).toMatchObject({ ok: true });
    expect(await read()).toMatchObject({ version: 2, facts: { custom: { checked: { value: true } } } });
  });
});
