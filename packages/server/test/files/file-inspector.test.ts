import { fileTypes, type FileContentRefusal } from '@khuyenhoc/application';
import { describe, expect, test } from 'vitest';
import { propertyRuns } from '@khuyenhoc/test-scale';
import * as fc from 'fast-check';
import { claimOf } from '../../src/files/file-claim.ts';
import { fileInspector } from '../../src/files/file-inspector.ts';
import { aDocx, anXlsx, aPdf, aZip, docxParts, packedObjects } from './a-document.ts';
import { aPicture } from './a-picture.ts';

const samples = {
  pdf: async () => aPdf(),
  jpeg: () => aPicture('jpeg'),
  png: () => aPicture('png'),
  webp: () => aPicture('webp'),
  docx: async () => aDocx(),
  xlsx: async () => anXlsx(),
};
const nothing = claimOf('', '');

async function codeOf(bytes: Uint8Array): Promise<FileContentRefusal['code'] | 'TAKEN'> {
  const answer = await fileInspector.inspect(bytes, nothing);
  return answer.ok ? 'TAKEN' : answer.error.code;
}

test.each(fileTypes)('a %s is told by its content, whatever it is called', async (type) => {
  const bytes = await samples[type]();
  for (const claim of [nothing, claimOf('application/octet-stream', 'tep'), claimOf('', `Giấy của em.${type}`)])
    expect(await fileInspector.inspect(bytes, claim)).toMatchObject({ ok: true, value: { type } });
});

test.each([
  ['image/png', 'anh.png', 'jpeg', 'image/png'],
  ['', 'anh.png', 'jpeg', '.png'],
  ['image/jpeg', 'anh.PNG', 'jpeg', '.png'],
  ['application/pdf', 'quyet-dinh.pdf', 'docx', 'application/pdf'],
  ['text/html', 'trang.html', 'pdf', 'text/html'],
  ['', 'bang.xlsm', 'xlsx', '.xlsm'],
] as const)('called %s and %s, a file that is %o is refused by name', async (mediaType, name, type, claimed) => {
  const answer = await fileInspector.inspect(await samples[type](), claimOf(mediaType, name));
  expect(answer).toEqual({ ok: false, error: { code: 'FILE_MISLABELLED', claimed, found: type } });
});

const script = '<< /S /JavaScript /JS (app.alert(1)) >>';

const attacks: readonly (readonly [string, Buffer, FileContentRefusal['code']])[] = [
  ['an empty file', Buffer.alloc(0), 'FILE_TYPE_UNKNOWN'],
  ['a program', Buffer.from('MZ\u0090\u0000 this program cannot be run'), 'FILE_TYPE_UNKNOWN'],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'FILE_TYPE_UNKNOWN'],
  [
    'a picture that is text',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    'FILE_TYPE_UNKNOWN',
  ],
  ['a GIF', Buffer.from('GIF89a/*\u0001\u0000*/=1;alert(1)'), 'FILE_TYPE_UNKNOWN'],
  ['an old binary document', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'FILE_TYPE_UNKNOWN'],
  ['any other archive', aZip([{ name: 'a.txt', body: 'a' }]), 'FILE_TYPE_UNKNOWN'],
  [
    'a document that is two',
    aZip([...docxParts(), { name: 'xl/workbook.xml', body: '<workbook/>' }]),
    'FILE_TYPE_UNKNOWN',
  ],
  ['a document under another type', aDocx([], 'oasis.opendocument.text'), 'FILE_TYPE_UNKNOWN'],
  ['a document with macros', aDocx([{ name: 'word/vbaProject.bin', body: 'x' }]), 'FILE_HAS_MACROS'],
  ['macros under another case', aDocx([{ name: 'word/VBAPROJECT.BIN', body: 'x' }]), 'FILE_HAS_MACROS'],
  ['macros under another name', aDocx([], 'ms-word.document.macroEnabled.main+xml'), 'FILE_HAS_MACROS'],
  ['controls', aDocx([{ name: 'word/activeX/activeX1.xml', body: 'x' }]), 'FILE_HAS_MACROS'],
  ['old macro sheets', aDocx([{ name: 'xl/macrosheets/sheet1.xml', body: 'x' }]), 'FILE_HAS_MACROS'],
  ['a file in a document', aDocx([{ name: 'word/embeddings/oleObject1.bin', body: 'x' }]), 'FILE_IS_ACTIVE'],
  [
    'a template from elsewhere',
    aDocx([
      {
        name: 'word/_rels/settings.xml.rels',
        body: '<Relationship Type="http://x/attachedTemplate" Target="http://x" TargetMode="External"/>',
      },
    ]),
    'FILE_IS_ACTIVE',
  ],
  [
    'a field that starts a program, in pieces',
    aDocx([{ name: 'word/footer.xml', body: '<w:instrText>DDE</w:instrText><w:instrText>AUTO c:\\x</w:instrText>' }]),
    'FILE_IS_ACTIVE',
  ],
  [
    'a bomb that says so',
    aDocx([{ name: 'word/a.xml', body: 'a', declaredBytes: 4_000_000_000 }]),
    'FILE_UNPACKS_TOO_LARGE',
  ],
  [
    'a bomb that lies',
    aDocx([{ name: 'word/a.bin', body: Buffer.alloc(40_000_000), declaredBytes: 10 }]),
    'FILE_BROKEN',
  ],
  ['parts of one name', aDocx([{ name: 'word/document.xml', body: '<w:document/>' }]), 'FILE_BROKEN'],
  ['an archive with something behind', Buffer.concat([aDocx(), Buffer.from('<script>')]), 'FILE_BROKEN'],
  ['an archive with a comment', aZip(docxParts(), '<script>alert(1)</script>'), 'FILE_BROKEN'],
  ['an archive cut off', aDocx().subarray(0, 120), 'FILE_BROKEN'],
  ['a PDF cut off', aPdf().subarray(0, 90), 'FILE_BROKEN'],
  ['a PDF with something behind', Buffer.concat([aPdf(), Buffer.from('MZ')]), 'FILE_BROKEN'],
  ['a PDF that is an archive', Buffer.concat([aPdf(), aDocx()]), 'FILE_AMBIGUOUS'],
  ['an archive within a PDF', aPdf([aZip([{ name: 'a', body: 'a' }]), '\n']), 'FILE_AMBIGUOUS'],
  ['a PDF that is a page', Buffer.from('%PDF-1.7\n<html><script>alert(1)</script>\n%%EOF'), 'FILE_AMBIGUOUS'],
  ['a PDF with a script', aPdf([`4 0 obj\n${script}\nendobj\n`]), 'FILE_IS_ACTIVE'],
  [
    'a script under escapes',
    aPdf([`4 0 obj\n${script.replace('JavaScript', 'J#61v#61Script')}\nendobj\n`]),
    'FILE_IS_ACTIVE',
  ],
  ['a script packed away', aPdf([packedObjects(`4 0 ${script}`)]), 'FILE_IS_ACTIVE'],
  ['a PDF that starts a program', aPdf(['4 0 obj\n<< /S /Launch /F (cmd.exe) >>\nendobj\n']), 'FILE_IS_ACTIVE'],
  ['a file within a PDF', aPdf(['4 0 obj\n<< /Type /EmbeddedFile >>\nendobj\n']), 'FILE_IS_ACTIVE'],
  ['a locked PDF', aPdf([], '/Encrypt 5 0 R'), 'FILE_LOCKED'],
  ['packed objects that unpack without end', aPdf([packedObjects('a'.repeat(40_000_000))]), 'FILE_UNPACKS_TOO_LARGE'],
];

test.each(attacks)(
  '%s is refused',
  async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  },
  30_000,
);

describe('a picture that is something else too', () => {
  const riders: readonly (readonly [string, Buffer])[] = [
    ['an archive', aZip([{ name: 'x.class', body: 'x' }])],
    ['an archive of another maker', Buffer.from('Rar!\u001a\u0007\u0000', 'latin1')],
  ];
  test.each(riders)('is refused: %s', async (_, rider) => {
    for (const type of ['jpeg', 'png', 'webp'] as const)
      expect(await codeOf(Buffer.concat([await aPicture(type), rider])), type).toBe('FILE_AMBIGUOUS');
  });

  test('is refused: a page or a PDF in the first comment', async () => {
    const jpeg = await aPicture('jpeg');
    for (const text of ['<script>alert(1)</script>', '%PDF-1.7']) {
      const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, text.length + 2]), Buffer.from(text)]);
      const rigged = Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]);
      expect(await codeOf(rigged), text).toBe('FILE_AMBIGUOUS');
    }
  });
});

test('no change of a byte and no cut makes the inspection throw', async () => {
  const files = await Promise.all(fileTypes.map((type) => samples[type]()));
  await fc.assert(
    fc.asyncProperty(fc.nat(files.length - 1), fc.nat(), fc.nat(255), fc.boolean(), async (which, at, byte, cut) => {
      const bytes = Buffer.from(files[which] ?? Buffer.alloc(0));
      const place = at % bytes.byteLength;
      bytes[place] = byte;
      const answer = await fileInspector.inspect(cut ? bytes.subarray(0, place) : bytes, nothing);
      expect(typeof answer.ok).toBe('boolean');
    }),
    propertyRuns(20_000),
  );
}, 120_000);
