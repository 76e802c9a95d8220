import type { Digest } from '@khuyenhoc/audit';
import { err, ok, present, vietnamDate, type AwardId, type FileId, type Result } from '@khuyenhoc/kernel';
import { authorize, reached, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import { recordAssociationHistory } from '../histories/record-history.ts';
import type { Permission } from '../authorization/permissions.ts';
import type { Clock } from '../ports/clock.ts';
import type { EvidencePurpose, FileEvidence } from '../ports/files.ts';
import type { Repositories, UnitOfWork } from '../ports/unit-of-work.ts';
import type { Session } from '../session.ts';

export interface AttachEvidenceDeps {
  readonly clock: Clock;
  readonly digest: Digest;
  readonly unitOfWork: UnitOfWork;
}

export interface EvidenceInput {
  readonly fileId: FileId;
  readonly awardId: AwardId;
  readonly purpose: EvidencePurpose;
}

/** The file is about somebody else than the award's nominee, or is gone; which item of the list, counted from 0. */
export type EvidenceRefused =
  | { readonly code: 'EVIDENCE_OF_ANOTHER'; readonly index: number }
  | { readonly code: 'EVIDENCE_ERASED'; readonly index: number };

export type AttachEvidenceRefusal = Forbidden | NotFound | EvidenceRefused;

/** Who may say what a file proves: who verifies, that it supports a finding; who pays or nominates, that it is a receipt. */
const permissionOf: { readonly [Purpose in EvidencePurpose]: Permission } = {
  FINDING: 'finding.attach',
  RECEIPT: 'receipt.attach',
};

/**
 * Names stored files as evidence of awards, all or none. What is attached stays; the same evidence sent again changes nothing,
 * so no key is needed.
 */
export async function attachEvidence(
  { clock, digest, unitOfWork }: AttachEvidenceDeps,
  session: Session,
  items: readonly EvidenceInput[],
): Promise<Result<readonly EvidenceInput[], AttachEvidenceRefusal>> {
  const at = clock.now();
  return unitOfWork.run(
    session.tenantId,
    async (repositories): Promise<Result<readonly EvidenceInput[], AttachEvidenceRefusal>> => {
      const { files, histories } = repositories;
      const evidence: FileEvidence[] = [];
      const named = await findNamed(repositories, items);
      let role = session.mandate.role;
      for (const [index, item] of items.entries()) {
        const reach = await authorize(repositories.mandates, session, permissionOf[item.purpose], at);
        if (!reach.ok) return reach;
        role = reach.value.role;
        const award = reached(named.awards.get(item.awardId), reach.value);
        if (!award.ok) return award;
        const file = reached(named.files.get(item.fileId), reach.value);
        if (!file.ok) return file;
        if (file.value.erasedAt !== null) return err({ code: 'EVIDENCE_ERASED', index });
        const { personId } = file.value;
        if (personId !== null && personId !== award.value.nomineeId) return err({ code: 'EVIDENCE_OF_ANOTHER', index });
        evidence.push({ ...item, attachedAt: at, attachedBy: session.personId });
      }
      const added = await files.attach(evidence);
      const by = { personId: session.personId, mandateId: session.mandate.id, role };
      await recordAssociationHistory(
        { histories, digest },
        { tenantId: session.tenantId, by, at, on: vietnamDate(at) },
        added.map(({ fileId, awardId, purpose }) => ({
          associationId: present(named.awards.get(awardId), 'an award with evidence').associationId,
          type: 'file.attached@1',
          data: { file: fileId, award: awardId, purpose },
        })),
      );
      return ok(items);
    },
  );
}

async function findNamed({ files }: Repositories, items: readonly EvidenceInput[]) {
  const foundFiles = await files.findByIds(items.map(({ fileId }) => fileId));
  const foundAwards = await files.findAwards(items.map(({ awardId }) => awardId));
  return {
    files: new Map(foundFiles.map((file) => [file.id, file])),
    awards: new Map(foundAwards.map((award) => [award.awardId, award])),
  };
}
