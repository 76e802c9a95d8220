import { canonicalJson, cleanText } from '@khuyenhoc/kernel';
import type { ConsentInput } from './consent-input.ts';

/** What is written of a consent's giver and paper. It is stored sealed and nowhere else. */
export interface ConsentEvidence {
  readonly name: string | null;
  readonly relation: string | null;
  readonly paper: string | null;
}

/** The evidence of a consent as the text that is sealed. */
export function evidenceToText({ representative, paper }: ConsentInput): string {
  return canonicalJson({
    name: clean(representative?.name ?? null),
    relation: clean(representative?.relation ?? null),
    paper: clean(paper),
  });
}

/** Reads evidence from its sealed text, which is our own, unchanged. */
export function evidenceFromText(text: string): ConsentEvidence {
  return JSON.parse(text) as ConsentEvidence;
}

function clean(text: string | null): string | null {
  return text === null ? null : cleanText(text);
}
