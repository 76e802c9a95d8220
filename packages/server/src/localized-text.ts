/** A text for people in both languages. Vietnamese is the master. */
export interface LocalizedText {
  readonly vi: string;
  readonly en: string;
}

export type Language = keyof LocalizedText;
