import type { FileContentRefusal } from '@khuyenhoc/application';
import type { Result } from '@khuyenhoc/kernel';

/** A picture with nothing in it but what is seen, or why the file is none that can be kept. */
export type CleanPicture = Result<Uint8Array, FileContentRefusal>;

/** More than any camera takes; a small file can claim sixty thousand by sixty thousand and bring its viewer down. */
const pixelLimit = 250_000_000;

/** Whether a picture has a size, and one that a viewer can bear. */
export function sizeRefusal(width: number, height: number): FileContentRefusal | null {
  if (width < 1 || height < 1) return { code: 'FILE_BROKEN' };
  return width * height > pixelLimit ? { code: 'PICTURE_TOO_LARGE', limitPixels: pixelLimit } : null;
}

/** A view of bytes for numbers of several bytes. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Four bytes as the letters they are. */
export function fourLetters(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
