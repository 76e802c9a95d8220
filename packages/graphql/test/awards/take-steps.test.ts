import type { StepInput } from '@khuyenhoc/application';
import { expect, test } from 'vitest';
import { stepInput, takeSteps } from '../../src/awards/take-steps.ts';
import { createRequestContext, type Viewer } from '../../src/context.ts';
import { globalId } from '../../src/global-id.ts';
import { aSession, awardIdOf, depsOf, otherTenantId, signedIn, tenantId } from '../makers.ts';
import { saying } from '../matchers.ts';
import { run } from '../run.ts';

const item = (awardId: string) => ({ awardId, expectedVersion: 1, idempotencyKey: 'approve-0001' });
const ours = (n: number) => item(globalId('Award', tenantId, awardIdOf(n)));

/** A use case that accepts odd awards and refuses even ones, and notes what it was given. */
function odd() {
  const seen: StepInput[] = [];
  const take = (_session: unknown, inputs: readonly StepInput[]) => {
    seen.push(...inputs);
    return Promise.resolve(
      inputs.map(({ awardId }) =>
        Number(awardId.slice(-1)) % 2 === 1
          ? { ok: true as const, value: { awardId, version: 2, replayed: false } }
          : { ok: false as const, error: { code: 'IDEMPOTENCY_KEY_REUSED' as const } },
      ),
    );
  };
  return { seen, take };
}

async function answers(viewer: Viewer, items: readonly ReturnType<typeof item>[]) {
  const { seen, take } = odd();
  const context = createRequestContext(depsOf().deps, viewer);
  const { results } = await takeSteps<ReturnType<typeof item>, StepInput, never>(context, {
    items,
    read: (one, session) => stepInput(session, one),
    take,
  });
  return { seen, told: results.map((one) => ('code' in one ? one.code : one.version)) };
}

test('each item gets its own answer in its place, and foreign ids never reach the use case', async () => {
  const items = [ours(1), item('x'), ours(2), item(globalId('Award', otherTenantId, awardIdOf(3))), ours(5)];
  const { seen, told } = await answers(signedIn(aSession('approver')), items);
  expect(told).toEqual([2, 'NOT_FOUND', 'IDEMPOTENCY_KEY_REUSED', 'NOT_FOUND', 2]);
  expect(seen.map(({ awardId }) => awardId)).toEqual([awardIdOf(1), awardIdOf(2), awardIdOf(5)]);
});

test('without a session every item is told why, and nothing is done', async () => {
  expect(await answers({ kind: 'anonymous' }, [ours(1), ours(2)])).toEqual({
    seen: [],
    told: ['SIGN_IN_REQUIRED', 'SIGN_IN_REQUIRED'],
  });
  expect((await answers(signedIn(null), [ours(1)])).told).toEqual(['MANDATE_REQUIRED']);
});

test('a call of more than a thousand items does nothing', async () => {
  const { seen, told } = await answers(
    signedIn(aSession('approver')),
    Array.from({ length: 1_001 }, () => ours(1)),
  );
  expect(seen).toEqual([]);
  expect(told).toHaveLength(1_001);
  expect(new Set(told)).toEqual(new Set(['TOO_MANY']));
});

test('a refusal comes as data, in the language asked for, through the whole schema', async () => {
  const { data, errors } = await run(
    depsOf().deps,
    { kind: 'anonymous' },
    `mutation { approveAwards(input: { items: [{ awardId: "x", expectedVersion: 1, idempotencyKey: "approve-0001" }] }) {
       accepted refused results { __typename ... on Refusal { code message vi: message(lang: VI) en: message(lang: EN) } } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({
    approveAwards: {
      accepted: 0,
      refused: 1,
      results: [
        {
          __typename: 'SignInRequired',
          code: 'SIGN_IN_REQUIRED',
          en: saying('Sign in and try again.'),
        },
      ],
    },
  });
});
