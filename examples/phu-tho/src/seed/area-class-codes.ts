/** The area classes of the example's communes in the words of the rules. */
export const areaClassCodes = { I: 'region-i', II: 'region-ii', III: 'region-iii' } as const;
