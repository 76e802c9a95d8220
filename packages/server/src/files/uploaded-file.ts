import type { UploadedFile } from '@khuyenhoc/application';
import { err, ok, type Result } from '@khuyenhoc/kernel';

/** A file as it arrived, with what its sender calls it. */
export interface ReceivedFile extends UploadedFile {
  readonly mediaType: string;
}

/** How much may come, and how long it may take. */
export interface ReceivingLimits {
  readonly limitBytes: number;
  readonly timeoutMs: number;
}

export type ReceivingRefusal =
  | { readonly code: 'FILE_TOO_LARGE'; readonly limitBytes: number }
  | { readonly code: 'BODY_TOO_SLOW' }
  | { readonly code: 'FORM_UNREADABLE' };

/** What a form may add around its file. */
const formBytes = 64 * 1024;

/** The most bytes of a request that carries a file of so many. */
export function uploadLimitBytes(fileLimitBytes: number): number {
  return fileLimitBytes + formBytes;
}

/** The file of a request: the one file of a form, or the body itself with its name in Content-Disposition or `?fileName=`. */
export async function receivedFile(
  request: Request,
  { limitBytes, timeoutMs }: ReceivingLimits,
): Promise<Result<ReceivedFile, ReceivingRefusal>> {
  const body = await limitedBody(request, { limitBytes: uploadLimitBytes(limitBytes), timeoutMs });
  if (body === 'TOO_SLOW') return err({ code: 'BODY_TOO_SLOW' });
  if (body === 'TOO_LARGE') return err({ code: 'FILE_TOO_LARGE', limitBytes });
  const type = request.headers.get('content-type') ?? '';
  const isForm = type.toLowerCase().startsWith('multipart/form-data');
  const file = isForm ? await onlyFile(body, type) : { fileName: statedName(request), mediaType: type, bytes: body };
  if (file === null) return err({ code: 'FORM_UNREADABLE' });
  // What a form adds around its file does not make the file smaller.
  return file.bytes.byteLength > limitBytes ? err({ code: 'FILE_TOO_LARGE', limitBytes }) : ok(file);
}

async function onlyFile(body: Uint8Array<ArrayBuffer>, type: string): Promise<ReceivedFile | null> {
  try {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    const files = [...form.values()].filter((value) => value instanceof File);
    const [file] = files;
    if (file === undefined || files.length > 1) return null;
    return { fileName: file.name, mediaType: file.type, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    // A form that cannot be taken apart is the sender's mistake, and formData() says no more than that.
    return null;
  }
}

/** Stops reading at the limits; a sender's word about the length is not asked. */
async function limitedBody(
  request: Request,
  { limitBytes, timeoutMs }: ReceivingLimits,
): Promise<Uint8Array<ArrayBuffer> | 'TOO_LARGE' | 'TOO_SLOW'> {
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  const patience = Promise.withResolvers<'TOO_SLOW'>();
  const timer = setTimeout(() => patience.resolve('TOO_SLOW'), timeoutMs);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const part = await Promise.race([reader.read(), patience.promise]);
      if (part === 'TOO_SLOW') return part;
      if (part.done) return new Uint8Array(Buffer.concat(chunks));
      size += part.value.byteLength;
      if (size > limitBytes) return 'TOO_LARGE';
      chunks.push(part.value);
    }
  } finally {
    clearTimeout(timer);
    // What is still to come is nobody's any more; the server sees to the connection.
    reader.cancel().catch(() => {});
  }
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
