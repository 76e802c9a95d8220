import type { UploadedFile } from '@khuyenhoc/application';
import { err, ok, type Result } from '@khuyenhoc/kernel';
import type { FileRefusal } from './file-refusals.ts';

/** What a form may add around its file. */
const formBytes = 64 * 1024;

/** The most bytes of a request that carries a file of so many. */
export function uploadLimitBytes(fileLimitBytes: number): number {
  return fileLimitBytes + formBytes;
}

/** The file of a request: the one file of a form, or the body itself with its name in Content-Disposition or `?fileName=`. */
export async function uploadedFile(request: Request, limitBytes: number): Promise<Result<UploadedFile, FileRefusal>> {
  const body = await limitedBody(request, uploadLimitBytes(limitBytes));
  if (body === null) return err({ code: 'FILE_TOO_LARGE', limitBytes });
  const type = request.headers.get('content-type') ?? '';
  if (!type.toLowerCase().startsWith('multipart/form-data')) return ok({ fileName: statedName(request), bytes: body });
  const file = await onlyFile(body, type);
  return file === null ? err({ code: 'FORM_UNREADABLE' }) : ok(file);
}

async function onlyFile(body: Uint8Array<ArrayBuffer>, type: string): Promise<UploadedFile | null> {
  try {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    const files = [...form.values()].filter((value) => value instanceof File);
    const [file] = files;
    if (file === undefined || files.length > 1) return null;
    return { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    // A form that cannot be taken apart is the sender's mistake, and formData() says no more than that.
    return null;
  }
}

/** Stops reading at the limit; a sender's word about the length is not asked. */
async function limitedBody(request: Request, mostBytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > mostBytes) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function statedName(request: Request): string {
  const query = new URL(request.url).searchParams.get('fileName');
  if (query !== null) return query;
  const disposition = request.headers.get('content-disposition') ?? '';
  const extended = /filename\*=UTF-8''([^;\s]+)/i.exec(disposition)?.[1];
  return (extended === undefined ? undefined : decoded(extended)) ?? /filename="([^"]*)"/i.exec(disposition)?.[1] ?? '';
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
