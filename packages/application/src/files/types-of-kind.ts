import type { FileKind, FileType } from '../ports/files.ts';

/** Which types serve which purpose: what proves something is a picture of paper, or a document that cannot run. */
export const typesOfKind: { readonly [Kind in FileKind]: readonly FileType[] } = {
  SCAN: ['pdf', 'jpeg', 'png', 'webp', 'docx'],
  CERTIFICATE: ['pdf', 'jpeg', 'png', 'webp'],
  PHOTO: ['jpeg', 'png', 'webp'],
  SIGNED_LIST: ['pdf', 'jpeg', 'png', 'webp', 'docx', 'xlsx'],
};

/** The media type a file is handed out under. */
export const mediaTypes: { readonly [Type in FileType]: string } = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
