import { ok } from '@khuyenhoc/kernel';
import { commandEnvelope, type EnvelopeDeps, type StepInput } from '../awards/command-envelope.ts';
import { submitCommands, type StepAnswer } from '../awards/submit-commands.ts';
import type { AwardWriter } from '../ports/award-writer.ts';
import type { Session } from '../session.ts';

export interface ApproveDeps extends EnvelopeDeps {
  readonly writer: AwardWriter;
}

/** Gives one person's approval to each award. The last one of the quorum reserves the money and the place. */
export async function approveAwards(
  deps: ApproveDeps,
  session: Session,
  inputs: readonly StepInput[],
): Promise<readonly StepAnswer<never>[]> {
  const prepared = inputs.map((input) =>
    ok({ ...commandEnvelope(deps, session, input, { action: 'APPROVE' }, []), action: 'APPROVE' as const }),
  );
  return submitCommands<never>(deps.writer, session.tenantId, prepared);
}
