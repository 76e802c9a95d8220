import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { LoadedPlaces } from '../../src/places/load-vietnam-places.ts';
import { aNetwork, idOfAssociation, type TestNetwork } from '../a-network.ts';
import { runProgram } from '../a-program.ts';
import { startWholeServer, type WholeServer } from '../whole-server.ts';

/** What Phù Ninh was made of; how much of the district lies in it, nobody measured. */
const fourCommunesAndTheDistrict = [
  'Thị trấn Phong Châu',
  'Xã Phú Lộc',
  'Xã Phú Nham',
  'Xã Phù Ninh',
  'Huyện Phù Ninh',
];

let server: WholeServer;
let network: TestNetwork;

const cli = (...args: readonly string[]) =>
  runProgram('cli/main.ts', { LOG_LEVEL: 'error', ...server.databaseUrls }, ['places', ...args]);

beforeAll(async () => {
  server = await startWholeServer(inject('postgresAdminUrl'));
  network = await aNetwork(server, 'doi-che');
});

afterAll(async () => {
  await server.close();
  expect(server.failures).toEqual([]);
});

describe('at the command line', () => {
  test('before anything is loaded a code names nothing, and the answer says what to run', async () => {
    const shown = await cli('show', '08230');
    expect(shown).toMatchObject({ code: 1, output: '' });
    expect(shown.errors).toContain('places load');
  });

  test('places are loaded with counts, progress, and what is wrong in the data', async () => {
    const loaded = await cli('load');
    expect(loaded.code, loaded.errors).toBe(0);
    expect(loaded.output).toContain('places: +13501 ~0 -0 =0');
    expect(loaded.output).toContain('successions: +10261 ~0 -0 =0');
    expect(loaded.output).toContain('OLD_CODE_MISSING × 810');
    expect(loaded.output).toContain('TEXT_NOT_NFC × 129');
    expect(loaded.errors).toContain('Checking and writing 13501 places…');
    const again = await cli('load', '--json');
    expect(again.code).toBe(0);
    const told = JSON.parse(again.output) as LoadedPlaces;
    expect(told.stored.places).toEqual({ added: 0, changed: 0, removed: 0, unchanged: 13_501 });
    expect(told.faults).toContainEqual({ code: 'PREDECESSOR_MISSING', newCode: '23737', newName: 'Xã Ia Mơ' });
  });

  test('which unit was 08230 on 1 May 2024, and today', async () => {
    const then = await cli('show', '08230', '--on', '2024-05-01');
    expect(then).toMatchObject({ code: 0, errors: '' });
    expect(then.output).toBe(
      [
        '08230  Thị trấn Phong Châu, Huyện Phù Ninh  … – 30/06/2025',
        'Hôm nay · today:',
        '  08230  Xã Phù Ninh  01/07/2025 – …',
        '',
      ].join('\n'),
    );
    const today = await cli('show', '08230', '--json');
    expect(JSON.parse(today.output)).toMatchObject({
      place: { name: 'Xã Phù Ninh', validFrom: '2025-07-01', validTo: null },
      before: fourCommunesAndTheDistrict.map((name) => ({
        place: { name },
        share: name.startsWith('Huyện') ? null : { parts: 1, whole: 1 },
      })),
    });
  });

  test('a wrong call is told and exits 2', async () => {
    expect(await cli('show', '08230', '--on', '2024-02-30')).toMatchObject({ code: 2, output: '' });
    expect(await cli('show')).toMatchObject({ code: 2, output: '' });
    expect(await cli()).toMatchObject({ code: 2, output: '' });
  });
});

describe('through the API', () => {
  const question = `query ($code: ShortText!, $on: Date!) {
    place(code: $code, on: $on) {
      name kind validFrom validTo district parent(on: $on) { name }
      successors(on: "2026-01-01") { share { parts whole } place { name code } }
      predecessors(on: "2024-05-01") { place { name } }
    }
  }`;

  test('which unit was 08230 on 1 May 2024, and since', async () => {
    const then = await server.graphql(network.login('nominator'), question, { code: '08230', on: '2024-05-01' });
    expect(then.data).toEqual({
      place: {
        name: 'Thị trấn Phong Châu',
        kind: 'thị trấn',
        validFrom: null,
        validTo: '2025-06-30',
        district: 'Huyện Phù Ninh',
        parent: { name: 'Huyện Phù Ninh' },
        successors: [{ share: { parts: 1, whole: 1 }, place: { name: 'Xã Phù Ninh', code: '08230' } }],
        predecessors: [{ place: { name: 'Thị trấn Phong Châu' } }],
      },
    });
    const now = await server.graphql(network.login('nominator'), question, { code: '08230', on: '2026-01-01' });
    expect(now.data).toMatchObject({
      place: {
        name: 'Xã Phù Ninh',
        parent: { name: 'Tỉnh Phú Thọ' },
        predecessors: fourCommunesAndTheDistrict.map((name) => ({ place: { name } })),
      },
    });
  });

  test('nobody asks without signing in, and a code that named nothing is null', async () => {
    expect((await server.graphql(null, question, { code: '08230', on: '2024-05-01' })).data).toEqual({ place: null });
    const unknown = await server.graphql(network.login('nominator'), question, { code: '99999', on: '2024-05-01' });
    expect(unknown).toMatchObject({ data: { place: null }, errors: [] });
  });
});

describe('reported figures through the API', () => {
  const record = `mutation ($input: RecordFiguresInput!) {
    recordFigures(input: $input) {
      ... on FiguresRecorded { figures { figureId value precision percentage { percent of { indicator } } } replayed }
      ... on Refusal { code message(lang: EN) }
      ... on InputInvalid { problems { path } }
    }
  }`;
  const figures = `query ($id: ID!) {
    association(id: $id) {
      figures(indicator: "members") {
        nodes { value asOf source replaced { value } percentage { percent precision isOverWhole of { indicator value } } }
      }
    }
  }`;
  const members = (more: object) => ({
    associationId: idOfAssociation(network.province),
    indicator: 'members',
    asOf: '2023-12-28',
    value: '579134',
    unit: 'PERSONS',
    source: 'Đại hội 2023',
    ...more,
  });
  const send = (items: readonly object[]) =>
    server.graphql<{ readonly recordFigures: { readonly figures: readonly { readonly figureId: string }[] } }>(
      network.login('officer'),
      record,
      { input: { items, idempotencyKey: randomUUID() } },
    );

  test('are recorded, corrected once, and shown with their percentage of a named whole', async () => {
    const wholeOf = (indicator: string, value: string) => ({ indicator, value, precision: 'ABOUT', source: 'báo' });
    const first = await send([
      members({ value: '579000', denominator: wholeOf('population', '1402262') }),
      members({ denominator: wholeOf('adults', '1034168') }),
    ]);
    expect(first.data?.recordFigures).toMatchObject({
      replayed: false,
      figures: [{ percentage: { percent: '41.3' } }, { percentage: { percent: '56.0', of: { indicator: 'adults' } } }],
    });
    const replaces = first.data?.recordFigures.figures[0]?.figureId;
    const correction = members({ replaces, denominator: wholeOf('population', '1402262') });
    expect((await send([correction])).data?.recordFigures).toMatchObject({ figures: [{ value: '579134' }] });
    expect((await send([correction])).data?.recordFigures).toMatchObject({
      code: 'FIGURES_INVALID',
      problems: [{ path: 'items.0.replaces' }],
    });
    const shown = await server.graphql<{
      readonly association: { readonly figures: { readonly nodes: readonly object[] } };
    }>(network.login('auditor'), figures, { id: idOfAssociation(network.province) });
    expect(shown.data?.association.figures.nodes).toHaveLength(2);
    expect(shown.data?.association.figures.nodes).toContainEqual({
      value: '579134',
      asOf: '2023-12-28',
      source: 'Đại hội 2023',
      replaced: [{ value: '579000' }],
      percentage: {
        percent: '41.3',
        precision: 'ABOUT',
        isOverWhole: false,
        of: { indicator: 'population', value: '1402262' },
      },
    });
  });

  test('of another network, or of a figure that cannot be, are not found', async () => {
    expect((await send([members({ replaces: 'nothing' })])).data?.recordFigures).toMatchObject({ code: 'NOT_FOUND' });
    expect((await send([members({ associationId: 'bm90aGluZw' })])).data?.recordFigures).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('results of a year without awards are empty lists, and nobody reads them without a mandate', async () => {
    const asked = '{ resultsOnUnitsOfToday(schoolYear: "2023-2024") { summable { awards } notSummable { reason } } }';
    expect((await server.graphql(network.login('officer'), asked)).data).toEqual({
      resultsOnUnitsOfToday: { summable: [], notSummable: [] },
    });
    expect((await server.graphql(null, asked)).data).toEqual({ resultsOnUnitsOfToday: null });
  });
});
