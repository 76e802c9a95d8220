import { actBodyKey, actNumberKey, type ActRecord } from '@khuyenhoc/application';
import { parsePath } from '@khuyenhoc/domain';
import {
  calendarDate,
  type ActId,
  type AssociationId,
  type FileId,
  type PersonId,
  type TenantId,
} from '@khuyenhoc/kernel';
import type { RequiredEntityData } from '@mikro-orm/core';
import type { LegalActRow } from '../entities/legal-act.entity.ts';
import { instantFrom, momentOf } from './moments.ts';

/** An act as its row. */
export function actToRow(tenantId: TenantId, act: ActRecord): RequiredEntityData<LegalActRow> {
  const { recordedAt, ...rest } = act;
  return {
    tenantId,
    ...rest,
    numberKey: actNumberKey(act.number),
    bodyKey: actBodyKey(act.body),
    recordedAt: momentOf(recordedAt),
  };
}

/** An act from its row. */
export function actFromRow(row: LegalActRow): ActRecord {
  const { inForceTo = null, replacedBy = null, fileId = null } = row;
  return {
    id: row.id as ActId,
    associationId: row.associationId as AssociationId,
    path: parsePath(row.path),
    kind: row.kind,
    number: row.number,
    title: row.title,
    body: row.body,
    signer: row.signer,
    issuedOn: calendarDate(row.issuedOn),
    inForceFrom: calendarDate(row.inForceFrom),
    inForceTo: inForceTo === null ? null : calendarDate(inForceTo),
    replacedBy: replacedBy as ActId | null,
    fileId: fileId as FileId | null,
    recordedAt: instantFrom(row.recordedAt),
    recordedBy: row.recordedBy as PersonId,
  };
}
