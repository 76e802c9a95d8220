import { endsWithoutSubject, type AwardCommand, type ReasonCommand } from '@khuyenhoc/domain';
import { cleanText, err, ok, type Result } from '@khuyenhoc/kernel';
import type { SubjectErased } from '../consents/consent-input.ts';
import type { NotFound } from '../authorization/authorize.ts';
import { isErased } from '../erasures/is-erased.ts';
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

export const reasonLimit = 2_000;

/** Returns, rejects, withdraws, appeals, upholds, overturns or reverses awards: the steps that need a reason and nothing else. */
export async function takeReasonedStep(
  deps: ReasonedStepDeps,
  session: Session,
  action: ReasonCommand['action'],
  inputs: readonly ReasonedStepInput[],
): Promise<readonly StepAnswer<NotFound | ReasonTooLong | SubjectErased>[]> {
  const nominees = await loadNominees(deps.unitOfWork, session, inputs);
  const prepared = inputs.map((input): Result<AwardCommand, NotFound | ReasonTooLong | SubjectErased> => {
    const nominee = nominees.get(input.awardId);
    if (nominee === undefined) return err({ code: 'NOT_FOUND' });
    const reason = cleanText(input.reason);
    if (reason.length > reasonLimit) return err({ code: 'REASON_TOO_LONG', limit: reasonLimit });
    // An empty reason is no reason; the workflow says whether one is needed.
    if (isErased(nominee.person) && !endsWithoutSubject(action)) return err({ code: 'SUBJECT_ERASED' });
    // What is said of an erased child goes as it is said: it is sealed under a key that nobody keeps.
    const key = isErased(nominee.person) ? deps.vault.newSubject() : nominee.person.key;
    const sealed = reason === '' ? [] : [deps.vault.seal(key, 'reason', reason)];
    const asked = { action, reason: sealed[0]?.commitment ?? null };
    return ok({ ...commandEnvelope(deps, session, input, asked, sealed), action });
  });
  return submitCommands(deps.writer, session.tenantId, prepared);
}
