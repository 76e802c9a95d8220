import type { AwardCommand } from '@khuyenhoc/domain';
import { canonicalJson, cleanText, err, ok, type Result } from '@khuyenhoc/kernel';
import type { NotFound } from '../authorization/authorize.ts';
import { commandEnvelope, type EnvelopeDeps, type StepInput } from '../awards/command-envelope.ts';
import type { SubjectErased } from '../consents/consent-input.ts';
import { isErased } from '../erasures/is-erased.ts';
import { loadNominees } from '../awards/load-nominees.ts';
import { submitCommands, type StepAnswer } from '../awards/submit-commands.ts';
import type { AwardWriter } from '../ports/award-writer.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { Session } from '../session.ts';

export interface AcknowledgeDeps extends EnvelopeDeps {
  readonly unitOfWork: UnitOfWork;
  readonly writer: AwardWriter;
}

export interface AcknowledgementInput extends StepInput {
  /** The amount the recipient signed for, in đồng. Signed, paid and decided must be one amount. */
  readonly amountVnd: bigint;
  readonly signedBy: string;
  /** `self`, or what the signer is to the child: mother, guardian, teacher. */
  readonly signedAs: string;
}

/** The receipt does not say who signed. */
export interface SignerMissing {
  readonly code: 'SIGNER_MISSING';
}

/** Records signed receipts (ký nhận). Who signed is sealed under the child's key. */
export async function acknowledgeReceipts(
  deps: AcknowledgeDeps,
  session: Session,
  inputs: readonly AcknowledgementInput[],
): Promise<readonly StepAnswer<NotFound | SignerMissing | SubjectErased>[]> {
  const nominees = await loadNominees(deps.unitOfWork, session, inputs);
  const prepared = inputs.map((input): Result<AwardCommand, NotFound | SignerMissing | SubjectErased> => {
    const nominee = nominees.get(input.awardId);
    if (nominee === undefined) return err({ code: 'NOT_FOUND' });
    if (isErased(nominee.person)) return err({ code: 'SUBJECT_ERASED' });
    const signedBy = cleanText(input.signedBy);
    if (signedBy === '') return err({ code: 'SIGNER_MISSING' });
    const signature = canonicalJson({
      signedBy,
      signedAs: cleanText(input.signedAs),
      amount: input.amountVnd.toString(),
    });
    const sealed = deps.vault.seal(nominee.person.key, 'signature', signature);
    const asked = { action: 'ACKNOWLEDGE', amount: input.amountVnd.toString(), signature: sealed.commitment };
    const envelope = commandEnvelope(deps, session, input, asked, [sealed]);
    return ok({ ...envelope, action: 'ACKNOWLEDGE', amountVnd: input.amountVnd });
  });
  return submitCommands(deps.writer, session.tenantId, prepared);
}
