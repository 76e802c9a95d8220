import type { FileContentRefusal } from '@khuyenhoc/application';
import { err, ok, type Result } from '@khuyenhoc/kernel';
import { unpackedLimitBytes } from '../../imports/check-workbook.ts';
import { readZipDirectory, unpackedBytes, zipEndBytes, type ZipEntry } from '../../imports/zip-directory.ts';

/** The one part that makes an archive a document, and what its type must be called. */
const mainParts = [
  { type: 'docx', part: 'word/document.xml', called: 'wordprocessingml.document.main+xml' },
  { type: 'xlsx', part: 'xl/workbook.xml', called: 'spreadsheetml.sheet.main+xml' },
] as const;
type OfficeType = (typeof mainParts)[number]['type'];

const contentTypes = '[Content_Types].xml';
const macroPart = /(?:vbaProject|vbaData)[^/]*$|(?:^|\/)(?:activeX|macrosheets|dialogsheets)\//i;
/** Files within the file: nobody looks into them here, and the reader's program opens them. */
const embeddedPart = /(?:^|\/)embeddings\//i;
/** A document that fetches its template when it is opened, or a workbook that asks another program for its values. */
const reachesOut =
  /attachedTemplate"[^>]*TargetMode="External"|TargetMode="External"[^>]*attachedTemplate"|<(?:\w+:)?ddeLink/;
/** The commands of a document's fields, which a writer may have cut into pieces, and the one that starts programs. */
const fieldPiece = /<(?:\w+:)?instrText[^>]*>([^<]*)|\binstr="([^"]*)"/g;
const startsPrograms = /\bDDE(?:AUTO)?\b/i;

/** Which document a zipped file is: whole, of honest size, without macros and without anything that runs or reaches out. */
export async function checkOffice(file: Uint8Array): Promise<Result<OfficeType, FileContentRefusal>> {
  const entries = readZipDirectory(file);
  if (entries === null || entries.length === 0) return err({ code: 'FILE_BROKEN' });
  const names = new Set(entries.map(({ name }) => name));
  const found = mainParts.filter(({ part }) => names.has(part));
  const [main] = found;
  if (main === undefined || found.length > 1 || !names.has(contentTypes)) return err({ code: 'FILE_TYPE_UNKNOWN' });
  if (entries.some(({ name }) => macroPart.test(name))) return err({ code: 'FILE_HAS_MACROS' });
  if (entries.some(({ name }) => embeddedPart.test(name))) return err({ code: 'FILE_IS_ACTIVE' });
  // Of two parts of one name, one reader takes the first and another the last; before and behind the archive nothing may stand.
  const isOneArchive = names.size === entries.length && entries.some(({ offset }) => offset === 0) && endsWhole(file);
  if (!isOneArchive) return err({ code: 'FILE_BROKEN' });
  const declared = entries.reduce((sum, { declaredBytes }) => sum + declaredBytes, 0);
  if (declared > unpackedLimitBytes) return err({ code: 'FILE_UNPACKS_TOO_LARGE', limitBytes: unpackedLimitBytes });
  for (const entry of entries) {
    const refusal = await checkPart(file, entry, main.called);
    if (refusal !== null) return err(refusal);
  }
  return ok(main.type);
}

async function checkPart(file: Uint8Array, entry: ZipEntry, called: string): Promise<FileContentRefusal | null> {
  const part = await unpackedBytes(file, entry);
  if (part === null) return { code: 'FILE_BROKEN' };
  if (!/\.(?:xml|rels)$/i.test(entry.name)) return null;
  const text = Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString();
  if (entry.name === contentTypes) {
    if (/macroEnabled/i.test(text)) return { code: 'FILE_HAS_MACROS' };
    return text.includes(called) ? null : { code: 'FILE_TYPE_UNKNOWN' };
  }
  const fields = Array.from(text.matchAll(fieldPiece), ([, piece = '', whole = '']) => piece + whole).join('');
  return reachesOut.test(text) || startsPrograms.test(fields) ? { code: 'FILE_IS_ACTIVE' } : null;
}

/** Whether the archive's end is the file's end, without a comment that could hide another file. */
function endsWhole(file: Uint8Array): boolean {
  const end = file.byteLength - zipEndBytes;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  return end >= 0 && view.getUint32(end, true) === 0x06054b50 && view.getUint16(end + 20, true) === 0;
}
