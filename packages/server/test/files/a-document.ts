import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly body: string | Buffer;
  /** What the directory says the part unpacks to; the truth when left out. */
  readonly declaredBytes?: number;
}

/** A ZIP archive, with whatever an attacker would want to write into its directory. */
export function aZip(parts: readonly ZipPart[], comment = ''): Buffer {
  const heads: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, body, declaredBytes } of parts) {
    const plain = Buffer.from(body);
    const packed = deflateRawSync(plain);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc32(plain), 10);
    shared.writeUInt32LE(packed.byteLength, 14);
    shared.writeUInt32LE(declaredBytes ?? plain.byteLength, 18);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    const head = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, Buffer.from(name), packed]);
    const entry = Buffer.alloc(46);
    entry.write('PK\u0001\u0002', 0, 'latin1');
    shared.copy(entry, 6);
    entry.writeUInt32LE(offset, 42);
    heads.push(head);
    directory.push(entry, Buffer.from(name));
    offset += head.byteLength;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.byteLength, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...heads, list, end, Buffer.from(comment)]);
}

const types = (main: string) => `<Types><Override PartName="/main" ContentType="application/vnd.${main}"/></Types>`;
const docxType = 'openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** The parts of a text document, with more when asked. */
export function docxParts(more: readonly ZipPart[] = [], contentType = docxType): readonly ZipPart[] {
  const text = '<w:document><w:p><w:r><w:t>Biên bản xét học bổng</w:t></w:r></w:p></w:document>';
  return [
    { name: '[Content_Types].xml', body: types(contentType) },
    { name: 'word/document.xml', body: text },
    ...more,
  ];
}

/** A text document. */
export const aDocx = (more: readonly ZipPart[] = [], contentType = docxType): Buffer =>
  aZip(docxParts(more, contentType));

/** A spreadsheet. */
export const anXlsx = (): Buffer =>
  aZip([
    { name: '[Content_Types].xml', body: types('openxmlformats-officedocument.spreadsheetml.sheet.main+xml') },
    { name: 'xl/workbook.xml', body: '<workbook/>' },
  ]);

/** A PDF of one empty page, with more objects when asked, and more in its trailer. */
export function aPdf(objects: readonly (string | Buffer)[] = [], trailer = ''): Buffer {
  const parts = [
    '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n',
    '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n',
    '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n',
    '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n',
    ...objects,
    `trailer\n<< /Root 1 0 R /Size 4 ${trailer} >>\nstartxref\n0\n%%EOF\n`,
  ];
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
}

/** Objects packed together, as newer PDFs have them. */
export function packedObjects(text: string): Buffer {
  const packed = deflateSync(Buffer.from(text));
  const head = `9 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.byteLength} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream\nendobj\n')]);
}
