import type { FileContentRefusal, FileInspector, FileType } from '@khuyenhoc/application';
import { err, ok, type Result } from '@khuyenhoc/kernel';
import { looksZipped } from '../imports/zip-directory.ts';
import { checkOffice } from './documents/check-office.ts';
import { checkPdf } from './documents/check-pdf.ts';
import { contradictionOf } from './file-claim.ts';
import { cleanJpeg } from './pictures/clean-jpeg.ts';
import { cleanPng, pngSignature } from './pictures/clean-png.ts';
import { cleanWebp } from './pictures/clean-webp.ts';
import { fourLetters } from './pictures/picture.ts';
import { hasSecondReading } from './second-reading.ts';

type Inspected = Result<Uint8Array, FileContentRefusal>;

/**
 * Tells what a file is by its bytes, and refuses what is not exactly one of the types that are taken in. What the sender calls
 * it is compared with that afterwards: a wrong name is a mistake worth telling, or an attempt.
 */
export const fileInspector: FileInspector = {
  async inspect(bytes, claim) {
    const told = await tell(bytes);
    if (!told.ok) return told;
    const type = told.value;
    const claimed = contradictionOf(claim, type);
    if (claimed !== null) return err({ code: 'FILE_MISLABELLED', claimed, found: type });
    if (hasSecondReading(bytes, type)) return err({ code: 'FILE_AMBIGUOUS', found: type });
    const clean = await look[type](bytes);
    return clean.ok ? ok({ type, bytes: clean.value }) : clean;
  },
};

/** Documents are kept as they came; pictures are written anew without what the camera added. */
const look: { readonly [Type in FileType]: (bytes: Uint8Array) => Inspected | Promise<Inspected> } = {
  pdf: async (bytes) => unlessRefused(bytes, await checkPdf(bytes)),
  // What they are was found out by looking through them.
  docx: ok,
  xlsx: ok,
  jpeg: cleanJpeg,
  png: cleanPng,
  webp: cleanWebp,
};

async function tell(bytes: Uint8Array): Promise<Result<FileType, FileContentRefusal>> {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return ok('jpeg');
  if (pngSignature.every((byte, index) => bytes[index] === byte)) return ok('png');
  if (fourLetters(bytes, 0) === 'RIFF' && fourLetters(bytes, 8) === 'WEBP') return ok('webp');
  if (fourLetters(bytes, 0) === '%PDF' && bytes[4] === 0x2d) return ok('pdf');
  return looksZipped(bytes) ? checkOffice(bytes) : err({ code: 'FILE_TYPE_UNKNOWN' });
}

function unlessRefused(bytes: Uint8Array, refusal: FileContentRefusal | null): Inspected {
  return refusal === null ? ok(bytes) : err(refusal);
}
