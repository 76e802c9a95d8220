import type { Localized } from '@khuyenhoc/rules';
import { inputProblems, type InputRefusal } from './input-problems.ts';
import type { Sentences } from './sentences.ts';

/** How many places are named in the sentence; the rest is counted. All of them stand in the refusal's `problems`. */
const named = 3;

/** Why the input cannot be read, with the first places at fault. */
export const inputMessages: Sentences<InputRefusal['code']> = {
  FACTS_INVALID: tell,
  PROFILE_INVALID: tell,
  SIGNER_MISSING: tell,
  REASON_TOO_LONG: tell,
  DRAFT_INVALID: tell,
  FIGURES_INVALID: tell,
  RULE_SET_INVALID: tell,
};

function tell(refusal: InputRefusal): Localized {
  const problems = inputProblems(refusal);
  const first = problems.slice(0, named);
  const more = problems.length - first.length;
  const vi = first.map(({ path, message }) => `${path}: ${message.vi}`).join(' ');
  const en = first.map(({ path, message }) => `${path}: ${message.en}`).join(' ');
  return {
    vi: `Chưa ghi được vì dữ liệu chưa đúng. ${vi}${more > 0 ? ` Và ${more} chỗ khác.` : ''}`,
    en: `It was not recorded, since the data are not right. ${en}${more > 0 ? ` And ${more} more.` : ''}`,
  };
}
