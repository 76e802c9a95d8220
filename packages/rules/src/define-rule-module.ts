import { assert, err, ok, type CalendarDate, type CanonicalValue, type Result } from '@khuyenhoc/kernel';
import { z } from 'zod';
import { canonicalData } from './canonical-data.ts';
import { defineParameter, parameterOn, type Parameter } from './parameters.ts';
import type { ConfiguredRule, ConfigRefusal, DefinedModule, ReadParameter, RuleModule } from './rule-module.ts';
import { describeIssues } from './schema-issues.ts';

const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*(\/[a-z][a-z0-9-]*)?$/;
const versionPattern = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

/**
 * Makes a rule module out of what its author wrote and closes the type of its configuration inside: from here on a
 * configuration is plain data that only {@link DefinedModule.configure} lets in. Throws on mistakes of the author.
 */
export function defineRuleModule<Config>(module: RuleModule<Config>): DefinedModule {
  assert(idPattern.test(module.id), `rule module id "${module.id}" is not kebab-case`);
  assert(versionPattern.test(module.version), `${module.id}: version "${module.version}" is not major.minor.patch`);
  const parameters = module.parameters.map(defineParameter);
  const keys = new Set(parameters.map(({ key }) => key));
  assert(keys.size === parameters.length, `${module.id}: a parameter key stands twice`);

  const { id, version, kind, title, legalReference } = module;
  const described = { id, version, kind, title, legalReference, parameters };
  // The schema's printed form is left out: it belongs to the library that prints it, and hashes must outlive its releases.
  const manifest = canonicalData({ ...described, sourceDigest: module.sourceDigest });
  const configJsonSchema = canonicalData(z.toJSONSchema(module.configSchema, { io: 'input', unrepresentable: 'any' }));

  return {
    ...described,
    configJsonSchema,
    manifest,
    configure: (config) => configure({ ...module, parameters }, config),
  };
}

function configure<Config>(module: RuleModule<Config>, config: CanonicalValue): Result<ConfiguredRule, ConfigRefusal> {
  const parsed = module.configSchema.safeParse(config);
  if (!parsed.success) return err({ code: 'CONFIG_INVALID', problems: describeIssues(parsed.error) });
  return ok(bind(module, parsed.data));
}

function bind<Config>(module: RuleModule<Config>, config: Config): ConfiguredRule {
  const input = (referenceDate: CalendarDate) => ({
    config,
    referenceDate,
    parameter: parameterReader(module.id, module.parameters, referenceDate),
  });
  switch (module.kind) {
    case 'eligibility':
      return {
        kind: 'eligibility',
        answer: ({ facts, referenceDate }) => module.evaluate({ ...input(referenceDate), facts }),
      };
    case 'award':
      return {
        kind: 'award',
        answer: ({ facts, referenceDate }) => module.evaluate({ ...input(referenceDate), facts }),
      };
    case 'allocation':
      return {
        kind: 'allocation',
        answer: ({ facts, referenceDate }) => module.evaluate({ ...input(referenceDate), facts }),
        plan: ({ units, referenceDate }) => module.plan({ ...input(referenceDate), units }),
      };
    case 'renewal':
      return {
        kind: 'renewal',
        answer: ({ facts, referenceDate }) => module.evaluate({ ...input(referenceDate), facts }),
      };
  }
}

function parameterReader(
  moduleId: string,
  parameters: readonly Parameter[],
  referenceDate: CalendarDate,
): ReadParameter {
  return (key, on = referenceDate) => {
    const parameter = parameters.find((candidate) => candidate.key === key);
    assert(parameter !== undefined, `${moduleId} reads the parameter "${key}" that it does not declare`);
    return parameterOn(parameter, on);
  };
}
