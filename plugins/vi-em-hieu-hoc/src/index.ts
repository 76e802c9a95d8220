import { allocation, award, eligibility } from './rule.ts';

/** The modules of the program "Vì em hiếu học", to be named together in a rule set. */
export const modules = [eligibility, award, allocation] as const;

export { allocation, award, eligibility };
