import { err, ok } from '@khuyenhoc/kernel';
import { exifOf, orientationOf } from './orientation.ts';
import { sizeRefusal, viewOf, type CleanPicture } from './picture.ts';

const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;
const lineCount = 0xdc;
const application = 0xe0;
/** Frames of every coding: their numbers are those from C0 to CF that are not tables. */
const frames: ReadonlySet<number> = new Set([
  0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf,
]);
/** Tables and counts that decoding needs: Huffman, arithmetic, quantisation, lines, restarts. */
const tables: ReadonlySet<number> = new Set([0xc4, 0xcc, 0xdb, lineCount, 0xdd]);

/**
 * Writes a JPEG anew from the segments that show the picture: frames, scans, tables, the colour profile and how colours are
 * coded. Everything else is left out (EXIF with place and camera, XMP, IPTC, comments, thumbnails, whatever a maker invented,
 * whatever stands behind the picture), so a kind of metadata that nobody here has heard of is left out too.
 */
export function cleanJpeg(file: Uint8Array): CleanPicture {
  const view = viewOf(file);
  const kept: Uint8Array[] = [];
  let orientation = 1;
  let frame = false;
  let scans = 0;
  let place = 2;
  while (place + 2 <= file.byteLength) {
    if (file[place] !== 0xff) return err({ code: 'FILE_BROKEN' });
    const marker = file[place + 1] ?? 0;
    if (marker === 0xff) {
      // Filling between segments.
      place += 1;
      continue;
    }
    if (marker === endOfImage) {
      if (!frame || scans === 0) return err({ code: 'FILE_BROKEN' });
      return ok(written(kept, orientation));
    }
    const end = place + 4 <= file.byteLength ? place + 2 + view.getUint16(place + 2) : file.byteLength + 1;
    if (marker === startOfImage || marker < 0xc0 || end < place + 4 || end > file.byteLength)
      return err({ code: 'FILE_BROKEN' });
    const body = file.subarray(place + 4, end);
    const segment = file.subarray(place, end);
    if (frames.has(marker)) {
      if (body.byteLength < 6) return err({ code: 'FILE_BROKEN' });
      // A height of zero is told later, by the line count.
      const size = sizeRefusal(viewOf(body).getUint16(3), viewOf(body).getUint16(1) || 0xffff);
      if (size !== null) return err(size);
      frame = true;
      kept.push(segment);
    } else if (marker === startOfScan) {
      scans += 1;
      const next = endOfScan(file, end);
      kept.push(file.subarray(place, next));
      place = next;
      continue;
    } else if (tables.has(marker)) kept.push(segment);
    else if (marker === application + 1 && begins(body, 'Exif\0')) orientation = orientationOf(body.subarray(6));
    else if (marker === application && begins(body, 'JFIF\0') && body.byteLength >= 14) kept.push(plainJfif(body));
    else if (marker === application + 2 && begins(body, 'ICC_PROFILE\0')) kept.push(segment);
    else if (marker === application + 14 && begins(body, 'Adobe') && body.byteLength === 12) kept.push(segment);
    place = end;
  }
  // The picture was cut off.
  return err({ code: 'FILE_BROKEN' });
}

/** The coded picture ends at the first marker that is neither a stuffed byte nor a restart. */
function endOfScan(file: Uint8Array, from: number): number {
  let place = file.indexOf(0xff, from);
  while (place !== -1 && place + 1 < file.byteLength) {
    const next = file[place + 1] ?? 0;
    const isCoded = next === 0 || (next >= 0xd0 && next <= 0xd7);
    if (!isCoded && next !== 0xff) return place;
    place = file.indexOf(0xff, place + (isCoded ? 2 : 1));
  }
  return file.byteLength;
}

/** JFIF without its thumbnail, which may show what was cut out of the picture. */
function plainJfif(body: Uint8Array): Uint8Array {
  return Uint8Array.of(0xff, application, 0, 16, ...body.subarray(0, 12), 0, 0);
}

function written(kept: readonly Uint8Array[], orientation: number): Uint8Array {
  const exif = exifOf(orientation);
  const turned =
    orientation === 1
      ? new Uint8Array()
      : Uint8Array.of(0xff, application + 1, 0, 2 + 6 + exif.byteLength, ...Buffer.from('Exif\0\0'), ...exif);
  return Buffer.concat([Uint8Array.of(0xff, startOfImage), turned, ...kept, Uint8Array.of(0xff, endOfImage)]);
}

function begins(body: Uint8Array, text: string): boolean {
  return Buffer.from(body.buffer, body.byteOffset, Math.min(text.length, body.byteLength)).toString('latin1') === text;
}
