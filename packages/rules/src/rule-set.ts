import type { ActId, CalendarDate, CanonicalValue } from '@khuyenhoc/kernel';
import type { Localized } from './localized.ts';
import type {
  ConfiguredAllocation,
  ConfiguredAward,
  ConfiguredEligibility,
  ConfiguredRenewal,
  ConfiguredRule,
  RuleKind,
} from './rule-module.ts';
import type { DataProblem } from './schema-issues.ts';

/** What an association published: which modules in which version, configured how, on what legal basis. Plain data, never changed. */
export interface RuleSetVersion {
  readonly id: string;
  readonly version: number;
  readonly title: Localized;
  readonly modules: readonly {
    readonly moduleId: string;
    readonly moduleVersion: string;
    readonly config: CanonicalValue;
  }[];
  readonly legalBasis: readonly LegalBasis[];
}

/** A document that a rule set stands on, and the days on which it is in force, both included. */
export interface LegalBasis {
  /** Its entry in the register of acts, when it has one. */
  readonly actId?: ActId;
  readonly number: string;
  readonly title: Localized;
  readonly inForceFrom: CalendarDate;
  readonly inForceTo: CalendarDate | null;
}

/** A rule set whose modules are at hand and whose configurations were read. Only `checkRuleSet` makes one. */
export interface CheckedRuleSet {
  readonly ruleSet: RuleSetVersion;
  /** Digest of the rule set and of its modules' checksums: what a decision binds to. */
  readonly hash: string;
  readonly modules: readonly { readonly id: string; readonly version: string; readonly checksum: string }[];
  readonly eligibility: readonly Named<ConfiguredEligibility>[];
  readonly award: Named<ConfiguredAward>;
  readonly allocation: Named<ConfiguredAllocation> | null;
  readonly renewal: Named<ConfiguredRenewal> | null;
}

/** A configured rule with the id and title of its module, for the receipt's reader. */
export type Named<Rule extends ConfiguredRule> = Rule & { readonly moduleId: string; readonly title: Localized };

/** Why a rule set can't be used: everything that is wrong with it at once. */
export interface RuleSetRefusal {
  readonly code: 'RULE_SET_INVALID';
  readonly problems: readonly RuleSetProblem[];
}

export type RuleSetProblem =
  | { readonly code: 'VERSION_INVALID'; readonly version: number }
  | { readonly code: 'LEGAL_BASIS_MISSING' }
  | { readonly code: 'LEGAL_BASIS_PERIOD_REVERSED'; readonly number: string }
  | { readonly code: 'MODULE_UNKNOWN'; readonly moduleId: string }
  | {
      readonly code: 'MODULE_VERSION_UNKNOWN';
      readonly moduleId: string;
      readonly wanted: string;
      readonly available: readonly string[];
    }
  | { readonly code: 'MODULE_REPEATED'; readonly moduleId: string }
  | { readonly code: 'CONFIG_INVALID'; readonly moduleId: string; readonly problems: readonly DataProblem[] }
  | { readonly code: 'ELIGIBILITY_MODULE_MISSING' }
  | { readonly code: 'AWARD_MODULE_MISSING' }
  | { readonly code: 'MODULE_KIND_REPEATED'; readonly kind: RuleKind; readonly moduleIds: readonly string[] };
