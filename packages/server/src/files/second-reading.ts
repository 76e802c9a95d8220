import type { FileType } from '@khuyenhoc/application';

const zipEnd = Uint8Array.of(0x50, 0x4b, 0x05, 0x06);
const zipEntry = 0x02014b50;
const zipEndBytes = 22;
const longestComment = 0xffff;
/** How far readers look for the beginning of a file that has something before it. */
const headBytes = 1_024;
const markup = /<\s*(?:!doctype|html|head|body|script|iframe|svg|\?php)/i;
const otherArchives = ['Rar!\u001a\u0007', '7z\u00bc\u00af\u0027\u001c'];

/**
 * Whether a file that was told by its first bytes can be read as a file of a second type as well: as an archive by its end, as
 * a PDF or a page by what stands a little further in. Such a file is harmless to who checks it and harmful to who opens it.
 */
export function hasSecondReading(file: Uint8Array, type: FileType): boolean {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const head = bytes.toString('latin1', 0, headBytes);
  const isZip = type === 'docx' || type === 'xlsx';
  if (!isZip && isAlsoZip(bytes)) return true;
  if (type !== 'pdf' && head.includes('%PDF-')) return true;
  if (!isZip && markup.test(head)) return true;
  return otherArchives.some((signature) => bytes.includes(signature, 0, 'latin1'));
}

/** An archive is found from its end, whatever stands before it: there is a directory right before the end, or there is none to be. */
function isAlsoZip(bytes: Buffer): boolean {
  const first = Math.max(0, bytes.byteLength - zipEndBytes - longestComment);
  for (let end = bytes.indexOf(zipEnd, first); end !== -1; end = bytes.indexOf(zipEnd, end + 1)) {
    if (end + zipEndBytes > bytes.byteLength) return false;
    const reachesEnd = end + zipEndBytes + bytes.readUInt16LE(end + 20) === bytes.byteLength;
    const directory = end - bytes.readUInt32LE(end + 12);
    if (reachesEnd || (directory >= 0 && bytes.readUInt32LE(directory) === zipEntry)) return true;
  }
  return false;
}
