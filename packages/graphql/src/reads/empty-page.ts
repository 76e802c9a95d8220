import type { Page } from '@khuyenhoc/application';

/** The page of a list that holds nothing, or nothing for this reader. */
export const emptyPage: Page<never> = { items: [], hasPrevious: false, hasNext: false };
