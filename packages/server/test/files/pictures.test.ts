import { describe, expect, test } from 'vitest';
import { cleanJpeg } from '../../src/files/pictures/clean-jpeg.ts';
import { cleanPng } from '../../src/files/pictures/clean-png.ts';
import { cleanWebp } from '../../src/files/pictures/clean-webp.ts';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { accepted } from '../imports/a-campaign.ts';
import { aPhoto, aPicture, canaries, metadataOf, pictureTypes, pixelsOf, type PictureType } from './a-picture.ts';

const clean = { jpeg: cleanJpeg, png: cleanPng, webp: cleanWebp };

/** What ExifTool tells of any picture: the file, its format, how it is coded, and where it computed something from those. */
const ofThePicture =
  /^(?:SourceFile$|ExifTool:|System:|File:|Composite:(?:ImageSize|Megapixels)$|JFIF:|PNG(?:-pHYs)?:|RIFF:|ICC)/;

describe.each(pictureTypes)('a photo in %s', (type) => {
  test('has lost place, camera, names and comments, and shows the same pixels the same way up', async () => {
    const photo = await aPhoto(type);
    const before = await metadataOf(type, photo);
    for (const [tag, value] of Object.entries(canaries)) {
      const name = tag.split(':')[1] ?? '';
      expect(
        Object.entries(before).some(([key, found]) => key.endsWith(`:${name}`) && found === value),
        tag,
      ).toBe(true);
    }
    const cleaned = accepted(clean[type](photo));
    expect(Buffer.from(cleaned).toString('latin1')).not.toMatch(/CANARY|2024:09:05/);
    const after = await metadataOf(type, cleaned);
    const left = Object.keys(after).filter((key) => !ofThePicture.test(key));
    expect(left.filter((key) => key !== 'IFD0:Orientation')).toEqual([]);
    expect(after['IFD0:Orientation']).toBe(6);
    expect(Object.keys(after).filter((key) => /GPS/i.test(key))).toEqual([]);
    expect(await pixelsOf(cleaned)).toEqual(await pixelsOf(photo));
  }, 120_000);

  test('without metadata stays as it is, and cleaning twice changes nothing', async () => {
    const once = accepted(clean[type](await aPicture(type)));
    expect(await pixelsOf(once)).toEqual(await pixelsOf(await aPicture(type)));
    expect(accepted(clean[type](once))).toEqual(once);
  });

  test('that is cut off anywhere is refused or shows a whole picture, and never throws', async () => {
    const photo = await aPhoto(type, 1);
    const whole = accepted(clean[type](photo));
    for (let length = 12; length < photo.byteLength; length += 13) {
      const answer = clean[type](photo.slice(0, length));
      if (answer.ok) expect(answer.value, String(length)).toEqual(whole);
      else expect(answer.error.code).toBe('FILE_BROKEN');
    }
  }, 120_000);

  test('ends where the picture ends, whatever was put behind it', async () => {
    const picture = await aPicture(type);
    const followed = Buffer.concat([picture, Buffer.from('CANARY: another file, or a short film')]);
    expect(accepted(clean[type](followed))).toEqual(accepted(clean[type](picture)));
  });
});

test('a picture that claims more pixels than a viewer bears is refused', async () => {
  const png = Buffer.from(await aPicture('png'));
  png.writeUInt32BE(60_000, 16);
  png.writeUInt32BE(60_000, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  expect(cleanPng(png)).toEqual({ ok: false, error: { code: 'PICTURE_TOO_LARGE', limitPixels: 250_000_000 } });
  const jpeg = Buffer.from(await aPicture('jpeg'));
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  jpeg.writeUInt16BE(65_000, frame + 5);
  jpeg.writeUInt16BE(65_000, frame + 7);
  expect(cleanJpeg(jpeg)).toEqual({ ok: false, error: { code: 'PICTURE_TOO_LARGE', limitPixels: 250_000_000 } });
});

test('a PNG with a changed byte in a chunk is refused', async () => {
  const png = Buffer.from(await aPicture('png'));
  png[18] = (png[18] ?? 0) ^ 1;
  expect(cleanPng(png)).toEqual({ ok: false, error: { code: 'FILE_BROKEN' } });
});

test('a moving WebP is refused', async () => {
  const frames = Buffer.concat([Buffer.alloc(8 * 8 * 3, 40), Buffer.alloc(8 * 8 * 3, 200)]);
  const moving = await sharp(frames, { raw: { width: 8, height: 16, channels: 3, pageHeight: 8 } })
    .webp()
    .toBuffer();
  expect(moving.includes('ANMF')).toBe(true);
  expect(cleanWebp(moving)).toEqual({ ok: false, error: { code: 'PICTURE_MOVES' } });
});

test.each([1, 3, 8] as const)(
  'a photo that lies as %i says is shown so afterwards',
  async (orientation) => {
    for (const type of ['jpeg', 'webp'] satisfies readonly PictureType[]) {
      const photo = await aPhoto(type, orientation);
      expect(await pixelsOf(accepted(clean[type](photo))), type).toEqual(await pixelsOf(photo));
    }
  },
  120_000,
);
