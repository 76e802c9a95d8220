import { viewOf } from './picture.ts';

const orientationTag = 0x0112;
const shortType = 3;
const headBytes = 8;
const entryBytes = 12;

/**
 * Which way up a picture is to be shown, 1 to 8, from what the camera wrote (EXIF, in TIFF form); 1 when it says nothing that
 * can be read. It is the one thing of all metadata that is part of the picture: without it a child lies on its side.
 */
export function orientationOf(exif: Uint8Array): number {
  const view = viewOf(exif);
  if (exif.byteLength < headBytes) return 1;
  const little = view.getUint16(0) === 0x4949;
  if (!little && view.getUint16(0) !== 0x4d4d) return 1;
  const start = view.getUint32(4, little);
  if (start + 2 > exif.byteLength) return 1;
  const count = view.getUint16(start, little);
  for (let index = 0; index < count; index += 1) {
    const at = start + 2 + index * entryBytes;
    if (at + entryBytes > exif.byteLength) return 1;
    if (view.getUint16(at, little) !== orientationTag) continue;
    const value = view.getUint16(at + 8, little);
    return view.getUint16(at + 2, little) === shortType && value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** EXIF that says which way up the picture is, and nothing else. */
export function exifOf(orientation: number): Uint8Array {
  const bytes = new Uint8Array(headBytes + 2 + entryBytes + 4);
  const view = viewOf(bytes);
  view.setUint16(0, 0x4d4d);
  view.setUint16(2, 42);
  view.setUint32(4, headBytes);
  view.setUint16(headBytes, 1);
  view.setUint16(headBytes + 2, orientationTag);
  view.setUint16(headBytes + 4, shortType);
  view.setUint32(headBytes + 6, 1);
  view.setUint16(headBytes + 10, orientation);
  return bytes;
}
