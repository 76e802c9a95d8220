import type { CalendarDate, CanonicalValue, Result } from '@khuyenhoc/kernel';
import type { z } from 'zod';
import type { AllocationAnswer, AllocationUnit, PlanAnswer } from './allocation-rule.ts';
import type { AwardAnswer } from './award-rule.ts';
import type { Clause, ParameterUse } from './clause.ts';
import type { Facts } from './facts.ts';
import type { Localized } from './localized.ts';
import type { Parameter, ParameterNotInForce } from './parameters.ts';
import type { RenewalAnswer } from './renewal-rule.ts';

export const ruleKinds = ['eligibility', 'award', 'allocation', 'renewal'] as const;

/** What a module decides: who may, what they get, from which quota, and whether it goes on. */
export type RuleKind = (typeof ruleKinds)[number];

/** What a rule function may look at. It is everything: a rule knows no clock, no chance and no network. */
export interface RuleInput<Config> {
  readonly config: Config;
  readonly facts: Facts;
  readonly referenceDate: CalendarDate;
  /** The value of one of the module's own parameters on a day, the reference date unless told. Throws on a key the module does not declare. */
  readonly parameter: ReadParameter;
}

export type ReadParameter = (key: string, on?: CalendarDate) => Result<ParameterUse, ParameterNotInForce>;

/** What an allocation plans over: the units of a campaign instead of one nominee. */
export interface PlanInput<Config> extends Omit<RuleInput<Config>, 'facts'> {
  readonly units: readonly AllocationUnit[];
}

/** A rule module: a value with an identity, its words, its dated numbers and pure functions. */
export type RuleModule<Config> =
  | EligibilityRule<Config>
  | AwardRule<Config>
  | AllocationRule<Config>
  | RenewalRule<Config>;

/** What every kind of module says about itself. */
export interface ModuleDescription<Config> {
  /** Kebab-case and lasting, e.g. "vi-em-hieu-hoc". */
  readonly id: string;
  /** Semantic version. Any change of what the functions answer needs a new one: decisions are repeated by version. */
  readonly version: string;
  readonly title: Localized;
  readonly legalReference: Localized | null;
  /** Reads the configuration an association chose. What it lets through is what the functions get. */
  readonly configSchema: z.ZodType<Config>;
  readonly parameters: readonly Parameter[];
  /** SHA-256 of the source where the source is data (a script, a decision table); it becomes part of the checksum. */
  readonly sourceDigest?: string;
}

/** Who may: one clause tree. */
export interface EligibilityRule<Config> extends ModuleDescription<Config> {
  readonly kind: 'eligibility';
  evaluate(input: RuleInput<Config>): Clause;
}

/** What an eligible nominee gets, and how it is worked out. */
export interface AwardRule<Config> extends ModuleDescription<Config> {
  readonly kind: 'award';
  evaluate(input: RuleInput<Config>): AwardAnswer;
}

/** From which pool a nominee's place is taken, and how many places each unit gets. */
export interface AllocationRule<Config> extends ModuleDescription<Config> {
  readonly kind: 'allocation';
  evaluate(input: RuleInput<Config>): AllocationAnswer;
  plan(input: PlanInput<Config>): PlanAnswer;
}

/** Whether an award that runs over years goes on. */
export interface RenewalRule<Config> extends ModuleDescription<Config> {
  readonly kind: 'renewal';
  evaluate(input: RuleInput<Config>): RenewalAnswer;
}

/** What a rule function may answer, by the kind of its module. */
export type RuleAnswer = Clause | AwardAnswer | AllocationAnswer | RenewalAnswer;

/** A module whose configuration's type is closed inside: what registries, rule sets and plugins pass around. */
export interface DefinedModule {
  readonly id: string;
  readonly version: string;
  readonly kind: RuleKind;
  readonly title: Localized;
  readonly legalReference: Localized | null;
  readonly parameters: readonly Parameter[];
  /** The configuration's JSON Schema, from which a form can be drawn. */
  readonly configJsonSchema: CanonicalValue;
  /** All that identifies the module, as plain data; its digest is the module's checksum. */
  readonly manifest: CanonicalValue;
  /** Reads a configuration and binds the module's functions to it. */
  configure(config: CanonicalValue): Result<ConfiguredRule, ConfigRefusal>;
}

/** Why a configuration was refused, one entry for each place. */
export interface ConfigRefusal {
  readonly code: 'CONFIG_INVALID';
  readonly problems: readonly { readonly path: string; readonly message: Localized }[];
}

/** The one question put to a configured module about a nominee. */
export interface Question {
  readonly facts: Facts;
  readonly referenceDate: CalendarDate;
}

/** The question put to a configured allocation about units. */
export interface PlanQuestion {
  readonly units: readonly AllocationUnit[];
  readonly referenceDate: CalendarDate;
}

/** A module bound to a configuration. Answers are as the module gave them: unchecked, and it may throw. */
export type ConfiguredRule = ConfiguredEligibility | ConfiguredAward | ConfiguredAllocation | ConfiguredRenewal;

export interface ConfiguredEligibility {
  readonly kind: 'eligibility';
  readonly answer: (question: Question) => Clause;
}

export interface ConfiguredAward {
  readonly kind: 'award';
  readonly answer: (question: Question) => AwardAnswer;
}

export interface ConfiguredAllocation {
  readonly kind: 'allocation';
  readonly answer: (question: Question) => AllocationAnswer;
  readonly plan: (question: PlanQuestion) => PlanAnswer;
}

export interface ConfiguredRenewal {
  readonly kind: 'renewal';
  readonly answer: (question: Question) => RenewalAnswer;
}
