import { err, ok, type ImportId, type Result } from '@khuyenhoc/kernel';
import { authorize, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import type { Clock } from '../ports/clock.ts';
import type { ImportRecord, Repositories } from '../ports/unit-of-work.ts';
import type { Session } from '../session.ts';

/**
 * Locks an import of the actor's own. Its rows become nominations in the uploader's name and under his mandate, so nobody else
 * may preview or confirm it, whatever his reach.
 */
export async function findOwnImport(
  { mandates, imports }: Repositories,
  clock: Clock,
  session: Session,
  { importId, permission }: { readonly importId: ImportId; readonly permission: 'import.preview' | 'import.confirm' },
): Promise<Result<ImportRecord, Forbidden | NotFound>> {
  const reach = await authorize(mandates, session, permission, clock.now());
  if (!reach.ok) return reach;
  const batch = await imports.lock(importId);
  const isOwn = batch !== null && batch.uploadedBy === session.personId && batch.mandateId === session.mandate.id;
  return isOwn ? ok(batch) : err({ code: 'NOT_FOUND' });
}
