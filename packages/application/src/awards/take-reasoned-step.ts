import type { AwardCommand, ReasonCommand } from '@khuyenhoc/domain';
import { cleanText, err, ok, type Result } from '@khuyenhoc/kernel';
import type { NotFound } from '../authorization/authorize.ts';
import type { AwardWriter } from '../ports/award-writer.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { Session } from '../session.ts';
import { commandEnvelope, type EnvelopeDeps, type StepInput } from './command-envelope.ts';
import { loadNominees } from './load-nominees.ts';
import { submitCommands, type StepAnswer } from './submit-commands.ts';

export interface ReasonedStepDeps extends EnvelopeDeps {
  readonly unitOfWork: UnitOfWork;
  readonly writer: AwardWriter;
}

export interface ReasonedStepInput extends StepInput {
  /** Why, in words the family could be sent. It may be personal, so it is sealed. */
  readonly reason: string;
}

/** The reason is longer than anybody will read. */
export interface ReasonTooLong {
  readonly code: 'REASON_TOO_LONG';
  readonly limit: number;
}

const reasonLimit = 2_000;

/** Returns, rejects, withdraws, appeals, upholds, overturns or reverses awards: the steps that need a reason and nothing else. */
export async function takeReasonedStep(
  deps: ReasonedStepDeps,
  session: Session,
  action: ReasonCommand['action'],
  inputs: readonly ReasonedStepInput[],
): Promise<readonly StepAnswer<NotFound | ReasonTooLong>[]> {
  const nominees = await loadNominees(deps.unitOfWork, session, inputs);
  const prepared = inputs.map((input): Result<AwardCommand, NotFound | ReasonTooLong> => {
    const nominee = nominees.get(input.awardId);
    if (nominee === undefined) return err({ code: 'NOT_FOUND' });
    const reason = cleanText(input.reason);
    if (reason.length > reasonLimit) return err({ code: 'REASON_TOO_LONG', limit: reasonLimit });
    // An empty reason is no reason; the workflow says whether one is needed.
    const sealed = reason === '' ? [] : [deps.vault.seal(nominee.person.key, 'reason', reason)];
    const asked = { action, reason: sealed[0]?.commitment ?? null };
    return ok({ ...commandEnvelope(deps, session, input, asked, sealed), action });
  });
  return submitCommands(deps.writer, session.tenantId, prepared);
}
