import type { Sentences } from './sentences.ts';
import {
  anyOf,
  awardActionWords,
  awardStateWords,
  campaignActionWords,
  campaignStateWords,
  requirementWords,
  roleWords,
} from './words.ts';

const nothing = { vi: 'không còn bước nào', en: 'nothing more' };
const nobody = { vi: 'không vai trò nào', en: 'no role' };

/** Why a step cannot be taken, or not by this person. */
export const stepMessages: Sentences<
  | 'STEP_NOT_POSSIBLE'
  | 'CAMPAIGN_STEP_NOT_POSSIBLE'
  | 'ROLE_REQUIRED'
  | 'CAMPAIGN_ROLE_REQUIRED'
  | 'FORBIDDEN'
  | 'CAMPAIGN_NOT_IN_PHASE'
  | 'SAME_PERSON'
  | 'REQUIREMENT_NOT_MET'
> = {
  STEP_NOT_POSSIBLE: ({ action, state, possible }) => {
    const [asked, stands] = [awardActionWords[action], awardStateWords[state]];
    const may = anyOf(
      possible.map((one) => awardActionWords[one]),
      nothing,
    );
    return {
      vi: `Chưa thể ${asked.vi}: hồ sơ ${stands.vi}. Từ đây có thể: ${may.vi}.`,
      en: `It is not possible to ${asked.en}: the award is ${stands.en}. From here one can: ${may.en}.`,
    };
  },
  CAMPAIGN_STEP_NOT_POSSIBLE: ({ action, state, possible }) => {
    const [asked, stands] = [campaignActionWords[action], campaignStateWords[state]];
    const may = anyOf(
      possible.map((one) => campaignActionWords[one]),
      nothing,
    );
    return {
      vi: `Chưa thể ${asked.vi}: đợt này đang ở bước "${stands.vi}". Từ đây có thể: ${may.vi}.`,
      en: `It is not possible to ${asked.en}: the campaign stands at "${stands.en}". From here one can: ${may.en}.`,
    };
  },
  ROLE_REQUIRED: ({ action, required, role }) => roleSentence(awardActionWords[action], required, role),
  CAMPAIGN_ROLE_REQUIRED: ({ action, required, role }) => roleSentence(campaignActionWords[action], required, role),
  FORBIDDEN: ({ required, role }) => roleSentence({ vi: 'làm việc này', en: 'do this' }, required, role),
  CAMPAIGN_NOT_IN_PHASE: ({ action, phase, required }) => {
    const asked = awardActionWords[action];
    const during = anyOf(
      required.map((one) => campaignStateWords[one]),
      nothing,
    );
    return {
      vi: `Chưa thể ${asked.vi}: đợt này đang ở bước "${campaignStateWords[phase].vi}", việc này chỉ làm ở bước ${during.vi}. Hãy hỏi hội phụ trách đợt.`,
      en: `It is not possible to ${asked.en}: the campaign stands at "${campaignStateWords[phase].en}", and this is done during ${during.en}. Ask the association that runs the campaign.`,
    };
  },
  SAME_PERSON: ({ action, alreadyDid }) => ({
    vi: `Ông/bà đã ${awardActionWords[alreadyDid].vi} hồ sơ này nên không thể ${awardActionWords[action].vi}: hai việc cần hai người để khách quan. Hãy nhờ người khác.`,
    en: `You took the step "${awardActionWords[alreadyDid].en}" on this award, so you cannot ${awardActionWords[action].en}: the two take two people, to be fair. Ask somebody else.`,
  }),
  REQUIREMENT_NOT_MET: ({ action, requirement }) => ({
    vi: `Chưa thể ${awardActionWords[action].vi}: ${requirementWords[requirement].vi}.`,
    en: `It is not possible to ${awardActionWords[action].en}: ${requirementWords[requirement].en}.`,
  }),
};

function roleSentence(
  asked: { readonly vi: string; readonly en: string },
  required: readonly (keyof typeof roleWords)[],
  role: keyof typeof roleWords,
) {
  const who = anyOf(
    required.map((one) => roleWords[one]),
    nobody,
  );
  return {
    vi: `Vai trò của ông/bà là ${roleWords[role].vi} nên không thể ${asked.vi}: việc này dành cho ${who.vi}. Hãy nhờ người có vai trò đó, hoặc chọn nhiệm vụ khác nếu ông/bà có.`,
    en: `Your role is ${roleWords[role].en}, so you cannot ${asked.en}: that is for ${who.en}. Ask somebody with that role, or choose another mandate of yours.`,
  };
}
