import type { MandateNeed, Relation } from '@khuyenhoc/application';
import type { Localized } from '@khuyenhoc/rules';

/** What an action asks of a mandate besides its role. */
export const needWords: { readonly [Need in MandateNeed]: Localized } = {
  OWN: {
    vi: 'Việc này phải do người giữ nhiệm vụ của chính mình làm, không phải người được ủy quyền hay làm thay.',
    en: 'This takes a mandate of one’s own, not one that was delegated or covers a seat.',
  },
  ROOT: {
    vi: 'Việc này thuộc về hội cấp cao nhất của mạng lưới.',
    en: 'This belongs to the topmost association of the network.',
  },
};

const relationWords: { readonly [Name in Relation]: Localized } = {
  self: { vi: 'thứ của chính mình', en: 'what is one’s own' },
  own: { vi: 'hội của mình', en: 'one’s own association' },
  below: { vi: 'các hội cấp dưới', en: 'those below it' },
  above: { vi: 'hội cấp trên', en: 'those above it' },
};

/** Where something stands, in words. */
export function kindOfRelation(relation: Relation): Localized {
  return relationWords[relation];
}
