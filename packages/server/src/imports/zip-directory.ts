import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);

/** A file of a ZIP archive as the archive's directory declares it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: 'stored' | 'deflated' | 'other';
  readonly compressedBytes: number;
  readonly declaredBytes: number;
  /** Where its own head begins. */
  readonly offset: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const headSignature = 0x04034b50;
/** The length of a directory's end, when it has no comment. */
export const zipEndBytes = 22;
const entryBytes = 46;
const longestComment = 0xffff;
const mostEntries = 4_096;

/** Whether bytes begin as a ZIP archive does. */
export function looksZipped(file: Uint8Array): boolean {
  return file[0] === 0x50 && file[1] === 0x4b && file[2] === 0x03 && file[3] === 0x04;
}

/**
 * Reads the directory at the end of an archive without unpacking anything; null when there is none that makes sense. Archives
 * above 4 GiB have another kind of directory, which no list needs.
 */
export function readZipDirectory(file: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = findEnd(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  if (count > mostEntries) return null;
  const entries: ZipEntry[] = [];
  let place = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (place + entryBytes > end || view.getUint32(place, true) !== entrySignature) return null;
    const nameBytes = view.getUint16(place + 28, true);
    const name = new TextDecoder().decode(file.subarray(place + entryBytes, place + entryBytes + nameBytes));
    const method = view.getUint16(place + 10, true);
    entries.push({
      name,
      method: method === 0 ? 'stored' : method === 8 ? 'deflated' : 'other',
      compressedBytes: view.getUint32(place + 20, true),
      declaredBytes: view.getUint32(place + 24, true),
      offset: view.getUint32(place + 42, true),
    });
    place += entryBytes + nameBytes + view.getUint16(place + 30, true) + view.getUint16(place + 32, true);
  }
  return entries;
}

/** The packed bytes of an entry; null when they lie outside the archive. */
function packedBytes(file: Uint8Array, { offset, compressedBytes }: ZipEntry): Uint8Array | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const headBytes = 30;
  if (offset + headBytes > file.byteLength || view.getUint32(offset, true) !== headSignature) return null;
  const start = offset + headBytes + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return start + compressedBytes > file.byteLength ? null : file.subarray(start, start + compressedBytes);
}

/** The bytes of an entry, unpacked; null when they are broken or not exactly as many as the directory declares. */
export async function unpackedBytes(file: Uint8Array, entry: ZipEntry): Promise<Uint8Array | null> {
  const packed = packedBytes(file, entry);
  if (packed === null || entry.method === 'other') return null;
  if (entry.method === 'stored') return packed.byteLength === entry.declaredBytes ? packed : null;
  try {
    const unpacked = await inflate(packed, { maxOutputLength: Math.max(1, entry.declaredBytes) });
    return unpacked.byteLength === entry.declaredBytes ? unpacked : null;
  } catch {
    // Broken data, or more than was declared.
    return null;
  }
}

function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - zipEndBytes - longestComment);
  for (let place = view.byteLength - zipEndBytes; place >= first; place -= 1) {
    if (view.getUint32(place, true) === endSignature) return place;
  }
  return null;
}
