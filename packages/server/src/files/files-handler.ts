import {
  ClosedTenant,
  correctedFile,
  uploadNominees,
  type CorrectedFile,
  type CorrectedFileDeps,
  type Session,
  type UploadNomineesDeps,
} from '@khuyenhoc/application';
import type { FileId, ImportId, Result } from '@khuyenhoc/kernel';
import type { FetchHandler, Route } from '../http/route.ts';
import { fileLimitBytes } from '../imports/table-sheet.ts';
import type { LocalizedText } from '../localized-text.ts';
import { createDocuments, type DocumentDeps, type Documents } from './document-routes.ts';
import { wordsOf, type FileRefusal } from './file-refusals.ts';
import { jsonAnswer, refusalAnswer, requestLanguage } from './json-answer.ts';
import { receivedFile, uploadLimitBytes } from './uploaded-file.ts';

/** Who asks could not be told, or may not come in; in words, since only the identity knows why. */
export interface IdentityRefusal extends LocalizedText {
  readonly code: string;
  readonly status: number;
}

export interface FilesHandlerDeps extends UploadNomineesDeps, CorrectedFileDeps, DocumentDeps {
  /** The same sign-in and mandate as at the GraphQL address. */
  readonly identify: (request: Request) => Promise<Result<Session, IdentityRefusal>>;
  /** The most bytes of a list; as many as the sheet reads when it is not told otherwise. */
  readonly maxFileBytes?: number;
  /** How the id of a stored file is read that was written outside. */
  readonly readFileId: (session: Session, text: string) => FileId | null;
  /** How an import's id is written outside; one that cannot be read names nothing. */
  readonly importIds: {
    readonly write: (session: Session, importId: ImportId) => string;
    readonly read: (session: Session, text: string) => ImportId | null;
  };
}

const path = '/files';
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Files over HTTP. `POST /files` takes a list of nominees in and answers its import's id, or with `?kind=` any other file and
 * answers that file's id; `GET /files/:id` gives a list back with what is to be mended (`?rows=all` for all of it), or the file.
 * What is done with either stands in the GraphQL schema.
 */
export function createFilesHandler(deps: FilesHandlerDeps): FetchHandler {
  const documents = createDocuments(deps);
  return async (request) => {
    const session = await deps.identify(request);
    if (!session.ok) return refusalAnswer(request, session.error);
    const { pathname } = new URL(request.url);
    try {
      if (request.method === 'POST' && pathname === path) return await post(deps, documents, session.value, request);
      if (request.method === 'GET' && pathname.startsWith(`${path}/`))
        return await get(deps, documents, session.value, request);
    } catch (error) {
      if (error instanceof ClosedTenant) return refused(request, error.refusal);
      throw error;
    }
    return refused(request, { code: 'METHOD_NOT_ALLOWED' });
  };
}

/** The two addresses, for the server's table of routes. What a kind of file may weigh is asked when its kind is known. */
export function filesRoutes(
  handle: FetchHandler,
  { maxFileBytes, maxDocumentBytes }: { readonly maxFileBytes: number; readonly maxDocumentBytes: number },
): readonly Route[] {
  const maxBytes = uploadLimitBytes(Math.max(maxFileBytes, maxDocumentBytes));
  return [
    { path, methods: ['POST'], body: { kind: 'STREAM', maxBytes }, handle },
    { path: `${path}/*`, methods: ['GET'], body: { kind: 'NONE' }, handle },
  ];
}

function post(deps: FilesHandlerDeps, documents: Documents, session: Session, request: Request): Promise<Response> {
  const isList = !new URL(request.url).searchParams.has('kind');
  return isList ? upload(deps, session, request) : documents.store(session, request);
}

function get(deps: FilesHandlerDeps, documents: Documents, session: Session, request: Request): Promise<Response> {
  const fileId = deps.readFileId(session, new URL(request.url).pathname.slice(path.length + 1));
  return fileId === null ? download(deps, session, request) : documents.hand(session, request, fileId);
}

async function upload(deps: FilesHandlerDeps, session: Session, request: Request): Promise<Response> {
  const limitBytes = deps.maxFileBytes ?? fileLimitBytes;
  const file = await receivedFile(request, { limitBytes, timeoutMs: deps.bodyTimeoutMs });
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
