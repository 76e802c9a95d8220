import {
  fileKinds,
  mediaTypes,
  openFile,
  storeFile,
  type FileKind,
  type OpenedFile,
  type OpenFileDeps,
  type Session,
  type StoredFile,
  type StoreFileDeps,
} from '@khuyenhoc/application';
import { isUuid, type AssociationId, type FileId, type PersonId } from '@khuyenhoc/kernel';
import { createAdmission, type Admission } from '../http/admission.ts';
import { wordsOfDocument, type DocumentRefusal } from './document-refusals.ts';
import { claimOf } from './file-claim.ts';
import { jsonAnswer, refusalAnswer } from './json-answer.ts';
import { receivedFile } from './uploaded-file.ts';

export interface DocumentDeps extends StoreFileDeps, OpenFileDeps {
  /** The most bytes of one file. */
  readonly maxDocumentBytes: number;
  /** How long a body may take to arrive. */
  readonly bodyTimeoutMs: number;
  /** How ids are written outside; one that cannot be read names nothing. */
  readonly documentIds: {
    readonly write: (session: Session, fileId: FileId) => string;
    readonly readAssociation: (session: Session, text: string) => AssociationId | null;
  };
}

/** Files are held whole while they are looked at, so only so many at once. */
const filesAtOnce = 16;

/** Takes files in and hands them out, for who may. */
export interface Documents {
  readonly store: (session: Session, request: Request) => Promise<Response>;
  readonly hand: (session: Session, request: Request, fileId: FileId) => Promise<Response>;
}

/**
 * Stored files over HTTP: `POST /files?kind=…&person=…&association=…` with the file as a form's only file or as the bare body;
 * `GET /files/:id` hands it out as a download that no browser opens by itself.
 */
export function createDocuments(deps: DocumentDeps): Documents {
  const places = createAdmission(filesAtOnce);
  return {
    store: (session, request) => inPlace(places, request, () => store(deps, session, request)),
    hand: (session, request, fileId) => inPlace(places, request, () => hand(deps, session, request, fileId)),
  };
}

async function inPlace(places: Admission, request: Request, work: () => Promise<Response>): Promise<Response> {
  const leave = places.enter();
  if (leave === undefined) return refused(request, { code: 'SERVER_BUSY' });
  try {
    return await work();
  } finally {
    leave();
  }
}

async function store(deps: DocumentDeps, session: Session, request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const kind = fileKinds.find((one) => one === searchParams.get('kind'));
  if (kind === undefined) return refused(request, { code: 'FILE_KIND_UNKNOWN' });
  const about = subjectOf(deps, session, searchParams);
  if (about === null) return refused(request, { code: 'NOT_FOUND' });
  const { maxDocumentBytes: limitBytes, bodyTimeoutMs } = deps;
  const received = await receivedFile(request, { limitBytes, timeoutMs: bodyTimeoutMs });
  if (!received.ok) return refused(request, received.error);
  const { bytes, mediaType, fileName } = received.value;
  if (bytes.byteLength === 0) return refused(request, { code: 'FILE_EMPTY' });
  const stored = await storeFile(deps, session, { kind, ...about, bytes, claim: claimOf(mediaType, fileName) });
  return stored.ok ? storedAnswer(deps, session, stored.value) : refused(request, stored.error);
}

/** Whom a file is about and who keeps it; null when one of them is named by what is no id. */
function subjectOf({ documentIds }: DocumentDeps, session: Session, query: URLSearchParams) {
  const person = query.get('person');
  const association = query.get('association');
  if (person !== null && !isUuid(person)) return null;
  const associationId = association === null ? null : documentIds.readAssociation(session, association);
  if (association !== null && associationId === null) return null;
  // The form was just compared.
  return { personId: person as PersonId | null, associationId };
}

function storedAnswer({ documentIds }: DocumentDeps, session: Session, { file, replayed }: StoredFile): Response {
  const id = documentIds.write(session, file.id);
  const { kind, type, sizeBytes, recordedAt } = file;
  const body = { id, kind, contentType: mediaTypes[type], sizeBytes, recordedAt, url: `/files/${id}` };
  return jsonAnswer(replayed ? 200 : 201, body);
}

async function hand(deps: DocumentDeps, session: Session, request: Request, fileId: FileId): Promise<Response> {
  const opened = await openFile(deps, session, fileId);
  return opened.ok ? fileAnswer(opened.value) : refused(request, opened.error);
}

const plainNames: { readonly [Kind in FileKind]: string } = {
  SCAN: 'ban-quet',
  CERTIFICATE: 'giay-chung-nhan',
  PHOTO: 'anh',
  SIGNED_LIST: 'danh-sach-ky-nhan',
};

/** The name says what it is and never whose: the sender's own name for it was not kept. */
function fileAnswer({ kind, type, bytes }: OpenedFile): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaTypes[type],
      'content-length': String(bytes.byteLength),
      'content-disposition': `attachment; filename="${plainNames[kind]}.${type === 'jpeg' ? 'jpg' : type}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    },
  });
}

function refused(request: Request, refusal: DocumentRefusal): Response {
  const { code, ...facts } = refusal;
  const answer = refusalAnswer(request, { ...wordsOfDocument(refusal), code, facts });
  if (code === 'SERVER_BUSY') answer.headers.set('retry-after', '1');
  return answer;
}
