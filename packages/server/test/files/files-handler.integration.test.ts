import { previewImport } from '@khuyenhoc/application';
import { createDatabaseFromTemplate, type TestDatabase } from '@khuyenhoc/embedded-postgres/testing';
import { err, isUuid, ok, type ImportId } from '@khuyenhoc/kernel';
import { createPostgresReads, migrate, openDatabase, type Database } from '@khuyenhoc/persistence';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { fileInspector } from '../../src/files/file-inspector.ts';
import { createFilesHandler, filesRoutes } from '../../src/files/files-handler.ts';
import { createHttpServer, type HttpServer } from '../../src/http/create-http-server.ts';
import { createLogger } from '../../src/logger.ts';
import { accepted, aCampaign, depsOn, type ImportDeps, type TestCampaign } from '../imports/a-campaign.ts';
import { aRow, aWorkbook } from '../imports/makers.ts';

const maxFileBytes = 200_000;
const bodyTimeoutMs = 300;
const rows = [aRow, { ...aRow, fullName: '' }];
let copy: TestDatabase;
let database: Database;
let deps: ImportDeps;
let campaign: TestCampaign;
let server: HttpServer;
let url: string;

beforeAll(async () => {
  copy = await createDatabaseFromTemplate(inject('postgresAdminUrl'), 'template0');
  accepted(await migrate({ ownerUrl: copy.url, appLogin: null }));
  database = await openDatabase({ url: copy.url, poolSize: 4, statementTimeoutMs: 30_000 });
  deps = depsOn(database, { enqueue: () => Promise.reject(new Error('no job was expected')) });
  campaign = await aCampaign(deps);
  const handle = createFilesHandler({
    ...deps,
    maxFileBytes,
    maxDocumentBytes: maxFileBytes,
    bodyTimeoutMs,
    inspector: fileInspector,
    reads: createPostgresReads(database),
    readFileId: () => null,
    documentIds: { write: (_, id) => id, readAssociation: () => null },
    identify: async (request) => {
      const token = request.headers.get('authorization');
      if (token === 'Bearer nominator') return ok(campaign.nominator);
      if (token === 'Bearer officer') return ok(campaign.officer);
      return err({ code: 'TOKEN_MISSING', status: 401, vi: 'Thiếu thẻ.', en: 'No token.' });
    },
    importIds: { write: (_, id) => id, read: (_, text) => (isUuid(text) ? (text as ImportId) : null) },
  });
  server = createHttpServer({
    routes: filesRoutes(handle, { maxFileBytes, maxDocumentBytes: maxFileBytes }),
    readiness: async () => ({ ready: true, parts: {} }),
    corsOrigins: [],
    maxRequests: 10,
    maxStreams: 10,
    logger: createLogger({ level: 'silent' }),
  });
  const listening = await server.listen({ host: '127.0.0.1', port: 0 });
  if (!listening.ok) throw new Error(listening.error.code);
  url = listening.value.url.replace(/\/$/, '');
});

afterAll(async () => {
  await server.drain(1_000);
  await database.close();
  await copy.drop();
});

const nominator = { authorization: 'Bearer nominator' };

function form(...files: readonly File[]): FormData {
  const data = new FormData();
  for (const [index, file] of files.entries()) data.append(`file${index}`, file);
  return data;
}

async function post(body: BodyInit, headers: Readonly<Record<string, string>> = nominator, query = '') {
  return fetch(`${url}/files${query}`, { method: 'POST', body, headers });
}

async function codeOf(response: Response): Promise<unknown> {
  const { errors } = (await response.json()) as {
    readonly errors: readonly { readonly extensions: { readonly code: string } }[];
  };
  return [response.status, errors[0]?.extensions.code];
}

test('a list sent as a form is taken in, and comes back under its name with what is to be mended', async () => {
  const file = new File([new Uint8Array(await aWorkbook(rows))], 'Đồi Chè.xlsx');
  const response = await post(form(file));
  expect(response.status).toBe(201);
  const sent = (await response.json()) as { readonly id: ImportId; readonly fileName: string; readonly rows: number };
  expect(sent).toMatchObject({ fileName: 'Đồi Chè.xlsx', rows: 2 });
  expect(await codeOf(await fetch(`${url}/files/${sent.id}`, { headers: nominator }))).toEqual([
    409,
    'IMPORT_NOT_IN_STATE',
  ]);

  accepted(await previewImport(deps, campaign.nominator, { importId: sent.id, campaignId: campaign.id }));
  const back = await fetch(`${url}/files/${sent.id}`, { headers: { ...nominator, 'accept-language': 'en' } });
  expect(back.headers.get('content-disposition')).toBe(
    `attachment; filename="Doi Che-loi.xlsx"; filename*=UTF-8''${encodeURIComponent('Đồi Chè-loi.xlsx')}`,
  );
  const table = accepted(await deps.sheet.read(new Uint8Array(await back.arrayBuffer())));
  expect(table.map(({ cells }) => cells[17] ?? '')).toEqual([
    '',
    'Lỗi',
    "Họ và tên: the name is missing. Write the child's full name.",
  ]);
  const whole = await fetch(`${url}/files/${sent.id}?rows=all`, { headers: nominator });
  expect(accepted(await deps.sheet.read(new Uint8Array(await whole.arrayBuffer())))).toHaveLength(4);
});

test('a list sent bare takes its name from the address', async () => {
  const body = new Uint8Array(await aWorkbook(rows));
  const response = await post(
    body,
    { ...nominator, 'content-type': 'application/octet-stream' },
    '?fileName=..%2F..%2Fa%20b.xlsx',
  );
  expect(await response.json()).toMatchObject({ fileName: 'a b.xlsx', rows: 2 });
});

test('a list without a faulty row has nothing to mend', async () => {
  const sent = (await (await post(new Uint8Array(await aWorkbook([aRow])))).json()) as { readonly id: ImportId };
  accepted(await previewImport(deps, campaign.nominator, { importId: sent.id, campaignId: campaign.id }));
  expect(await codeOf(await fetch(`${url}/files/${sent.id}`, { headers: nominator }))).toEqual([
    409,
    'NOTHING_TO_MEND',
  ]);
});

test('refusals say what is wrong in the language asked for, with the values', async () => {
  const body = new TextEncoder().encode('Họ và tên,Ngày sinh,Lớp,Số điện thoại\nA,B,C,D\n');
  const response = await post(body, { ...nominator, 'accept-language': 'en' });
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({
    errors: [
      {
        message:
          'Columns are missing: Đơn vị (hội), Trường, Hoàn cảnh, Kết quả học tập, Hạnh kiểm/rèn luyện. Add them under these names.',
        extensions: {
          code: 'COLUMNS_MISSING',
          columns: ['Đơn vị (hội)', 'Trường', 'Hoàn cảnh', 'Kết quả học tập', 'Hạnh kiểm/rèn luyện'],
          vi: 'Thiếu cột: Đơn vị (hội), Trường, Hoàn cảnh, Kết quả học tập, Hạnh kiểm/rèn luyện. Hãy thêm cột với đúng tên đó.',
        },
      },
    ],
  });
});

test('who is not signed in, or may not import, or asks for what is not there, learns no more than that', async () => {
  const body = new Uint8Array(await aWorkbook(rows));
  expect(await codeOf(await post(body, {}))).toEqual([401, 'TOKEN_MISSING']);
  expect(await codeOf(await post(body, { authorization: 'Bearer officer' }))).toEqual([403, 'FORBIDDEN']);
  const nowhere = '01970000-0000-7000-8000-00000000dead';
  expect(await codeOf(await fetch(`${url}/files/${nowhere}`, { headers: nominator }))).toEqual([404, 'NOT_FOUND']);
  expect(await codeOf(await fetch(`${url}/files/..%2F${nowhere}`, { headers: nominator }))).toEqual([404, 'NOT_FOUND']);
});

test('no file, two files, a file of another kind and one that is too large are refused', async () => {
  const file = new File([new Uint8Array(await aWorkbook(rows))], 'a.xlsx');
  expect(await codeOf(await post(form()))).toEqual([400, 'FORM_UNREADABLE']);
  expect(await codeOf(await post(form(file, file)))).toEqual([400, 'FORM_UNREADABLE']);
  expect(await codeOf(await post(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0)))).toEqual([415, 'FILE_TYPE_UNKNOWN']);
  expect(await codeOf(await post(form(new File([new Uint8Array(maxFileBytes + 1)], 'a.xlsx'))))).toEqual([
    413,
    'FILE_TOO_LARGE',
  ]);
  expect(await codeOf(await post(new Uint8Array(2 * maxFileBytes)))).toEqual([413, 'PAYLOAD_TOO_LARGE']);
});

test('a body that comes too slowly is stopped, whatever it was to be, and its sender is told', async () => {
  for (const query of ['', '?kind=SCAN']) {
    let dripping: NodeJS.Timeout | undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        dripping = setInterval(() => controller.enqueue(Uint8Array.of(0x25)), 20);
      },
      cancel: () => clearInterval(dripping),
    });
    // `duplex` is asked for by every runtime with streamed bodies and missing from the type of the options.
    const streamed = { method: 'POST', body, duplex: 'half', headers: nominator };
    const response = await fetch(`${url}/files${query}`, streamed);
    clearInterval(dripping);
    expect(await codeOf(response), query).toEqual([408, 'BODY_TOO_SLOW']);
  }
});
