import { expect, test } from 'vitest';
import { campaignStates, checkResultsReady } from '../../src/index.ts';

test('results are shown once the money is handed out, and not before', () => {
  expect(campaignStates.filter((state) => checkResultsReady(state).ok)).toEqual(['disbursement', 'closed']);
  expect(checkResultsReady('approval')).toEqual({
    ok: false,
    error: { code: 'RESULTS_NOT_READY', state: 'approval' },
  });
});
