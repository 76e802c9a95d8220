/** A text in both languages of the project: Vietnamese first, English complete. */
export interface Localized {
  readonly vi: string;
  readonly en: string;
}

/** The languages in which everything a person reads can be had. */
export type Language = keyof Localized;

/** Puts texts after each other in each language. */
export function joinLocalized(texts: readonly Localized[], separator: string): Localized {
  return { vi: texts.map((text) => text.vi).join(separator), en: texts.map((text) => text.en).join(separator) };
}
