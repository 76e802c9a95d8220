import type { AwardCommand } from '@khuyenhoc/domain';
import { err, present, type Result, type TenantId } from '@khuyenhoc/kernel';
import type { QueueFull } from '../pipeline/group-commit.ts';
import type { AwardAnswer, AwardReceiptOfCommand } from '../pipeline/batch-decision.ts';
import type { AwardWriter } from '../ports/award-writer.ts';

/** The answer to one item of a list: what the writer says, or why it never got there. */
export type StepAnswer<Refusal> = Result<AwardReceiptOfCommand, Refusal | RefusalOf<AwardAnswer> | QueueFull>;

type RefusalOf<Answer> = Answer extends { readonly ok: false; readonly error: infer Refusal } ? Refusal : never;

/** Submits the commands among prepared items and puts the answers back in order; what was refused before stays refused. */
export async function submitCommands<Refusal>(
  writer: AwardWriter,
  tenantId: TenantId,
  prepared: readonly Result<AwardCommand, Refusal>[],
): Promise<readonly StepAnswer<Refusal>[]> {
  const commands = prepared.flatMap((item) => (item.ok ? [item.value] : []));
  const submitted = await writer.submit(tenantId, commands);
  let next = 0;
  return prepared.map((item) => {
    if (!item.ok) return item;
    return submitted.ok ? present(submitted.value[next++], 'an answer') : err(submitted.error);
  });
}
