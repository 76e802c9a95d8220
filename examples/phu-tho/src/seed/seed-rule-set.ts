import { publishRuleSet, type Session } from '@khuyenhoc/application';
import { calendarDate } from '@khuyenhoc/kernel';
import type { Application } from '@khuyenhoc/server';
import { exampleCampaign } from '../campaign.ts';
import { accepted } from './accepted.ts';
import { areaClassCodes } from './area-class-codes.ts';

/** Publishes the rules of the campaign and gives the hash that the campaign names them by. */
export async function seedRuleSet(application: Application, officer: Session): Promise<string> {
  const areaClasses = exampleCampaign.areaClasses.map((areaClass) => areaClassCodes[areaClass]);
  const module = (part: string, config: object) => ({
    moduleId: `vi-em-hieu-hoc/${part}`,
    moduleVersion: '1.0.0',
    config: { ...config },
  });
  const ruleSet = accepted(
    await publishRuleSet(application.useCases, officer, {
      id: 'vi-em-hieu-hoc',
      title: { vi: exampleCampaign.name, en: exampleCampaign.nameEn },
      modules: [
        module('eligibility', { areaClasses, resultsOf: 'campaign-school-year' }),
        module('award', {}),
        module('allocation', { areaClasses }),
      ],
      legalBasis: [
        {
          number: 'Vì em hiếu học 2014',
          title: {
            vi: 'Chương trình phối hợp Viettel – Hội Khuyến học Việt Nam – Bộ Giáo dục và Đào tạo',
            en: 'Joint program of Viettel, the Vietnam Association for Promoting Education and the Ministry of Education and Training',
          },
          inForceFrom: calendarDate('2014-09-01'),
          inForceTo: null,
        },
      ],
      idempotencyKey: 'example rule set',
    }),
  );
  return ruleSet.hash;
}
