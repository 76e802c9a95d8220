import { globalId, parseGlobalId } from '@khuyenhoc/graphql';
import { instant, present, type FileId, type PersonId } from '@khuyenhoc/kernel';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { aCampaign } from '../a-campaign.ts';
import { aNetwork, idOfAssociation, type TestNetwork } from '../a-network.ts';
import { startWholeServer, type WholeServer } from '../whole-server.ts';
import { aDocx, anXlsx, aPdf } from './a-document.ts';
import { aPhoto, aPicture, metadataOf, pixelsOf } from './a-picture.ts';

let server: WholeServer;
let network: TestNetwork;
let stranger: TestNetwork;
let award: { readonly awardId: string; readonly nomineeId: PersonId };

beforeAll(async () => {
  server = await startWholeServer(inject('postgresAdminUrl'));
  network = await aNetwork(server, 'tep');
  stranger = await aNetwork(server, 'la');
  const [first] = await aCampaign(server, network);
  const { awardId } = present(first, 'an award');
  const found = await server.graphql<{ readonly award: { readonly nomineeId: PersonId } }>(
    network.login('nominator'),
    'query($id: ID!) { award(id: $id) { nomineeId } }',
    { id: awardId },
  );
  award = { awardId, nomineeId: present(found.data, found.text).award.nomineeId };
}, 60_000);

afterAll(async () => {
  expect(server.failures).toEqual([]);
  await server.close();
});

interface Sent {
  readonly id: string;
  readonly kind: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly url: string;
}

interface Upload {
  readonly who?: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function authorization(login: string): Promise<Record<string, string>> {
  return { authorization: `Bearer ${await server.tokenOf(login)}` };
}

async function post(
  body: BodyInit,
  { who = network.login('officer'), query = 'kind=SCAN', headers = {} }: Upload = {},
) {
  const sent = { ...(await authorization(who)), ...headers };
  return fetch(`${server.url}/files?${query}`, { method: 'POST', body, headers: sent });
}

async function stored(body: BodyInit, upload: Upload = {}): Promise<Sent> {
  const response = await post(body, upload);
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(JSON.stringify(answer));
  return answer as Sent;
}

const read = async (url: string, login: string) =>
  fetch(`${server.url}${url}`, { headers: await authorization(login) });

async function codeOf(response: Response): Promise<readonly [number, string | undefined]> {
  const { errors = [] } = (await response.json()) as {
    readonly errors?: readonly {
      readonly extensions: { readonly code: string; readonly vi: string; readonly en: string };
    }[];
  };
  const told = errors[0]?.extensions;
  expect(told?.vi, 'a sentence in Vietnamese').toMatch(/\p{L}{2}/u);
  expect(told?.en, 'a sentence in English').toMatch(/\p{L}{2}/u);
  return [response.status, told?.code];
}

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());
const as = (bytes: Uint8Array) => new Uint8Array(bytes);

describe('a file comes back as it is kept', () => {
  const kinds = [
    ['SCAN', 'application/pdf', 'ban-quet.pdf', async () => aPdf()],
    [
      'SIGNED_LIST',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'danh-sach-ky-nhan.docx',
      async () => aDocx(),
    ],
    [
      'SIGNED_LIST',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'danh-sach-ky-nhan.xlsx',
      async () => anXlsx(),
    ],
    ['PHOTO', 'image/jpeg', 'anh.jpg', () => aPicture('jpeg')],
    ['PHOTO', 'image/png', 'anh.png', () => aPicture('png')],
    ['CERTIFICATE', 'image/webp', 'giay-chung-nhan.webp', () => aPicture('webp')],
  ] as const;
  test.each(kinds)('%s, %s', async (kind, contentType, name, make) => {
    const bytes = await make();
    const sent = await stored(as(bytes), { query: `kind=${kind}` });
    expect(sent).toMatchObject({ kind, contentType, url: `/files/${sent.id}` });
    const response = await read(sent.url, network.login('auditor'));
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': contentType,
      'content-length': String(sent.sizeBytes),
      'content-disposition': `attachment; filename="${name}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    });
    const back = await bytesOf(response);
    if (contentType.startsWith('image/')) expect(await pixelsOf(back)).toEqual(await pixelsOf(bytes));
    else expect(back).toEqual(bytes);
  });

  test('sent as a form or bare, twice or at once, the same bytes about the same subject are one file', async () => {
    const bytes = as(aPdf(['% once\n']));
    const form = new FormData();
    form.append('file', new File([bytes], 'Quyết định.pdf', { type: 'application/pdf' }));
    const answers = await Promise.all([stored(bytes), stored(form), stored(bytes)]);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect((await post(bytes)).status).toBe(200);
    const elsewhere = await stored(bytes, { query: `kind=SCAN&association=${idOfAssociation(network.here)}` });
    const ofAPerson = await stored(bytes, { query: `kind=SCAN&person=${award.nomineeId}` });
    expect(new Set([answers[0].id, elsewhere.id, ofAPerson.id]).size).toBe(3);
  });

  test('a photo without place, camera and names, and the database holds nothing of it in the clear', async () => {
    const photo = await aPhoto('jpeg');
    const verifier = network.login('verifier');
    const sent = await stored(as(photo), { who: verifier, query: `kind=PHOTO&person=${award.nomineeId}` });
    const response = await read(sent.url, verifier);
    expect(response.status).toBe(200);
    const back = await bytesOf(response);
    expect(back.toString('latin1')).not.toContain('CANARY');
    expect(Object.keys(await metadataOf('jpeg', back)).filter((key) => /GPS|XMP|IPTC/.test(key))).toEqual([]);
    expect(await pixelsOf(back)).toEqual(await pixelsOf(photo));
    const id = present(parseGlobalId(sent.id), 'the id of a file').id;
    const [row] = await server.asOwner<{ content: Buffer; key: Buffer | null; commitment: Buffer }>(
      `select content, wrapped_key as key, commitment from stored_file where id = '${id}'`,
    );
    const { content, key, commitment } = present(row, 'the row of a file');
    expect(content.includes(back.subarray(0, 32))).toBe(false);
    // Under the child's own key, so that erasing the child erases the photo; and not named by a hash that anybody could compute.
    expect(key).toBeNull();
    const plain = Buffer.from(await crypto.subtle.digest('SHA-256', as(back)));
    expect(commitment.equals(plain)).toBe(false);
    const events = await server.asOwner<{ bytes: string }>(
      `select bytes from person_event where person_id = '${award.nomineeId}' and type = 'file.stored@1'`,
    );
    expect(events.some(({ bytes }) => bytes.includes(commitment.toString('hex')))).toBe(true);
    expect(events.some(({ bytes }) => bytes.includes(plain.toString('hex')))).toBe(false);
  }, 60_000);
});

describe('refused, with a code and a sentence in both languages', () => {
  const macros = aDocx([{ name: 'word/vbaProject.bin', body: 'x' }]);
  const cases: readonly (readonly [string, Buffer, Upload, number, string])[] = [
    ['no kind that there is', aPdf(), { query: 'kind=VIDEO' }, 400, 'FILE_KIND_UNKNOWN'],
    ['a type that does not serve', anXlsx(), { query: 'kind=PHOTO' }, 422, 'FILE_KIND_REFUSED'],
    ['nothing', Buffer.alloc(0), {}, 422, 'FILE_EMPTY'],
    ['no type that is taken', Buffer.from('hello'), {}, 415, 'FILE_TYPE_UNKNOWN'],
    ['macros', macros, { query: 'kind=SIGNED_LIST' }, 422, 'FILE_HAS_MACROS'],
    ['another type than said', aPdf(), { headers: { 'content-type': 'image/png' } }, 422, 'FILE_MISLABELLED'],
    ['another name than it is', aPdf(), { query: 'kind=SCAN&fileName=a.png' }, 422, 'FILE_MISLABELLED'],
    ['two types at once', Buffer.concat([aPdf(), aDocx()]), {}, 422, 'FILE_AMBIGUOUS'],
    ['a script', aPdf(['4 0 obj\n<< /S /JavaScript >>\nendobj\n']), {}, 422, 'FILE_IS_ACTIVE'],
    ['a password', aPdf([], '/Encrypt 5 0 R'), {}, 422, 'FILE_LOCKED'],
    [
      'a broken form',
      Buffer.from('--x'),
      { headers: { 'content-type': 'multipart/form-data; boundary=x' } },
      400,
      'FORM_UNREADABLE',
    ],
  ];
  test.each(cases)('%s', async (_, bytes, upload, status, code) => {
    expect(await codeOf(await post(as(bytes), upload))).toEqual([status, code]);
  });

  test('thirty megabytes, announced or not', async () => {
    const large = new Uint8Array(30 * 1024 * 1024);
    expect(await codeOf(await post(large))).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    const halves = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let part = 0; part < 30; part += 1) controller.enqueue(large.subarray(0, 1024 * 1024));
        controller.close();
      },
    });
    const streamed = {
      method: 'POST',
      body: halves,
      duplex: 'half',
      headers: await authorization(network.login('officer')),
    };
    expect(await codeOf(await fetch(`${server.url}/files?kind=SCAN`, streamed))).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    const form = new FormData();
    form.append('file', new File([new Uint8Array(20 * 1024 * 1024 + 1)], 'a.pdf'));
    expect(await codeOf(await post(form))).toEqual([413, 'FILE_TOO_LARGE']);
  });

  test('a body shorter than announced stores nothing, and one that is longer is no second request of its own', async () => {
    const token = await server.tokenOf(network.login('officer'));
    const { hostname, port } = new URL(server.url);
    const body = aPdf(['% announced\n']);
    const before = await countOfFiles();
    for (const [length, end] of [
      [body.byteLength + 50, true],
      [10, false],
    ] as const) {
      const socket = connect(Number(port), hostname);
      socket.write(
        `POST /files?kind=SCAN HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Length: ${length}\r\n\r\n`,
      );
      socket.write(body);
      if (end) socket.end();
      const chunks: Buffer[] = [];
      socket.on('data', (chunk: Buffer) => chunks.push(chunk));
      socket.on('error', () => {});
      await once(socket, 'close');
      expect(Buffer.concat(chunks).toString()).not.toMatch(/HTTP\/1.1 20/);
    }
    expect(await countOfFiles()).toBe(before);
  });
});

const countOfFiles = async () =>
  Number((await server.asOwner<{ n: string }>('select count(*) as n from stored_file'))[0]?.n);

describe('who may', () => {
  test('store: not who has no token, no role for it, or names what is not within reach', async () => {
    const bytes = as(aPdf());
    expect((await fetch(`${server.url}/files?kind=SCAN`, { method: 'POST', body: bytes })).status).toBe(401);
    expect(await codeOf(await post(bytes, { who: network.login('auditor') }))).toEqual([403, 'FORBIDDEN']);
    const beyond = [
      [network.login('nominator'), `association=${idOfAssociation(network.there)}`],
      [network.login('officer'), `association=${idOfAssociation(stranger.here)}`],
      [network.login('officer'), 'association=x'],
      [network.login('nominator-there'), `person=${award.nomineeId}`],
      [stranger.login('officer'), `person=${award.nomineeId}`],
      [network.login('officer'), 'person=../../etc/passwd'],
      [network.login('officer'), `person=${randomUUID()}`],
    ] as const;
    for (const [who, query] of beyond)
      expect(await codeOf(await post(bytes, { who, query: `kind=SCAN&${query}` })), query).toEqual([404, 'NOT_FOUND']);
  });

  test('read: about a person, within the range alone; a paper of the association, also below it; nobody else', async () => {
    const query = `kind=CERTIFICATE&person=${award.nomineeId}`;
    const certificate = await stored(as(aPdf(['% certificate\n'])), { who: network.login('verifier'), query });
    const paper = await stored(as(aPdf(['% paper\n'])));
    const status = async ({ url }: Sent, login: string) => (await read(url, login)).status;
    for (const login of ['officer', 'nominator', 'verifier', 'auditor'])
      expect(await status(certificate, network.login(login)), login).toBe(200);
    for (const login of [network.login('verifier-there'), stranger.login('officer')])
      expect(await codeOf(await read(certificate.url, login)), login).toEqual([404, 'NOT_FOUND']);
    for (const login of ['nominator', 'verifier-there', 'approver-1'])
      expect(await status(paper, network.login(login)), login).toBe(200);
    expect(await status(paper, stranger.login('officer'))).toBe(404);
    expect((await fetch(`${server.url}${paper.url}`)).status).toBe(401);
    for (const path of ['/files/../files/x', '/files/%2e%2e%2fetc%2fpasswd', `/files/${randomUUID()}`, `${paper.url}x`])
      expect((await read(path, network.login('officer'))).status, path).toBe(404);
    const foreign = globalId(
      'File',
      stranger.province.tenantId,
      present(parseGlobalId(paper.id), 'an id').id as FileId,
    );
    expect((await read(`/files/${foreign}`, stranger.login('officer'))).status).toBe(404);
  });
});

test('the name of a file is neither kept nor logged, and leads nowhere', async () => {
  const bytes = as(aPdf(['% named\n']));
  const form = new FormData();
  form.append('file', new File([bytes], '../../../Giấy khai sinh CANARYNAME.pdf', { type: 'application/pdf' }));
  const sent = await stored(form);
  await post(bytes, { query: 'kind=SCAN&fileName=CANARYNAME.pdf' });
  const disposition = (await read(sent.url, network.login('officer'))).headers.get('content-disposition');
  expect(disposition).toBe('attachment; filename="ban-quet.pdf"');
  expect(server.logged.join('\n')).not.toContain('CANARYNAME');
  const rows = await server.asOwner(`select * from stored_file where stored_file::text like '%CANARYNAME%'`);
  expect(rows).toEqual([]);
});

test('an erased person takes the files along, and what cites them says so', async () => {
  const query = `kind=PHOTO&person=${award.nomineeId}`;
  const photo = await stored(as(await aPicture('png')), { who: network.login('verifier'), query });
  const attach = (who: string, fileId: string, purpose: string) =>
    server.graphql<{ readonly attachFiles: { readonly __typename: string; readonly code?: string } }>(
      network.login(who),
      'mutation($input: AttachFilesInput!) { attachFiles(input: $input) { __typename ... on Refusal { code message } } }',
      { input: { items: [{ fileId, awardId: award.awardId, purpose }] } },
    );
  const of = async (who: string, fileId: string, purpose: string) => {
    const { data, text } = await attach(who, fileId, purpose);
    const { __typename: name, code } = present(data, text).attachFiles;
    return code ?? name;
  };
  const official = await server.asOwner<{ person_id: string }>(
    `select person_id from mandate where tenant_id = '${network.province.tenantId}' and association_id = '${network.here.id}' limit 1`,
  );
  const ofAnother = await stored(as(aPdf(['% another\n'])), {
    who: network.login('verifier'),
    query: `kind=SCAN&person=${official[0]?.person_id}`,
  });
  expect(await of('verifier', photo.id, 'FINDING')).toBe('EvidenceAttached');
  expect(await of('verifier', photo.id, 'FINDING')).toBe('EvidenceAttached');
  expect(await of('verifier', photo.id, 'RECEIPT')).toBe('FORBIDDEN');
  expect(await of('verifier-there', photo.id, 'FINDING')).toBe('NOT_FOUND');
  expect(await of('verifier', ofAnother.id, 'FINDING')).toBe('EVIDENCE_OF_ANOTHER');

  const { unitOfWork } = server.application.useCases;
  const at = instant('2026-01-05T02:00:00.000Z');
  const erased = await unitOfWork.run(network.province.tenantId, ({ files }) => files.eraseOf([award.nomineeId], at));
  expect(erased).toContain(parseGlobalId(photo.id)?.id);
  expect(await codeOf(await read(photo.url, network.login('verifier')))).toEqual([410, 'FILE_ERASED']);
  expect((await read(ofAnother.url, network.login('verifier'))).status).toBe(200);
  const left = await server.asOwner(
    `select id from stored_file where person_id = '${award.nomineeId}' and (content is not null or commitment is not null)`,
  );
  expect(left).toEqual([]);
  expect(await of('verifier', photo.id, 'FINDING')).toBe('EVIDENCE_ERASED');
  const told = await server.graphql<{
    readonly award: { readonly evidence: readonly { readonly purpose: string; readonly file: object }[] };
  }>(
    network.login('auditor'),
    'query($id: ID!) { award(id: $id) { evidence { purpose file { kind contentType erasedAt size url } } } }',
    { id: award.awardId },
  );
  expect(present(told.data, told.text).award.evidence).toEqual([
    {
      purpose: 'FINDING',
      file: { kind: 'PHOTO', contentType: 'image/png', erasedAt: at, size: photo.sizeBytes, url: photo.url },
    },
  ]);
});
