import type { CrossingMapping } from '@khuyenhoc/domain';
import { isAssociationId, ok, type AssociationId, type Result } from '@khuyenhoc/kernel';
import { z } from 'zod';
import { parseJsonFile, type FileFault } from './network-file.ts';

const association = z
  .string()
  .refine(isAssociationId, 'association id')
  .transform((id) => id as AssociationId);

const shape = z.strictObject({
  associations: z.record(z.string(), association).default({}),
  unnamed: z.enum(['refuse', 'parent']).default('refuse'),
});

/** Reads the file of `tenant merge --mapping`: which new association takes over from which old one. */
export function parseMappingFile(content: string): Result<CrossingMapping, readonly FileFault[]> {
  const parsed = parseJsonFile(content, shape);
  if (!parsed.ok) return parsed;
  const { associations, unnamed } = parsed.value;
  // An old id of another form is in no tree; the crossing itself says that it does not know it.
  const pairs = Object.entries(associations).map(([from, to]) => [from as AssociationId, to] as const);
  return ok({ associations: new Map(pairs), unnamed });
}

/** Without a file everything must follow from the places. */
export const noMapping: CrossingMapping = { associations: new Map(), unnamed: 'refuse' };
