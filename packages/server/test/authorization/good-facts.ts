import { calendarDate } from '@khuyenhoc/kernel';
import { aClaim, aPupil, aStudyResult } from '@khuyenhoc/rules/testing';

const in2025 = { from: calendarDate('2025-01-01'), to: calendarDate('2025-12-31') };

/** What is known of a child from a near-poor household that studies well. */
export const goodFacts = aPupil({
  claims: [aClaim({ category: 'near-poor', ...in2025 })],
  studyResults: [aStudyResult({ schoolYear: '2024-2025', grade: 7 })],
});
