import {
  correctedFile,
  uploadNominees,
  type CorrectedFile,
  type CorrectedFileDeps,
  type Session,
  type UploadNomineesDeps,
} from '@khuyenhoc/application';
import type { ImportId, Result } from '@khuyenhoc/kernel';
import type { FetchHandler, Route } from '../http/route.ts';
import { fileLimitBytes } from '../imports/nominee-sheet.ts';
import type { LocalizedText } from '../localized-text.ts';
import { wordsOf, type FileRefusal } from './file-refusals.ts';
import { jsonAnswer, refusalAnswer, requestLanguage } from './json-answer.ts';
import { uploadedFile, uploadLimitBytes } from './uploaded-file.ts';

/** Who asks could not be told, or may not come in; in words, since only the identity knows why. */
export interface IdentityRefusal extends LocalizedText {
  readonly code: string;
  readonly status: number;
}

export interface FilesHandlerDeps extends UploadNomineesDeps, CorrectedFileDeps {
  /** The same sign-in and mandate as at the GraphQL address. */
  readonly identify: (request: Request) => Promise<Result<Session, IdentityRefusal>>;
  /** The most bytes of a list; as many as the sheet reads when it is not told otherwise. */
  readonly maxFileBytes?: number;
  /** How an import's id is written outside; one that cannot be read names nothing. */
  readonly importIds: {
    readonly write: (session: Session, importId: ImportId) => string;
    readonly read: (session: Session, text: string) => ImportId | null;
  };
}

const path = '/files';
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Lists of nominees over HTTP: `POST /files` takes a workbook in and answers its import's id; `GET /files/:id` gives the list
 * back with what is to be mended (`?rows=all` for all of it). What is done with an import stands in the GraphQL schema.
 */
export function createFilesHandler(deps: FilesHandlerDeps): FetchHandler {
  return async (request) => {
    const session = await deps.identify(request);
    if (!session.ok) return refusalAnswer(request, session.error);
    const { pathname } = new URL(request.url);
    if (request.method === 'POST' && pathname === path) return upload(deps, session.value, request);
    if (request.method === 'GET' && pathname.startsWith(`${path}/`)) return download(deps, session.value, request);
    return refused(request, { code: 'METHOD_NOT_ALLOWED' });
  };
}

/** The two addresses, for the server's table of routes. */
export function filesRoutes(handle: FetchHandler, maxFileBytes: number = fileLimitBytes): readonly Route[] {
  return [
    { path, methods: ['POST'], body: { kind: 'STREAM', maxBytes: uploadLimitBytes(maxFileBytes) }, handle },
    { path: `${path}/*`, methods: ['GET'], body: { kind: 'NONE' }, handle },
  ];
}

async function upload(deps: FilesHandlerDeps, session: Session, request: Request): Promise<Response> {
  const file = await uploadedFile(request, deps.maxFileBytes ?? fileLimitBytes);
  if (!file.ok) return refused(request, file.error);
  const uploaded = await uploadNominees(deps, session, file.value);
  if (!uploaded.ok) return refused(request, uploaded.error);
  const { importId, fileName, rows } = uploaded.value;
  return jsonAnswer(201, { id: deps.importIds.write(session, importId), fileName, rows });
}

async function download(deps: FilesHandlerDeps, session: Session, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const importId = deps.importIds.read(session, url.pathname.slice(path.length + 1));
  if (importId === null) return refused(request, { code: 'NOT_FOUND' });
  const rows = url.searchParams.get('rows') === 'all' ? 'all' : 'to-mend';
  const file = await correctedFile(deps, session, { importId, rows, language: requestLanguage(request) });
  if (!file.ok) return refused(request, file.error);
  if (rows === 'to-mend' && file.value.rowsToMend === 0) return refused(request, { code: 'NOTHING_TO_MEND' });
  return fileAnswer(file.value);
}

function fileAnswer({ fileName, bytes }: CorrectedFile): Response {
  const isText = bytes[0] === 0xef;
  const name = `${fileName.replace(/\.[^.]*$/, '')}-loi${isText ? '.csv' : '.xlsx'}`;
  // For clients that know no UTF-8 here: letters without their marks.
  const plainName = name
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .normalize('NFD')
    .replaceAll(/[^\x20-\x7e]/g, '')
    .replaceAll(/["\\]/g, '');
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': isText ? 'text/csv; charset=utf-8' : workbookType,
      'content-disposition': `attachment; filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });
}

function refused(request: Request, refusal: FileRefusal): Response {
  const { code, ...facts } = refusal;
  return refusalAnswer(request, { ...wordsOf(refusal), code, facts });
}
