import { failureSentence } from '../failure-sentence.ts';
import type { LocalizedText } from '../localized-text.ts';
import type { StartFailure } from '../start-failure.ts';

/** Says on standard error why a command was not done, and gives the exit code for it. */
export function sayFailure(failure: StartFailure): 1 | 2 {
  const sentence = failureSentence(failure);
  sayRefusal(sentence);
  return sentence.exitCode;
}

/** Says something in both languages on standard error: standard output is for what was asked for. */
export function sayRefusal({ vi, en }: LocalizedText): void {
  process.stderr.write(`${vi}\n${en}\n`);
}
