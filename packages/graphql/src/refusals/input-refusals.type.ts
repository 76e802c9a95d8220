import type { DataProblem } from '@khuyenhoc/rules';
import { builder } from '../builder.ts';
import { LanguageEnum } from '../enums.type.ts';
import { inputProblems } from '../messages/input-problems.ts';
import { asRefusal, family } from './refusal.type.ts';

const InputProblem = builder.objectRef<DataProblem>('InputProblem').implement({
  description: 'One place of the input that is wrong, and what to write there.',
  fields: (t) => ({
    path: t.exposeString('path', { description: 'Where it stands, such as `facts.claims.0.from`.' }),
    message: t.string({
      args: { lang: t.arg({ type: LanguageEnum, required: true, defaultValue: 'vi' }) },
      resolve: ({ message }, { lang }) => message[lang],
    }),
  }),
});

/** Refusals of what was sent, and of rules that cannot be used. */
export const inputRefusals = {
  InputInvalid: family('InputInvalid').implement({
    ...asRefusal('The input is not right: every place at once.'),
    fields: (t) => ({ problems: t.field({ type: [InputProblem], resolve: (refusal) => inputProblems(refusal) }) }),
  }),
  RulesNotUsable: family('RulesNotUsable').implement({
    ...asRefusal('The rules cannot be used for this campaign.'),
    fields: (t) => ({
      subject: t.string({
        description: 'What is at fault: the hash of the rule set, the day, the parameter, the unit or the module.',
        resolve: (refusal) => {
          switch (refusal.code) {
            case 'RULE_SET_UNUSABLE':
              return refusal.hash;
            case 'LEGAL_BASIS_NOT_IN_FORCE':
              return refusal.on;
            case 'PARAMETER_NOT_IN_FORCE':
              return refusal.key;
            case 'UNIT_REPEATED':
              return refusal.associationId;
            case 'QUOTA_PLAN_FAULT':
              return refusal.moduleId;
          }
        },
      }),
    }),
  }),
};
