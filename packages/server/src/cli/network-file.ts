import type { TenantFounding } from '@khuyenhoc/application';
import { calendarDate, err, ok, parseCalendarDate, type Result } from '@khuyenhoc/kernel';
import { z } from 'zod';

/** What is wrong with a file, and where in it; the value itself is not repeated. */
export interface FileFault {
  readonly path: string;
  readonly problem: string;
}

const text = z.string().trim().min(1).max(500);
const day = z
  .string()
  .refine((value) => parseCalendarDate(value).ok, 'YYYY-MM-DD')
  .transform(calendarDate);

const network = z.strictObject({
  name: text,
  foundedBy: z.strictObject({ number: text, title: text, body: text, signer: text, issuedOn: day, inForceFrom: day }),
  root: z.strictObject({
    name: text,
    typeCode: z.string().regex(/^[A-Z][A-Z_]{0,39}$/, 'A–Z'),
    placeCodeSystem: text.nullable().default(null),
    placeCode: text.nullable().default(null),
    foundedOn: day,
  }),
  officer: z.strictObject({
    fullName: text,
    issuer: z.url(),
    subject: z.string().regex(/^[\x21-\x7e]{1,255}$/, '1–255 ASCII'),
    decision: text,
    validFrom: day,
  }),
});

/** Reads the file of `tenant create`: every field is asked for, and none beyond. */
export function parseNetworkFile(content: string): Result<TenantFounding, readonly FileFault[]> {
  return parseJsonFile(content, network);
}

/** Reads a JSON file by its shape, or says everything that is wrong with it. */
export function parseJsonFile<Value>(content: string, shape: z.ZodType<Value>): Result<Value, readonly FileFault[]> {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return err([{ path: '', problem: 'JSON' }]);
  }
  const parsed = shape.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  return err(parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), problem: message })));
}
