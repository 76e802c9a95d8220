import { mediaTypes, type FileClaim, type FileType } from '@khuyenhoc/application';

/** Names that say nothing: what browsers and commands send when they do not know. */
const silent: ReadonlySet<string> = new Set([
  '',
  'application/octet-stream',
  'binary/octet-stream',
  'multipart/form-data',
]);

const extensions: { readonly [Type in FileType]: readonly string[] } = {
  pdf: ['pdf'],
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  png: ['png'],
  webp: ['webp'],
  docx: ['docx'],
  xlsx: ['xlsx'],
};

/** What a sender calls a file, from its media type and its name. Of the name only what stands behind the last dot is kept. */
export function claimOf(mediaType: string, fileName: string): FileClaim {
  const contentType = mediaType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const extension = /\.([A-Za-z0-9]{1,10})$/.exec(fileName.trim())?.[1]?.toLowerCase() ?? null;
  return { contentType: silent.has(contentType) ? null : contentType, extension };
}

/** What a sender called a file although it is something else; null when nothing was called or all of it is right. */
export function contradictionOf({ contentType, extension }: FileClaim, type: FileType): string | null {
  const saysRight = contentType === null || contentType === mediaTypes[type] || isOldName(contentType, type);
  if (!saysRight) return contentType;
  return extension === null || extensions[type].includes(extension) ? null : `.${extension}`;
}

/** Names that were in use before the registered ones, and still are. */
function isOldName(contentType: string, type: FileType): boolean {
  return (contentType === 'image/jpg' || contentType === 'image/pjpeg') && type === 'jpeg';
}
