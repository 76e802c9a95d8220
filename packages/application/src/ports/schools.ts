import type { GroupComposition, Path, RecipientGroupKind } from '@khuyenhoc/domain';
import type { AssociationId, CalendarDate, Instant, PersonId, RecipientGroupId, SchoolId } from '@khuyenhoc/kernel';
import type { SchoolLevel } from '@khuyenhoc/rules';

/** The levels of schools, as facts name them. */
export { schoolLevels } from '@khuyenhoc/rules';

/** A school as it is called today. Its code is text that only its issuer understands. */
export interface SchoolRecord {
  readonly id: SchoolId;
  readonly name: string;
  readonly nameKey: string;
  readonly level: SchoolLevel;
  readonly code: { readonly issuer: string; readonly text: string } | null;
  readonly createdAt: Instant;
}

/** A school from a day on: a place means nothing without the system of its code and the day. */
export interface SchoolPeriod {
  readonly schoolId: SchoolId;
  readonly validFrom: CalendarDate;
  readonly name: string;
  readonly level: SchoolLevel;
  readonly place: { readonly codeSystem: string; readonly code: string } | null;
  /** Which association looks after it. */
  readonly associationId: AssociationId;
  /** The command it came with. */
  readonly batchId: string;
  readonly recordedAt: Instant;
  readonly recordedBy: PersonId;
}

export interface SchoolRepository {
  add(schools: readonly SchoolRecord[], periods: readonly SchoolPeriod[]): void;
  addPeriods(periods: readonly SchoolPeriod[]): void;
  /** Puts today's name, level and code in the place of what was. */
  save(school: SchoolRecord): Promise<void>;
  /** Locks schools in id order. */
  lock(ids: readonly SchoolId[]): Promise<readonly SchoolRecord[]>;
  findByIds(ids: readonly SchoolId[]): Promise<readonly SchoolRecord[]>;
  findByCodes(codes: readonly { readonly issuer: string; readonly text: string }[]): Promise<readonly SchoolRecord[]>;
  /** The periods that one command made. */
  findBatch(batchId: string): Promise<readonly SchoolPeriod[]>;
  /** The periods of schools, oldest first. */
  periodsOf(ids: readonly SchoolId[]): Promise<readonly SchoolPeriod[]>;
}

/** A group that is given something as one recipient. */
export interface RecipientGroupRecord {
  readonly id: RecipientGroupId;
  readonly associationId: AssociationId;
  readonly path: Path;
  readonly kind: RecipientGroupKind;
  readonly name: string;
  readonly version: number;
  /** The command that founded it. */
  readonly batchId: string;
  readonly createdAt: Instant;
}

/** Who belongs to a group from a day on. */
export interface RecipientGroupPeriod extends GroupComposition {
  readonly groupId: RecipientGroupId;
  readonly validFrom: CalendarDate;
  readonly recordedAt: Instant;
  readonly recordedBy: PersonId;
}

export interface RecipientGroupRepository {
  add(groups: readonly RecipientGroupRecord[], periods: readonly RecipientGroupPeriod[]): void;
  /** Locks groups in id order. */
  lock(ids: readonly RecipientGroupId[]): Promise<readonly RecipientGroupRecord[]>;
  findByIds(ids: readonly RecipientGroupId[]): Promise<readonly RecipientGroupRecord[]>;
  /** The groups that one command founded. */
  findBatch(batchId: string): Promise<readonly RecipientGroupRecord[]>;
  /** The periods of groups, oldest first. */
  periodsOf(ids: readonly RecipientGroupId[]): Promise<readonly RecipientGroupPeriod[]>;
  /** Adds what a group is from a day on, and counts its version up. */
  change(group: RecipientGroupRecord, period: RecipientGroupPeriod): Promise<void>;
}
