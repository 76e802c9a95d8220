import {
  attachEvidence,
  publishRuleSet,
  registerActs,
  storeFile,
  type ActRecord,
  type FileRecord,
} from '@khuyenhoc/application';
import { calendarDate, ok, type AwardId, type FileId, type PersonId } from '@khuyenhoc/kernel';
import { sha256OfBytes, systemIds } from '@khuyenhoc/vault';
import { accepted, type Network, type TestDeps } from '../a-network.ts';
import { aRuleSetDraft } from '../sample-rules.ts';

/** Bytes are taken as they are here; what they may be is the server's to say. */
const fileDepsOn = (deps: TestDeps) => ({
  ...deps,
  digestBytes: sha256OfBytes,
  inspector: { inspect: (bytes: Uint8Array) => Promise.resolve(ok({ type: 'pdf' as const, bytes })) },
});

/** An act as it is printed. */
export function anAct(number = '12/QĐ-HKH') {
  return {
    kind: 'DECISION' as const,
    number,
    title: 'Ban hành quy chế xét học bổng',
    body: 'Ban Chấp hành Hội Khuyến học tỉnh Mẫu',
    signer: 'Chủ tịch Trần Văn Mẫu',
    issuedOn: calendarDate('2024-01-10'),
    inForceFrom: calendarDate('2024-02-01'),
    inForceTo: null,
    fileId: null as FileId | null,
  };
}

const draftBasis = {
  title: { vi: 'Quy chế xét học bổng', en: 'Statute of the scholarships' },
  inForceFrom: calendarDate('2024-02-01'),
  inForceTo: null,
};

export interface ActsAndFiles {
  readonly act: ActRecord;
  /** The act's own scan. */
  readonly scan: FileRecord;
  /** About the nominee of the award. */
  readonly certificate: FileRecord;
}

/** An act with its scan and a rule set that stands on it in the province's register, and a certificate that proves a finding about an award. */
export async function actsAndFiles(
  deps: TestDeps,
  { sessions, province, thanhAn }: Network,
  award: { readonly awardId: AwardId; readonly nomineeId: PersonId },
): Promise<ActsAndFiles> {
  const claim = { contentType: null, extension: null };
  const fileDeps = fileDepsOn(deps);
  const scan = accepted(
    await storeFile(fileDeps, sessions.officer, {
      kind: 'SCAN',
      associationId: province.id,
      personId: null,
      claim,
      bytes: Buffer.from(`scan ${province.id}`),
    }),
  ).file;
  const certificate = accepted(
    await storeFile(fileDeps, sessions.verifier, {
      kind: 'CERTIFICATE',
      associationId: thanhAn.id,
      personId: award.nomineeId,
      claim,
      bytes: Buffer.from(`certificate ${award.awardId}`),
    }),
  ).file;
  const [act] = accepted(
    await registerActs(deps, sessions.officer, {
      associationId: province.id,
      acts: [{ ...anAct(), fileId: scan.id }],
      idempotencyKey: systemIds.uuid(),
    }),
  );
  if (act === undefined) throw new Error('the act was not registered');
  const draft = aRuleSetDraft(`rules-${systemIds.uuid()}`, 5);
  const legalBasis = [{ ...draftBasis, number: act.number, actId: act.id }];
  accepted(await publishRuleSet(deps, sessions.officer, { ...draft, legalBasis, idempotencyKey: draft.id }));
  const item = { fileId: certificate.id, awardId: award.awardId, purpose: 'FINDING' as const };
  accepted(await attachEvidence(deps, sessions.verifier, [item]));
  return { act, scan, certificate };
}
