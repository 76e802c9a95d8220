import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import type { FileContentRefusal } from '@khuyenhoc/application';
import { unpackedLimitBytes } from '../../imports/check-workbook.ts';

const unpack = promisify(inflate);

/**
 * Names that make a document act: run scripts, start programs, carry files, send forms, play media. Looked for anywhere in the
 * file, also in packed pixels, where such a long name does not come up by chance.
 */
const activeNames = [
  '/JavaScript',
  '/Launch',
  '/EmbeddedFile',
  '/RichMedia',
  '/SubmitForm',
  '/ImportData',
  '/Rendition',
  '/GoToE',
];
const escaped = /\/[\w.-]*#[0-9A-Fa-f]{2}[\w.#-]*/g;
const packedObjects = '/ObjStm';
/** A dictionary stands right before its stream. */
const dictionaryBytes = 4_096;

/** Looks whether a PDF is whole, open to be looked at, and only shows something; null when it is. */
export async function checkPdf(file: Uint8Array): Promise<FileContentRefusal | null> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const end = bytes.lastIndexOf('%%EOF');
  if (end === -1 || !/^[\s\0]*$/.test(bytes.toString('latin1', end + 5))) return { code: 'FILE_BROKEN' };
  // Names may be written with escapes; each of those is looked at as what it says.
  const names = (bytes.toString('latin1').match(escaped) ?? []).map(unescaped);
  const has = (name: string) => bytes.includes(name) || names.some((one) => one.startsWith(name));
  if (has('/Encrypt')) return { code: 'FILE_LOCKED' };
  if (activeNames.some(has)) return { code: 'FILE_IS_ACTIVE' };
  // Whoever writes this name in escapes has something to hide.
  if (names.some((one) => one.startsWith(packedObjects))) return { code: 'FILE_BROKEN' };
  return checkPackedObjects(bytes);
}

/** Objects may be packed together, where their names do not show; they are unpacked, within a limit, and looked at as well. */
async function checkPackedObjects(file: Buffer): Promise<FileContentRefusal | null> {
  let left = unpackedLimitBytes;
  for (let place = file.indexOf(packedObjects); place !== -1; place = file.indexOf(packedObjects, place + 1)) {
    const stream = file.indexOf('stream', place);
    if (stream === -1 || stream - place > dictionaryBytes) return { code: 'FILE_BROKEN' };
    const start = stream + (file[stream + 6] === 0x0d ? 8 : 7);
    const stop = file.indexOf('endstream', start);
    if (stop === -1) return { code: 'FILE_BROKEN' };
    const objects = await unpacked(file.subarray(start, stop), left);
    if (objects === 'TOO_LARGE') return { code: 'FILE_UNPACKS_TOO_LARGE', limitBytes: unpackedLimitBytes };
    // Packed in another way than every writer packs them, so that it cannot be looked at.
    if (objects === 'UNREADABLE') return { code: 'FILE_BROKEN' };
    left -= objects.byteLength;
    const names = (objects.toString('latin1').match(escaped) ?? []).map(unescaped);
    const acts = activeNames.some((name) => objects.includes(name) || names.some((one) => one.startsWith(name)));
    if (acts) return { code: 'FILE_IS_ACTIVE' };
  }
  return null;
}

async function unpacked(packed: Uint8Array, limit: number): Promise<Buffer | 'TOO_LARGE' | 'UNREADABLE'> {
  try {
    return await unpack(packed, { maxOutputLength: Math.max(1, limit) });
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return tooLarge ? 'TOO_LARGE' : 'UNREADABLE';
  }
}

function unescaped(name: string): string {
  return name.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
