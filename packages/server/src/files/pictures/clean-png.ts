import { crc32 } from 'node:zlib';
import { err, ok } from '@khuyenhoc/kernel';
import { exifOf, orientationOf } from './orientation.ts';
import { fourLetters, sizeRefusal, viewOf, type CleanPicture } from './picture.ts';

/** The eight bytes that every PNG begins with. */
export const pngSignature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** What shows the picture: its head, palette, pixels and colours. Texts, times, places and all private chunks are not here. */
const shown: ReadonlySet<string> = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'cICP',
  'sBIT',
  'bKGD',
  'pHYs',
]);
const frameBytes = 12;

/** Writes a PNG anew from the chunks that show the picture, and ends it where it ends. */
export function cleanPng(file: Uint8Array): CleanPicture {
  const view = viewOf(file);
  const kept: Uint8Array[] = [pngSignature];
  let orientation = 1;
  let pixels = 0;
  let headParts = 0;
  let place = pngSignature.byteLength;
  while (place + frameBytes <= file.byteLength) {
    const length = view.getUint32(place);
    const end = place + frameBytes + length;
    const type = fourLetters(file, place + 4);
    if (end > file.byteLength || crc32(file.subarray(place + 4, end - 4)) !== view.getUint32(end - 4))
      return err({ code: 'FILE_BROKEN' });
    const isFirst = place === pngSignature.byteLength;
    if (isFirst !== (type === 'IHDR') || (isFirst && length !== 13)) return err({ code: 'FILE_BROKEN' });
    const size = isFirst ? sizeRefusal(view.getUint32(place + 8), view.getUint32(place + 12)) : null;
    if (size !== null) return err(size);
    if (type === 'acTL') return err({ code: 'PICTURE_MOVES' });
    if (type === 'IDAT' && pixels === 0) headParts = kept.length;
    if (type === 'IDAT') pixels += 1;
    if (type === 'eXIf') orientation = orientationOf(file.subarray(place + 8, end - 4));
    if (shown.has(type)) kept.push(file.subarray(place, end));
    if (type === 'IEND') {
      if (pixels === 0) return err({ code: 'FILE_BROKEN' });
      // Some viewers look for it before the pixels only.
      const turned = orientation === 1 ? [] : [chunk('eXIf', exifOf(orientation))];
      const head = kept.slice(0, headParts);
      return ok(Buffer.concat([...head, ...turned, ...kept.slice(headParts), chunk('IEND', new Uint8Array())]));
    }
    place = end;
  }
  // The picture was cut off.
  return err({ code: 'FILE_BROKEN' });
}

function chunk(type: string, body: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(frameBytes + body.byteLength);
  bytes.writeUInt32BE(body.byteLength, 0);
  bytes.write(type, 4, 'latin1');
  bytes.set(body, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, bytes.byteLength - 4)), bytes.byteLength - 4);
  return bytes;
}
