import { err, ok, type Result } from '@khuyenhoc/kernel';
import type { CampaignState } from '../workflow/template.ts';

/** The awards of the campaign are still being decided, so there are no results to show. */
export interface ResultsNotReady {
  readonly code: 'RESULTS_NOT_READY';
  readonly state: CampaignState;
}

/**
 * Whether a campaign's results may be shown to everybody. Before the money is handed out a list may still change, and a child
 * who was on it once would be missed in the next.
 */
export function checkResultsReady(state: CampaignState): Result<void, ResultsNotReady> {
  return state === 'disbursement' || state === 'closed' ? ok(undefined) : err({ code: 'RESULTS_NOT_READY', state });
}
