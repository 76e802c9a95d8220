import { canonicalJson, err, ok, type Result } from '@khuyenhoc/kernel';
import { canonicalData } from './canonical-data.ts';
import type { ConfiguredRule, RuleKind } from './rule-module.ts';
import type { RuleModuleRegistry } from './rule-module-registry.ts';
import type { CheckedRuleSet, Named, RuleSetProblem, RuleSetRefusal, RuleSetVersion } from './rule-set.ts';

/**
 * Checks that a rule set can be evaluated: its modules are at hand in the very version it names (a later one may answer
 * otherwise, and a decision must be repeatable), their configurations are within their schemas, and each thing that must
 * be decided is decided by exactly one module. Tells everything that is wrong at once.
 */
export function checkRuleSet(
  ruleSet: RuleSetVersion,
  modules: RuleModuleRegistry,
): Result<CheckedRuleSet, RuleSetRefusal> {
  const uses = ruleSet.modules.map((use) => readUse(use, modules));
  const rules = uses.flatMap((use) => (use.ok ? [use.value.rule] : []));
  const eligibility = rules.filter((rule) => rule.kind === 'eligibility');
  const [award] = rules.filter((rule) => rule.kind === 'award');
  const [allocation = null] = rules.filter((rule) => rule.kind === 'allocation');
  const [renewal = null] = rules.filter((rule) => rule.kind === 'renewal');

  const problems = [
    ...problemsOfHead(ruleSet),
    ...uses.flatMap((use) => (use.ok ? [] : [use.error])),
    ...problemsOfComposition(ruleSet, modules),
  ];
  if (problems.length > 0 || award === undefined) return err({ code: 'RULE_SET_INVALID', problems });

  const identities = uses.flatMap((use) => (use.ok ? [use.value.identity] : []));
  const hash = modules.digest(canonicalJson(canonicalData({ ...ruleSet, checksums: identities })));
  return ok({ ruleSet, hash, modules: identities, eligibility, award, allocation, renewal });
}

type ModuleUse = RuleSetVersion['modules'][number];

interface ReadUse {
  readonly identity: CheckedRuleSet['modules'][number];
  readonly rule: Named<ConfiguredRule>;
}

function readUse(use: ModuleUse, modules: RuleModuleRegistry): Result<ReadUse, RuleSetProblem> {
  const { moduleId, moduleVersion: wanted, config } = use;
  const registered = modules.find(moduleId, wanted);
  if (registered === undefined) {
    const available = modules.versionsOf(moduleId);
    if (available.length === 0) return err({ code: 'MODULE_UNKNOWN', moduleId });
    return err({ code: 'MODULE_VERSION_UNKNOWN', moduleId, wanted, available });
  }
  const { module, checksum } = registered;
  const rule = module.configure(config);
  if (!rule.ok) return err({ code: 'CONFIG_INVALID', moduleId, problems: rule.error.problems });
  return ok({
    identity: { id: moduleId, version: wanted, checksum },
    rule: { ...rule.value, moduleId, title: module.title },
  });
}

function problemsOfHead({ version, legalBasis }: RuleSetVersion): readonly RuleSetProblem[] {
  const problems: RuleSetProblem[] = [];
  if (!Number.isSafeInteger(version) || version < 1) problems.push({ code: 'VERSION_INVALID', version });
  if (legalBasis.length === 0) problems.push({ code: 'LEGAL_BASIS_MISSING' });
  for (const { number, inForceFrom, inForceTo } of legalBasis) {
    if (inForceTo !== null && inForceTo < inForceFrom) problems.push({ code: 'LEGAL_BASIS_PERIOD_REVERSED', number });
  }
  return problems;
}

/** Looks at the modules as named, so that one with a wrong configuration is not also reported as missing. */
function problemsOfComposition(ruleSet: RuleSetVersion, modules: RuleModuleRegistry): readonly RuleSetProblem[] {
  const ids = ruleSet.modules.map(({ moduleId }) => moduleId);
  const repeated = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  const problems: RuleSetProblem[] = [...repeated].map((moduleId) => ({ code: 'MODULE_REPEATED', moduleId }));

  const kindOf = new Map(modules.modules.map(({ module }) => [module.id, module.kind]));
  const idsOf = (kind: RuleKind): readonly string[] => [...new Set(ids)].filter((id) => kindOf.get(id) === kind);
  if (idsOf('eligibility').length === 0) problems.push({ code: 'ELIGIBILITY_MODULE_MISSING' });
  if (idsOf('award').length === 0) problems.push({ code: 'AWARD_MODULE_MISSING' });
  for (const kind of ['award', 'allocation', 'renewal'] as const) {
    const moduleIds = idsOf(kind);
    if (moduleIds.length > 1) problems.push({ code: 'MODULE_KIND_REPEATED', kind, moduleIds });
  }
  return problems;
}
