import { allocation, award, eligibility } from './rule.ts';

/** Awards of one amount, with more places for the units of some classes. */
export const modules = [eligibility, award, allocation] as const;

export { allocation, award, eligibility };
