import { err, ok } from '@khuyenhoc/kernel';
import { exifOf, orientationOf } from './orientation.ts';
import { fourLetters, sizeRefusal, viewOf, type CleanPicture } from './picture.ts';

/** What shows a still picture: its head, colour profile, transparency and pixels. */
const shown: ReadonlySet<string> = new Set(['VP8X', 'ICCP', 'ALPH', 'VP8 ', 'VP8L']);
const headBytes = 12;
const moves = 0x02;
const hasExif = 0x08;
const hasXmp = 0x04;

/** Writes a WebP anew from the chunks that show the picture. */
export function cleanWebp(file: Uint8Array): CleanPicture {
  const view = viewOf(file);
  const kept: Uint8Array[] = [];
  let orientation = 1;
  let pixels = 0;
  // The file says how long it is; what stands behind is no part of it.
  const whole = 8 + view.getUint32(4, true);
  if (whole > file.byteLength || whole < headBytes) return err({ code: 'FILE_BROKEN' });
  let place = headBytes;
  while (place + 8 <= whole) {
    const type = fourLetters(file, place);
    const length = view.getUint32(place + 4, true);
    const end = place + 8 + length + (length % 2);
    // The last chunk's filling byte is left out by some writers.
    if (place + 8 + length > whole) return err({ code: 'FILE_BROKEN' });
    const body = file.subarray(place + 8, place + 8 + length);
    if (type === 'ANIM' || type === 'ANMF') return err({ code: 'PICTURE_MOVES' });
    if (type === 'EXIF') orientation = orientationOf(withoutPrefix(body));
    if (type === 'VP8 ' || type === 'VP8L') pixels += 1;
    const size = sizeOf(type, body);
    const refusal = size === null ? null : sizeRefusal(size.width, size.height);
    if (refusal !== null) return err(refusal);
    if (shown.has(type)) kept.push(riffChunk(type, body));
    place = end;
  }
  if (pixels !== 1) return err({ code: 'FILE_BROKEN' });
  return ok(written(kept, orientation));
}

function sizeOf(type: string, body: Uint8Array): { readonly width: number; readonly height: number } | null {
  const view = viewOf(body);
  const nothing = { width: 0, height: 0 };
  if (type === 'VP8X') {
    if (body.byteLength < 10) return nothing;
    const at = (place: number) => 1 + view.getUint16(place, true) + ((body[place + 2] ?? 0) << 16);
    return { width: at(4), height: at(7) };
  }
  if (type === 'VP8L') {
    if (body.byteLength < 5 || body[0] !== 0x2f) return nothing;
    const bits = view.getUint32(1, true);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  if (type === 'VP8 ') {
    const isKeyFrame = body.byteLength >= 10 && body[3] === 0x9d && body[4] === 0x01 && body[5] === 0x2a;
    if (!isKeyFrame) return nothing;
    return { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff };
  }
  return null;
}

/** The head says which parts follow, so it must not promise what was left out. */
function written(kept: readonly Uint8Array[], orientation: number): Uint8Array {
  const [first, ...rest] = kept;
  const isExtended = first !== undefined && fourLetters(first, 0) === 'VP8X';
  const turned = orientation !== 1 && isExtended;
  const head = isExtended ? [withFlags(first, turned)] : first === undefined ? [] : [first];
  const chunks = Buffer.concat([...head, ...rest, ...(turned ? [riffChunk('EXIF', exifOf(orientation))] : [])]);
  const riff = Buffer.alloc(headBytes);
  riff.write('RIFF', 0, 'latin1');
  riff.writeUInt32LE(4 + chunks.byteLength, 4);
  riff.write('WEBP', 8, 'latin1');
  return Buffer.concat([riff, chunks]);
}

function withFlags(head: Uint8Array, turned: boolean): Uint8Array {
  const copy = Uint8Array.from(head);
  copy[8] = ((copy[8] ?? 0) & ~(hasExif | hasXmp | moves)) | (turned ? hasExif : 0);
  return copy;
}

function riffChunk(type: string, body: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(8 + body.byteLength + (body.byteLength % 2));
  bytes.write(type, 0, 'latin1');
  bytes.writeUInt32LE(body.byteLength, 4);
  bytes.set(body, 8);
  return bytes;
}

/** Some writers put the JPEG's own beginning before the EXIF. */
function withoutPrefix(exif: Uint8Array): Uint8Array {
  return fourLetters(exif, 0) === 'Exif' ? exif.subarray(6) : exif;
}
