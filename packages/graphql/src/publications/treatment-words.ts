import { consentAges, type PublishedField, type Treatment } from '@khuyenhoc/domain';
import { present } from '@khuyenhoc/kernel';
import type { Localized } from '@khuyenhoc/rules';

const masks: { readonly [Field in PublishedField]: Localized } = {
  NAME: {
    vi: 'Họ tên chỉ còn chữ cái đầu, ví dụ "N. V. A***".',
    en: 'Of a name only first letters are left, such as "N. V. A***".',
  },
  GRADE: { vi: 'Chỉ ghi khối lớp, không ghi tên lớp.', en: 'The grade without the class.' },
  SCHOOL: { vi: 'Không ghi tên trường.', en: 'The school is not named.' },
};

const law = present(consentAges.at(-1), 'the ages of consent').reference;

/** What a treatment of a field means, in words for everybody. */
export function treatmentWords(field: PublishedField, treatment: Treatment): Localized {
  switch (treatment) {
    case 'HIDDEN':
      return { vi: 'Không công khai.', en: 'Not shown.' };
    case 'MASKED':
      return masks[field];
    case 'CONSENTED':
      return {
        vi: `Công khai đầy đủ khi người đại diện và (từ 7 tuổi) chính em đã đồng ý, từ 16 tuổi chỉ cần người đó (${law.vi}); rút đồng ý thì che lại ngay. Chưa đủ đồng ý: ${masks[field].vi}`,
        en: `Shown in full once the representative and (from 7) the child have agreed, from 16 the person alone (${law.en}); masked again when that is withdrawn. Until then: ${masks[field].en}`,
      };
  }
}
