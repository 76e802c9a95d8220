import type { LocalizedText } from './localized-text.ts';

/** One thing that is wrong with the settings, by the name of its variable. The text never repeats a secret. */
export interface ConfigProblem extends LocalizedText {
  readonly key: string;
}
