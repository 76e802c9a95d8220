import type { Path } from '@khuyenhoc/domain';
import {
  foldText,
  type ActId,
  type AssociationId,
  type CalendarDate,
  type FileId,
  type Instant,
  type PersonId,
} from '@khuyenhoc/kernel';
import type { Page, PageRequest } from './page.ts';
import type { ReadScope } from './read-scope.ts';

/** What a legal act is: it founds, merges or appoints; or decides about awards; or records what a meeting said. */
export const actKinds = ['LAW', 'DECISION', 'MINUTES', 'GUIDANCE', 'CERTIFICATE'] as const;
export type ActKind = (typeof actKinds)[number];

/** A legal act, decision or minutes (văn bản) that rules, templates, mandates and reorganisations cite. */
export interface ActRecord {
  readonly id: ActId;
  /** The association in whose register it stands. */
  readonly associationId: AssociationId;
  readonly path: Path;
  readonly kind: ActKind;
  /** As printed, e.g. `1676/NQ-UBTVQH15`. */
  readonly number: string;
  readonly title: string;
  /** Who issued it, e.g. `Ban Chấp hành Hội Khuyến học tỉnh Phú Thọ`. */
  readonly body: string;
  /** Who signed, by office and name as printed; an official, never a child. */
  readonly signer: string;
  readonly issuedOn: CalendarDate;
  readonly inForceFrom: CalendarDate;
  /** The last day in force, or null while it holds. */
  readonly inForceTo: CalendarDate | null;
  readonly replacedBy: ActId | null;
  readonly fileId: FileId | null;
  readonly recordedAt: Instant;
  readonly recordedBy: PersonId;
}

/** What tells one act from another: who issued it, under which number, on which day. */
export interface ActName {
  readonly body: string;
  readonly number: string;
  readonly issuedOn: CalendarDate;
}

export interface ActRepository {
  add(acts: readonly ActRecord[]): void;
  findByIds(ids: readonly ActId[]): Promise<readonly ActRecord[]>;
  /** Locks acts in id order, so that nobody else ends one meanwhile. */
  lock(ids: readonly ActId[]): Promise<readonly ActRecord[]>;
  /** The acts of these registers that bear one of the names. */
  findByNumbers(associationIds: readonly AssociationId[], names: readonly ActName[]): Promise<readonly ActRecord[]>;
  /** Ends an act's force, naming what replaces it. */
  end(id: ActId, lastDay: CalendarDate, replacedBy: ActId | null): Promise<void>;
}

/** An act's number as it is compared and searched for: `1676 / nq-ubtvqh15` is `1676/NQ-UBTVQH15`. */
export function actNumberKey(number: string): string {
  return foldText(number).replaceAll(' ', '');
}

/** Who issued an act, as it is compared. */
export function actBodyKey(body: string): string {
  return foldText(body);
}

/** Which acts are listed: those of a register, or of all in sight when no association is named. */
export interface ActQuery extends PageRequest {
  readonly associationId: AssociationId | null;
  readonly kind: ActKind | null;
  /** Those that hold on a day. */
  readonly inForceOn: CalendarDate | null;
  /** Those whose number begins so, however it is typed. */
  readonly numberStart: string | null;
}

/** What relies on an act. */
export const actCiterKinds = ['ASSOCIATION', 'SUCCESSION', 'MANDATE', 'RULE_SET', 'REPLACED_ACT'] as const;
export type ActCiterKind = (typeof actCiterKinds)[number];

/** Something that cites an act, for the day from which it relies on it. */
export interface ActCitation {
  readonly actId: ActId;
  readonly kind: ActCiterKind;
  /** The id of what cites it, of a rule set its hash. */
  readonly citerId: string;
  readonly on: CalendarDate;
}

export interface ActCitationQuery extends PageRequest {
  readonly actId: ActId;
}

/** Reads of the register: what stands in the reader's range, and above it what binds him. */
export interface ActReads {
  acts(scope: ReadScope, ids: readonly ActId[]): Promise<readonly ActRecord[]>;
  /** Newest first. */
  actPages(scope: ReadScope, queries: readonly ActQuery[]): Promise<readonly Page<ActRecord>[]>;
  /** What cites acts, of what the reader sees, newest first. */
  actCitationPages(scope: ReadScope, queries: readonly ActCitationQuery[]): Promise<readonly Page<ActCitation>[]>;
}
