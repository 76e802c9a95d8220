import { calendarDate, type CanonicalValue } from '@khuyenhoc/kernel';
import { checkRuleSet } from './check-rule-set.ts';
import { failedClauseCodes, type DecisionReceipt, type Outcome } from './decision-receipt.ts';
import type { Digest } from './digest.ts';
import { evaluateRuleSet } from './evaluate.ts';
import type { Facts } from './facts.ts';
import type { Purpose } from './judge.ts';
import { parseFacts } from './parse-facts.ts';
import { renderReceipt } from './render-receipt.ts';
import type { DefinedModule } from './rule-module.ts';
import { ruleModuleRegistry } from './rule-module-registry.ts';
import type { CheckedRuleSet, RuleSetVersion } from './rule-set.ts';

export {
  aClaim,
  aConduct,
  aFinding,
  anAreaClass,
  anEnrolment,
  aPoorHousehold,
  aPupil,
  aStudyResult,
  known,
  lacking,
} from './fact-makers.ts';

/**
 * Situations that a person who does not program can read, for the tests of rule modules:
 * `scenario({ … }).given(aPupil({ … })).on('2024-11-20').expect({ outcome: 'eligible', amountVnd: '2000000' })`.
 * Everything runs as it does in earnest; only what is looked at is chosen.
 */
export function scenario(setting: ScenarioSetting): { given(facts: Facts): Given } {
  const ruleSet = checkedRuleSet(setting);
  return {
    given: (facts) => ({
      on: (day, purpose = 'new') => {
        // Facts pass through the same reader as in earnest, so that no test rests on facts that could not occur.
        const read = parseFacts(facts);
        if (!read.ok) throw new ScenarioError(`no facts: ${JSON.stringify(read.error.problems)}`);
        const referenceDate = calendarDate(day);
        const receipt = evaluateRuleSet({
          ruleSet,
          facts: read.value,
          referenceDate,
          digest: setting.digest,
          purpose,
          onFault: rethrow,
        });
        return { receipt, expect: (expected) => expectReceipt(receipt, expected) };
      },
    }),
  };
}

/** The modules under test, and a rule set made of them. */
export interface ScenarioSetting {
  readonly modules: readonly DefinedModule[];
  readonly ruleSet: RuleSetVersion;
  readonly digest: Digest;
}

export interface Given {
  on(day: string, purpose?: Purpose): Judged;
}

export interface Judged {
  readonly receipt: DecisionReceipt;
  /** Throws with the whole receipt in words when something came out otherwise. */
  expect(expected: ExpectedReceipt): DecisionReceipt;
}

/** What a test says of a receipt; what it leaves out is not looked at. */
export interface ExpectedReceipt {
  readonly outcome: Outcome;
  /** The sum of all items, digits. */
  readonly amountVnd?: string;
  readonly pool?: string | null;
  readonly failed?: readonly string[];
  readonly missing?: readonly string[];
  /** The paths of the smallest change. */
  readonly flips?: readonly string[];
}

/** Thrown when a situation came out otherwise than the test says. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
}

/** A rule set under test from modules and their configurations, in force from 2010 unless told. */
export function aRuleSet(
  uses: readonly { readonly module: DefinedModule; readonly config: CanonicalValue }[],
  overrides: Partial<RuleSetVersion> = {},
): RuleSetVersion {
  return {
    id: 'rule-set-under-test',
    version: 1,
    title: { vi: 'Bộ quy tắc kiểm thử', en: 'Rule set under test' },
    modules: uses.map(({ module, config }) => ({ moduleId: module.id, moduleVersion: module.version, config })),
    legalBasis: [
      {
        number: '01/QĐ-HKH',
        title: { vi: 'Quy chế xét chọn', en: 'Rules of selection' },
        inForceFrom: calendarDate('2010-01-01'),
        inForceTo: null,
      },
    ],
    ...overrides,
  };
}

/** A rule set checked against modules. Throws with every problem when it is refused. */
export function checkedRuleSet({ modules, ruleSet, digest }: ScenarioSetting): CheckedRuleSet {
  const checked = checkRuleSet(ruleSet, ruleModuleRegistry(modules, digest));
  if (!checked.ok) throw new ScenarioError(`rule set refused: ${JSON.stringify(checked.error.problems)}`);
  return checked.value;
}

function expectReceipt(receipt: DecisionReceipt, expected: ExpectedReceipt): DecisionReceipt {
  const found: { readonly [aspect: string]: unknown } = {
    outcome: receipt.outcome,
    amountVnd: receipt.items.reduce((sum, { quantity }) => sum + BigInt(quantity), 0n).toString(),
    pool: receipt.place?.pool ?? null,
    failed: failedClauseCodes(receipt),
    missing: receipt.missing,
    flips: receipt.flip.map(({ path }) => path),
  };
  const differences = Object.entries(expected).flatMap(([aspect, value]) => {
    const [wanted, given] = [JSON.stringify(value), JSON.stringify(found[aspect])];
    return wanted === given ? [] : [`${aspect}: expected ${wanted}, came out ${given}`];
  });
  if (differences.length > 0) throw new ScenarioError(`${differences.join('\n')}\n\n${renderReceipt(receipt, 'en')}`);
  return receipt;
}

function rethrow({ moduleId, error }: { readonly moduleId: string; readonly error: unknown }): never {
  throw new ScenarioError(`the module ${moduleId} failed`, { cause: error });
}
