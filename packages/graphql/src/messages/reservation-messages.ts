import type { Sentences } from './sentences.ts';
import { awardActionWords } from './words.ts';

/** Why a step cannot move money and places: what the workflow says of them does not add up. */
export const reservationMessages: Sentences<'NOTHING_RESERVED' | 'ALREADY_RESERVED'> = {
  NOTHING_RESERVED: ({ action }) => ({
    vi: `Không thể ${awardActionWords[action].vi}: chưa có tiền hay suất nào được giữ cho hồ sơ này, nên sẽ lấy mất phần của hồ sơ khác. Hãy báo hội phụ trách đợt sửa quy trình.`,
    en: `It is not possible to ${awardActionWords[action].en}: no money or place is put aside for this award, so it would take another's. Ask the association that runs the campaign to correct its workflow.`,
  }),
  ALREADY_RESERVED: ({ action }) => ({
    vi: `Không thể ${awardActionWords[action].vi}: tiền và suất của hồ sơ này đã được giữ, nên sẽ bị giữ hai lần. Hãy báo hội phụ trách đợt sửa quy trình.`,
    en: `It is not possible to ${awardActionWords[action].en}: money and place of this award are put aside already, so they would be counted twice. Ask the association that runs the campaign to correct its workflow.`,
  }),
};
