import { hash } from 'node:crypto';
import { canonicalJson, receiptToCanonical } from '@khuyenhoc/rules';
import { aPupil, aRuleSet, aStudyResult, scenario } from '@khuyenhoc/rules/testing';
import { expect, test } from 'vitest';
import { modules } from '../src/index.ts';

const digest = (text: string): string => hash('sha256', text);

// A decision must be repeatable byte by byte for ever. When this fails after version 1.0.0 was used in earnest, leave the
// hashes alone: give the module a new version and keep the old one beside it.
test.each([
  { level: 'kha', outcome: 'eligible', receipt: '5d6d77bed4edbdad750362f9efb0431fc470dd3ef4d3b3271f5d9d14bda1815f' },
  { level: 'dat', outcome: 'ineligible', receipt: '01e43565e796d7a92ced0e05b236a7245a21891a60a113a9320c7af499c3d05b' },
] as const)('version 1.0.0 answers "$level" with the same bytes as on its first day', ({ level, outcome, receipt }) => {
  const ruleSet = aRuleSet(modules.map((module) => ({ module, config: {} })));
  const facts = aPupil({ studyResults: [aStudyResult({ values: { level } })] });
  const given = scenario({ modules, ruleSet, digest }).given(facts).on('2024-11-20').expect({ outcome });
  expect(digest(canonicalJson(receiptToCanonical(given)))).toBe(receipt);
});
