import type { Path } from '@khuyenhoc/domain';
import type { AssociationId, AwardId, FileId, Instant, PersonId, Result } from '@khuyenhoc/kernel';
import type { ReadScope } from './read-scope.ts';
import type { WrappedKey } from './vault.ts';

/** What a file is for: a scanned paper, a certificate, a photo, or a list that was signed. */
export const fileKinds = ['SCAN', 'CERTIFICATE', 'PHOTO', 'SIGNED_LIST'] as const;
export type FileKind = (typeof fileKinds)[number];

/** The types that are taken in, as their content shows them. */
export const fileTypes = ['pdf', 'jpeg', 'png', 'webp', 'docx', 'xlsx'] as const;
export type FileType = (typeof fileTypes)[number];

/** A file as it is kept: encrypted under the key of the person it is about, or under one of its own. */
export interface FileRecord {
  readonly id: FileId;
  /** The association that keeps it. */
  readonly associationId: AssociationId;
  readonly path: Path;
  readonly kind: FileKind;
  /** Whom it is about; null for papers of the association. */
  readonly personId: PersonId | null;
  /** The file's own key; null when it lies under the person's. */
  readonly key: WrappedKey | null;
  /**
   * Keyed hash of the bytes that are kept. It names them in histories and finds them again; without the key it says nothing,
   * where a plain hash of a child's photo would outlive the photo. Null once the file was erased.
   */
  readonly commitment: string | null;
  readonly type: FileType;
  readonly sizeBytes: number;
  readonly recordedAt: Instant;
  readonly recordedBy: PersonId;
  /** When the content was destroyed; the row stays, so that what cited it can say so. */
  readonly erasedAt: Instant | null;
}

/** What a file can be evidence of, beside records that name their file themselves. */
export const evidencePurposes = ['FINDING', 'RECEIPT'] as const;
export type EvidencePurpose = (typeof evidencePurposes)[number];

/** A file as the evidence of a finding about an award, or of its receipt. Never changed. */
export interface FileEvidence {
  readonly fileId: FileId;
  readonly awardId: AwardId;
  readonly purpose: EvidencePurpose;
  readonly attachedAt: Instant;
  readonly attachedBy: PersonId;
}

/** Where an award stands and whom it is for, as far as evidence needs to know. */
export interface EvidencedAward {
  readonly awardId: AwardId;
  readonly associationId: AssociationId;
  readonly path: Path;
  readonly nomineeId: PersonId;
}

export interface FileRepository {
  add(file: FileRecord, content: Uint8Array): void;
  findByIds(ids: readonly FileId[]): Promise<readonly FileRecord[]>;
  /** The file of an association that holds these very bytes for one purpose, unless it was erased. */
  findByCommitment(associationId: AssociationId, kind: FileKind, commitment: string): Promise<FileRecord | null>;
  /** Whether a person stands within a path, or is nominated for an award within it. */
  concerns(personId: PersonId, path: Path): Promise<boolean>;
  findAwards(ids: readonly AwardId[]): Promise<readonly EvidencedAward[]>;
  /** Attaches evidence that is not attached yet, and gives what is new. */
  attach(evidence: readonly FileEvidence[]): Promise<readonly FileEvidence[]>;
  /**
   * Destroys the contents and the names of all files about these people, and gives which files they were. Part of erasing a
   * person, whose key alone would leave the encrypted bytes where they are.
   */
  eraseOf(people: readonly PersonId[], at: Instant): Promise<readonly FileId[]>;
}

/** What a sender says about a file; nothing of it is believed, and what contradicts the content is refused. */
export interface FileClaim {
  /** A media type, or null when none was given. */
  readonly contentType: string | null;
  /** The name's last part after a dot, in lower case; the name itself is not kept. */
  readonly extension: string | null;
}

/** Why the bytes of a file are not taken in. */
export type FileContentRefusal =
  | { readonly code: 'FILE_TYPE_UNKNOWN' }
  | { readonly code: 'FILE_BROKEN' }
  | { readonly code: 'FILE_HAS_MACROS' }
  | { readonly code: 'FILE_UNPACKS_TOO_LARGE'; readonly limitBytes: number }
  /** The sender called it something else than it is. */
  | { readonly code: 'FILE_MISLABELLED'; readonly claimed: string; readonly found: FileType }
  /** It can be read as a file of a second type as well. */
  | { readonly code: 'FILE_AMBIGUOUS'; readonly found: FileType }
  /** It acts when it is opened: a script, a start of programs, a file within the file. */
  | { readonly code: 'FILE_IS_ACTIVE' }
  /** It is locked by a password, so nobody can look at what it is. */
  | { readonly code: 'FILE_LOCKED' }
  | { readonly code: 'PICTURE_TOO_LARGE'; readonly limitPixels: number }
  | { readonly code: 'PICTURE_MOVES' };

/** Looks at the content of files. It is told apart by its bytes, and pictures come out without what the camera wrote in. */
export interface FileInspector {
  inspect(
    bytes: Uint8Array,
    claim: FileClaim,
  ): Promise<Result<{ readonly type: FileType; readonly bytes: Uint8Array }, FileContentRefusal>>;
}

/** What a reader learns of a file without opening it. */
export type FileView = Omit<FileRecord, 'key' | 'commitment' | 'recordedBy'>;

/** A file with its encrypted bytes and the key that opens them; both null once it was erased. */
export interface StoredContent extends Pick<FileRecord, 'id' | 'kind' | 'type' | 'sizeBytes' | 'erasedAt' | 'key'> {
  readonly content: Uint8Array | null;
}

/** Reads of files: those about people within the reader's range alone, papers of associations above him as well. */
export interface FileReads {
  files(scope: ReadScope, ids: readonly FileId[]): Promise<readonly FileView[]>;
  fileContents(scope: ReadScope, ids: readonly FileId[]): Promise<readonly StoredContent[]>;
  /** The evidence of awards, oldest first. */
  fileEvidence(scope: ReadScope, awardIds: readonly AwardId[]): Promise<readonly FileEvidence[]>;
}
