import { identify } from '@khuyenhoc/application';
import { percentageOf, subtreeOf, vietnamCodes } from '@khuyenhoc/domain';
import { calendarDate, present, vietnamDate } from '@khuyenhoc/kernel';
import { composeServer, createLogger, localIssuerName, readConfig, type Application } from '@khuyenhoc/server';
import { createDatabaseFromTemplate } from '@khuyenhoc/embedded-postgres/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { examplePersonas } from '../src/index.ts';
import { seedPhuTho } from '../src/seed/seed-phu-tho.ts';

let application: Application;
let close: () => Promise<void>;

beforeAll(async () => {
  const database = await createDatabaseFromTemplate(inject('postgresAdminUrl'), 'template0');
  const dataDir = await mkdtemp(join(tmpdir(), 'khuyenhoc-figures-'));
  const config = readConfig({ MODE: 'demo', PORT: '0', DATA_DIR: dataDir, DATABASE_URL: database.url });
  if (!config.ok) throw new Error(config.error.code);
  const logger = createLogger({ level: 'error', destination: process.stderr });
  const composed = await composeServer(config.value, logger, {
    personas: [],
    seed: seedPhuTho,
    query: '{ __typename }',
  });
  if (!composed.ok) throw new Error(composed.error.code);
  application = composed.value.application;
  close = async () => {
    for (const closer of composed.value.closers.toReversed()) await closer.close();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  };
}, 120_000);
afterAll(() => close());

/** What stands of an indicator of the province, newest day first. */
async function standing(indicator: string) {
  const subject = present(
    examplePersonas().find(({ key }) => key === 'officer'),
    'the officer',
  ).subject;
  const today = vietnamDate(application.useCases.clock.now());
  const session = identify(await application.gate.findPeople(localIssuerName, subject, today), null);
  if (!session.ok) throw new Error(session.error.code);
  const { tenantId, mandate } = session.value;
  const scope = { tenantId, ...subtreeOf(mandate.path) };
  const page = { limit: 10, after: null, before: null, backwards: false };
  const [found] = await application.reads.figurePages(scope, [
    { ...page, associationId: mandate.associationId, indicator },
  ]);
  return present(found, 'a page').items.map(({ item }) => item);
}

test('the province reports 20, 577 and 5,695 associations, and members that are over 530,000', async () => {
  const newest = async (indicator: string) => (await standing(indicator))[0];
  expect((await newest('direct-associations'))?.value).toBe(20n);
  expect((await newest('grass-roots-associations'))?.value).toBe(577n);
  expect((await newest('branches-and-boards'))?.value).toBe(5_695n);
  expect(await newest('members')).toMatchObject({ asOf: '2024-06-30', value: 530_000n, precision: 'OVER' });
  expect(await newest('gifts-and-rewards')).toMatchObject({ value: 70_000n, unit: 'TIMES' });
});

test('the members of 2023 are 41.3 % of the people and 56 % of the adults: both can be true', async () => {
  const of2023 = (await standing('members')).filter(({ asOf }) => asOf === '2023-12-28');
  expect(new Set(of2023.map(({ value }) => value))).toEqual(new Set([579_134n]));
  const told = of2023.map((figure) => percentageOf(figure)).map((one) => [one?.of.indicator, one?.percent]);
  expect(new Map(told as [string, string][])).toEqual(
    new Map([
      ['population', '41.3'],
      ['adults', '56.0'],
    ]),
  );
});

test('a second start records nothing twice', async () => {
  const before = await standing('members');
  await seedPhuTho(application);
  expect(await standing('members')).toEqual(before);
});

test('the demo knows its places, then and now', async () => {
  const on = (day: string) => ({ codeSystem: vietnamCodes, code: '08230', on: calendarDate(day) });
  const found = await application.useCases.placeReads.placesOn([on('2024-05-01'), on('2026-01-01')]);
  expect(found.map((place) => place?.name)).toEqual(['Thị trấn Phong Châu', 'Xã Phù Ninh']);
});
