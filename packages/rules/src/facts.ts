import type { CalendarDate, CanonicalValue } from '@khuyenhoc/kernel';
import { canonicalData } from './canonical-data.ts';
import type { Fact } from './fact.ts';

/**
 * What is known when a nomination is judged. Facts are data: frozen at the decision, hashed, and enough to repeat it in
 * any year. A list that is absent was not asked; a list that is empty was asked and holds nothing.
 */
export interface Facts {
  readonly recipient?: RecipientFacts;
  readonly person?: PersonFacts;
  /** Membership of categories that rules speak of: poor household, orphan, disabled, family of merit … */
  readonly claims?: readonly Fact<CategoryClaim>[];
  readonly enrolments?: readonly Fact<Enrolment>[];
  readonly studyResults?: readonly Fact<StudyResult>[];
  readonly conduct?: readonly Fact<ConductResult>[];
  readonly achievements?: readonly Fact<Achievement>[];
  readonly residences?: readonly Fact<DatedPlace>[];
  readonly schoolPlaces?: readonly Fact<DatedPlace>[];
  /** Awards of this or an earlier year, inside the network or from elsewhere, to the nominee or to the same household. */
  readonly earlierAwards?: readonly Fact<EarlierAward>[];
  /** What a verifier saw or a commune confirmed. */
  readonly findings?: readonly Fact<FindingFact>[];
  readonly campaign?: CampaignFacts;
  readonly requested?: Fact<Request>;
  /** Facts that only one rule module speaks of, by a key the module names. */
  readonly custom?: { readonly [key: string]: Fact<CustomValue> };
}

/** Who would receive: one person, or a team or a group of teachers as one recipient. Absent means one pupil or student. */
export interface RecipientFacts {
  readonly kind?: Fact<'pupil' | 'student' | 'teacher' | 'group'>;
  readonly memberCount?: Fact<number>;
}

export interface PersonFacts {
  readonly birthDate?: Fact<CalendarDate>;
  readonly sex?: Fact<'female' | 'male'>;
  /** As the person's papers write it, e.g. "Mường". */
  readonly ethnicity?: Fact<string>;
}

/** The person or the household belongs to a category, with the paper that says so. Codes are open: rule modules name those they know. */
export interface CategoryClaim {
  readonly category: string;
  readonly certificate?: Certificate;
  /** The dates between which it holds, both included. Without an end it holds until it is withdrawn. */
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

export interface Certificate {
  readonly number?: string;
  readonly issuer: string;
  readonly issuedOn: CalendarDate;
}

export const schoolLevels = [
  'preschool',
  'primary',
  'lower-secondary',
  'upper-secondary',
  'vocational',
  'college',
  'university',
] as const;

export type SchoolLevel = (typeof schoolLevels)[number];

export interface Enrolment {
  /** Two years with a hyphen, "2024-2025". */
  readonly schoolYear: string;
  readonly level: SchoolLevel;
  /** The grade (1–12) or the year of study. */
  readonly grade: number;
  readonly school: string;
  readonly active: boolean;
  readonly boarding?: 'boarding' | 'semi-boarding' | 'day';
}

/** Results of one period on a named scale. A scale is dated in itself: "circular-58-2011" and "circular-22-2021" are two scales. */
export interface StudyResult {
  readonly schoolYear: string;
  readonly grade: number;
  readonly period: 'year' | 'semester-1' | 'semester-2' | 'entrance';
  readonly scale: string;
  /** Level codes or decimal texts by name: { level: 'kha' } or { average: '8.2' }. */
  readonly values: { readonly [name: string]: string };
}

export interface ConductResult {
  readonly schoolYear: string;
  readonly scale: string;
  readonly level: string;
}

export interface Achievement {
  readonly event: string;
  readonly level: 'school' | 'commune' | 'district' | 'province' | 'national' | 'regional' | 'international';
  readonly rank: string;
  readonly date: CalendarDate;
  readonly team: boolean;
}

/** A place for a period. The code means nothing without the system and the dates: codes are used again for other places. */
export interface DatedPlace {
  readonly codeSystem: string;
  readonly code: string;
  readonly name: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

export interface EarlierAward {
  readonly program: string;
  readonly schoolYear: string;
  readonly given: 'network' | 'outside';
  readonly to: 'nominee' | 'household';
  /** Digits. */
  readonly amountVnd?: string;
}

export interface FindingFact {
  readonly kind: string;
  readonly on: CalendarDate;
  readonly conclusion: 'confirmed' | 'refuted';
  readonly note?: string;
}

/** What the campaign and the nominating unit bring to the case. */
export interface CampaignFacts {
  readonly schoolYear?: Fact<string>;
  readonly unitClass?: Fact<string>;
  /** The classes of the unit's area ("region-iii", "border" …) by date. */
  readonly areaClasses?: readonly Fact<DatedAreaClass>[];
}

export interface DatedAreaClass {
  readonly areaClass: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

export interface Request {
  readonly form: 'cash' | 'goods';
  readonly reason?: string;
  /** Digits. */
  readonly amountVnd?: string;
}

export type CustomValue = string | number | boolean;

/** The facts as plain data for hashing and storing. Every member is already canonical: texts in NFC, amounts as digits. */
export function factsToCanonical(facts: Facts): CanonicalValue {
  return canonicalData(facts);
}
