import type { PaymentMethod } from '@khuyenhoc/domain';
import { ok } from '@khuyenhoc/kernel';
import { commandEnvelope, type EnvelopeDeps, type StepInput } from '../awards/command-envelope.ts';
import { submitCommands, type StepAnswer } from '../awards/submit-commands.ts';
import type { AwardWriter } from '../ports/award-writer.ts';
import type { Session } from '../session.ts';

export interface PayDeps extends EnvelopeDeps {
  readonly writer: AwardWriter;
}

export interface PaymentInput extends StepInput {
  /** The amount paid, in đồng; it must be the amount decided. */
  readonly amountVnd: bigint;
}

/** A payment batch (bảng kê chi): its number and how it was paid. */
export interface PaymentBatch {
  readonly number: string;
  readonly method: PaymentMethod;
}

/** Pays a batch of approved awards: what was promised becomes spent. Each award gets its own answer. */
export async function payAwards(
  deps: PayDeps,
  session: Session,
  batch: PaymentBatch,
  payments: readonly PaymentInput[],
): Promise<readonly StepAnswer<never>[]> {
  const prepared = payments.map((input) => {
    const asked = { action: 'PAY', amount: input.amountVnd.toString(), method: batch.method, batch: batch.number };
    const envelope = commandEnvelope(deps, session, input, asked, []);
    return ok({
      ...envelope,
      action: 'PAY' as const,
      amountVnd: input.amountVnd,
      method: batch.method,
      batch: batch.number,
    });
  });
  return submitCommands<never>(deps.writer, session.tenantId, prepared);
}
