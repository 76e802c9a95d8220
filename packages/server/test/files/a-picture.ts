import { parseMetadata, writeMetadata } from '@uswriting/exiftool';
import sharp from 'sharp';

/** The pictures that cameras make. */
export const pictureTypes = ['jpeg', 'png', 'webp'] as const;
export type PictureType = (typeof pictureTypes)[number];

/** What a camera and an editor write into a picture; each value is a word that stands nowhere else. */
export const canaries = {
  'EXIF:Make': 'CANARYMAKE',
  'EXIF:Model': 'CANARYMODEL',
  'EXIF:SerialNumber': 'CANARYSERIAL',
  'EXIF:Artist': 'CANARYARTIST',
  'EXIF:UserComment': 'CANARYCOMMENT',
  'EXIF:DateTimeOriginal': '2024:09:05 07:30:00',
  'XMP-dc:Title': 'CANARYTITLE',
  'XMP-photoshop:City': 'CANARYCITY',
  'GPS:GPSAreaInformation': 'CANARYAREA',
} as const;

/** 21°19'30" N 105°24'0" E, made up as everything here is. */
const place = { GPSLatitude: '21.325', GPSLatitudeRef: 'N', GPSLongitude: '105.4', GPSLongitudeRef: 'E' };

/** A picture of 64 by 48 with a bright corner, so that turning it shows. */
export function aPicture(type: PictureType): Promise<Buffer> {
  const corner = {
    input: { create: { width: 12, height: 8, channels: 3 as const, background: '#f4d03f' } },
    left: 0,
    top: 0,
  };
  return sharp({ create: { width: 64, height: 48, channels: 3, background: '#1f618d' } })
    .composite([corner])
    .toFormat(type, type === 'webp' ? { lossless: true } : {})
    .toBuffer();
}

const photos = new Map<string, Promise<Uint8Array>>();

/** The same picture after a camera and an editor had it: with place, names, numbers, and lying on its side. Made once a run. */
export function aPhoto(type: PictureType, orientation = 6): Promise<Uint8Array> {
  const name = `${type} ${orientation}`;
  const photo = photos.get(name) ?? takePhoto(type, orientation);
  photos.set(name, photo);
  return photo;
}

async function takePhoto(type: PictureType, orientation: number): Promise<Uint8Array> {
  // IPTC and a comment of its own are the JPEG's alone.
  const more = type === 'jpeg' ? { 'IPTC:Caption-Abstract': 'CANARYCAPTION', Comment: 'CANARYSEGMENT' } : {};
  const name = `a.${type}`;
  const plain = { name, data: await aPicture(type) };
  const tags = { ...canaries, ...place, ...more, 'Orientation#': String(orientation) };
  const written = await writeMetadata(plain, tags);
  if (!written.success) throw new Error(`exiftool did not write: ${written.error ?? ''}`);
  return new Uint8Array(written.data);
}

/** Everything that ExifTool, which knows more kinds of metadata than anybody, finds in a picture. */
export async function metadataOf(type: PictureType, bytes: Uint8Array): Promise<Readonly<Record<string, unknown>>> {
  const parsed = await parseMetadata(
    // A copy: the reader takes the bytes for itself.
    { name: `a.${type}`, data: Uint8Array.from(bytes) },
    { args: ['-json', '-n', '-G1', '-a', '-u', '-ee'], transform: (text) => JSON.parse(text) as unknown },
  );
  if (!parsed.success) throw new Error(`exiftool did not read: ${parsed.error}`);
  const [found] = parsed.data as readonly Readonly<Record<string, unknown>>[];
  return found ?? {};
}

/** The pixels as a viewer shows them, turned the way the picture says. */
export function pixelsOf(bytes: Uint8Array): Promise<Buffer> {
  return sharp(bytes).autoOrient().raw().toBuffer();
}
