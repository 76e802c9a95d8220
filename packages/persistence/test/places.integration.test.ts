import { loadPlaces } from '@khuyenhoc/application';
import { predecessorsOn, placeTree, successorsOn, vietnamCodes, type Place } from '@khuyenhoc/domain';
import { calendarDate, present } from '@khuyenhoc/kernel';
import { createPostgresPlaceReads, createPostgresPlaceStore, migrate } from '@khuyenhoc/persistence';
import { vietnamPlaces } from '@khuyenhoc/vietnam-places';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { statement } from '../src/database.ts';
import { aDatabase, type TestDatabase } from './a-database.ts';
import { accepted } from './a-network.ts';

const { places, successions } = vietnamPlaces();
const then = calendarDate('2024-05-01');
const today = calendarDate('2026-11-24');
const key = (code: string, on = then) => ({ codeSystem: vietnamCodes, code, on });

let db: TestDatabase;
beforeAll(async () => {
  db = await aDatabase();
  const stored = accepted(
    await loadPlaces({ placeStore: createPostgresPlaceStore(db.ownerUrl) }, vietnamCodes, { places, successions }),
  );
  expect(stored).toEqual({
    places: { added: places.length, changed: 0, removed: 0, unchanged: 0 },
    successions: { added: successions.length, changed: 0, removed: 0, unchanged: 0 },
  });
});
afterAll(() => db.close());

describe('places that were loaded', () => {
  test('are found by code and day, in the order asked, and only then', async () => {
    const reads = createPostgresPlaceReads(db.database);
    const found = await reads.placesOn([
      key('08230', today),
      key('08278', today),
      key('08230'),
      key('no such code'),
      key('\u0000'),
      { ...key('08230'), codeSystem: 'ANOTHER' },
    ]);
    expect(found.map((place) => place?.name ?? null)).toEqual([
      'Xã Phù Ninh',
      null,
      'Thị trấn Phong Châu',
      null,
      null,
      null,
    ]);
    expect(found[0]).toEqual(places.find(({ code, validTo }) => code === '08230' && validTo === null));
    expect(await reads.placesOn([])).toEqual([]);
  });

  test('come with all that they came from and went into, so that the domain can follow them', async () => {
    const reads = createPostgresPlaceReads(db.database);
    const keys = [key('07891'), key('08230', today), key('246')];
    const lineage = await reads.lineages(keys);
    const few = placeTree(lineage.places, lineage.successions);
    const all = placeTree(places, successions);
    const found = (await reads.placesOn(keys)).map((place) => present(place, 'a place'));
    for (const place of found) {
      expect(successorsOn(few, place, today), place.name).toEqual(successorsOn(all, place, today));
      expect(predecessorsOn(few, place, then), place.name).toEqual(predecessorsOn(all, place, then));
    }
    expect(lineage.places.length).toBeLessThan(60);
    expect(await reads.lineages([])).toEqual({ places: [], successions: [] });
  });

  test('loaded again change nothing, and what was spoilt, lost or invented comes right', async () => {
    const placeStore = createPostgresPlaceStore(db.ownerUrl);
    const again = () => loadPlaces({ placeStore }, vietnamCodes, { places, successions });
    const untouched = accepted(await again());
    expect(untouched).toEqual({
      places: { added: 0, changed: 0, removed: 0, unchanged: places.length },
      successions: { added: 0, changed: 0, removed: 0, unchanged: successions.length },
    });
    await db.asOwner(`update place set name = 'Xã Sai' where code = '08278'`);
    await db.asOwner(`delete from place where code = '08257' and valid_to = '2025-06-30'`);
    await db.asOwner(
      `insert into place (code_system, code, period, name, kind, source) values ($1, '99999', 1, 'x', 'x', 'x')`,
      [vietnamCodes],
    );
    await db.asOwner(`update place_succession set act = 'x' where from_code = '08230'`);
    expect(accepted(await again())).toMatchObject({
      places: { added: 1, changed: 1, removed: 1 },
      successions: { added: 0, changed: 1, removed: 0 },
    });
    expect(await placeStore.count(vietnamCodes)).toBe(places.length);
    expect(await placeStore.count('ANOTHER')).toBe(0);
  });

  test('that do not fit together are refused whole, with what, where and when', async () => {
    const placeStore = createPostgresPlaceStore(db.ownerUrl);
    const twin: Place = {
      ...present(
        places.find(({ code }) => code === '08230'),
        'a place',
      ),
      name: 'Xã Song Sinh',
    };
    const refused = await loadPlaces({ placeStore }, vietnamCodes, { places: [...places, twin], successions });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'PLACES_INVALID', faults: [{ code: 'PLACE_PERIODS_OVERLAP', placeCode: '08230' }] },
    });
    expect(await placeStore.count(vietnamCodes)).toBe(places.length);
  });

  test('overlap in no period of a code, whoever writes them', async () => {
    const twin = `insert into place (code_system, code, period, valid_from, name, kind, source)
      values ($1, '08230', 9, '2030-01-01', 'Xã Song Sinh', 'xã', 'x')`;
    await expect(db.asOwner(twin, [vietnamCodes])).rejects.toMatchObject({ code: '23P01' });
    await expect(db.asOwner(`update place set name = 'Xa\u0303 Sai' where code = '08278'`)).rejects.toMatchObject({
      code: '23514',
    });
  });

  test('are read by every role and written by none', async () => {
    for (const role of ['reader', 'writer', 'public', 'gate']) {
      await db.asOwner('begin');
      await db.asOwner(`set local role khuyenhoc_${role}`);
      const [seen] = await db.asOwner<{ count: number }>('select count(*)::int as count from place');
      expect(seen?.count, role).toBe(places.length);
      await expect(db.asOwner('update place_succession set act = act'), role).rejects.toMatchObject({ code: '42501' });
      await db.asOwner('rollback');
    }
    const writing = db.database.transaction({ role: 'public' }, (em) => statement(em, `delete from place`));
    await expect(writing).rejects.toThrow('permission denied');
  });
});

test('a database owner without any other right migrates, loads and counts', async () => {
  const admin = new Client({ connectionString: inject('postgresAdminUrl') });
  await admin.connect();
  const owner = `places_owner_${process.pid}`;
  // Creating the scoped roles takes the right to create roles; they are there from the template already.
  await admin.query(`create role ${owner} login createrole password 'x'`);
  await admin.query(`create database ${owner} owner ${owner} template template0`);
  for (const role of ['reader', 'writer', 'public', 'gate', 'matcher'])
    await admin.query(`grant khuyenhoc_${role} to ${owner} with admin option`);
  onTestFinished(async () => {
    await admin.query(`drop database ${owner} with (force)`);
    await admin.query(`drop owned by ${owner}`);
    await admin.query(`drop role ${owner}`);
    await admin.end();
  });
  const url = new URL(inject('postgresAdminUrl'));
  [url.username, url.password, url.pathname] = [owner, 'x', `/${owner}`];
  expect(await migrate({ ownerUrl: url.href, appLogin: null })).toMatchObject({ ok: true });
  const placeStore = createPostgresPlaceStore(url.href);
  accepted(await loadPlaces({ placeStore }, vietnamCodes, { places, successions }));
  expect(await placeStore.count(vietnamCodes)).toBe(places.length);
});
