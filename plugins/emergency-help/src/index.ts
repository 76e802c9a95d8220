import { award, eligibility } from './rule.ts';

/** Emergency help, case by case and without a quota. */
export const modules = [eligibility, award] as const;

export { award, eligibility };
