import { circular22, circular27, circular58 } from './study-scale.ts';

/** What counts on each scale: one of some levels, best first, or an average of at least so much. A scale that is not named does not count. */
export interface AcceptedResults {
  readonly [scale: string]: { readonly levels: readonly string[] } | { readonly average: string } | undefined;
}

/**
 * What "học lực khá trở lên" (fair) or "giỏi" (good) means on each scale of secondary school. Primary school is assessed
 * otherwise and has no such words, so what counts there is the rule's own choice.
 */
export function acceptedAtLeast(level: 'good' | 'fair', primaryLevels: readonly string[]): AcceptedResults {
  return {
    [circular58.id]: { levels: level === 'good' ? ['gioi'] : ['gioi', 'kha'] },
    [circular22.id]: { levels: level === 'good' ? ['tot'] : ['tot', 'kha'] },
    [circular27.id]: { levels: primaryLevels },
  };
}
