import type { ImportView } from '../ports/reads.ts';
import type { ImportRecord } from '../ports/unit-of-work.ts';

/** What may be shown of an import: everything but its content; its name under seal. */
export function importView(batch: ImportRecord): ImportView {
  const { key, name, fileHash: _hash, content: _content, mandateId: _mandate, ...shown } = batch;
  const sealedName = name.length === 0 ? null : { key, bytes: name };
  return { ...shown, sealedName };
}
