import { builder } from '../builder.ts';
import { RuleModuleRef } from './rule-module.type.ts';
import { readRuleSet, RuleSetRef } from './rule-set.type.ts';
import { standardWorkflow } from './standard-workflow.ts';
import { WorkflowRef } from './workflow.type.ts';

builder.queryFields((t) => ({
  ruleModules: t.field({
    type: [RuleModuleRef],
    description: 'The rule modules that this server has; none without a session.',
    resolve: (_root, _args, { deps, session }) =>
      session === null ? [] : deps.modules.modules.map(({ module }) => module),
  }),
  ruleSet: t.field({
    type: RuleSetRef,
    nullable: true,
    args: { hash: t.arg({ type: 'Hash', required: true }) },
    resolve: async (_root, { hash }, { reads }) => readRuleSet(await reads.ruleSets.load(hash)),
  }),
  workflow: t.field({
    type: WorkflowRef,
    nullable: true,
    args: { hash: t.arg({ type: 'Hash', required: true }) },
    resolve: (_root, { hash }, { reads }) => reads.workflows.load(hash),
  }),
  standardWorkflow: t.field({
    type: WorkflowRef,
    description: 'The workflow that every network begins with.',
    resolve: (_root, _args, { deps }) => standardWorkflow(deps.digest),
  }),
}));
