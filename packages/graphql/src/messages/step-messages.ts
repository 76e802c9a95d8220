import { needWords } from './mandate-words.ts';
import type { Sentences } from './sentences.ts';
import { stepIsOver } from './step-is-over.ts';
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
  | 'CAMPAIGN_REACH_REQUIRED'
  | 'REQUIREMENT_NOT_MET'
  | 'RESULTS_NOT_READY'
> = {
  STEP_NOT_POSSIBLE: ({ action, state, possible }) => {
    const [asked, stands] = [awardActionWords[action], awardStateWords[state]];
    const may = anyOf(
      possible.map((one) => awardActionWords[one]),
      nothing,
    );
    if (stepIsOver(action, state)) {
      return {
        vi: `Không thể ${asked.vi} nữa: hồ sơ ${stands.vi}. Từ đây có thể: ${may.vi}.`,
        en: `It is no longer possible to ${asked.en}: the award is ${stands.en}. From here one can: ${may.en}.`,
      };
    }
    return {
      vi: `Chưa thể ${asked.vi}: hồ sơ ${stands.vi}. Từ đây có thể: ${may.vi}.`,
      en: `It is not yet possible to ${asked.en}: the award is ${stands.en}. From here one can: ${may.en}.`,
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
  FORBIDDEN: ({ required, role, needs }) =>
    needs === undefined ? roleSentence({ vi: 'làm việc này', en: 'do this' }, required, role) : needWords[needs],
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
  CAMPAIGN_REACH_REQUIRED: ({ action }) => ({
    vi: `Nhiệm vụ của ông/bà không bao trùm cả đợt này nên không thể ${awardActionWords[action].vi}: việc này động đến tiền của cả đợt. Hãy nhờ người giữ nhiệm vụ ở hội tổ chức đợt.`,
    en: `Your mandate does not reach the whole campaign, so you cannot ${awardActionWords[action].en}: that commits the campaign's money. Ask someone with a mandate in the association that leads it.`,
  }),
  SAME_PERSON: ({ action, alreadyDid }) => ({
    vi: `Ông/bà đã ${awardActionWords[alreadyDid].vi} hồ sơ này nên không thể ${awardActionWords[action].vi}: hai việc cần hai người để khách quan. Hãy nhờ người khác.`,
    en: `You took the step "${awardActionWords[alreadyDid].en}" on this award, so you cannot ${awardActionWords[action].en}: the two take two people, to be fair. Ask somebody else.`,
  }),
  RESULTS_NOT_READY: ({ state }) => {
    const [stands, during] = [campaignStateWords[state], campaignStateWords.disbursement];
    return state === 'cancelled'
      ? {
          vi: `Không thể công bố kết quả: đợt này ${stands.vi} nên không có kết quả. Hãy chọn đợt khác.`,
          en: `The results cannot be published: the campaign is ${stands.en}, so there are none. Choose another campaign.`,
        }
      : {
          vi: `Chưa thể công bố kết quả: đợt này đang ở bước "${stands.vi}" nên danh sách còn có thể thay đổi. Hãy công bố từ bước ${during.vi}.`,
          en: `The results cannot be published yet: the campaign stands at "${stands.en}", so the list may still change. Publish from ${during.en} on.`,
        };
  },
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
