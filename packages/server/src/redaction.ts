/**
 * What may not reach a log: tokens, passwords, and what is known of a person. Names of fields decide, at any depth; inside
 * free text, what has the form of a token, of a password in an address or of a personal number is cut out.
 */

const secrets: readonly string[] = [
  'authorization',
  'cookie',
  'token',
  'accessToken',
  'refreshToken',
  'password',
  'secret',
  'privateKey',
  'd',
];

const personal: readonly string[] = [
  'fullName',
  'givenName',
  'familyName',
  'name',
  'birthDate',
  'dateOfBirth',
  'personalNumber',
  'nationalId',
  'guardian',
  'guardianName',
  'phone',
  'phoneNumber',
  'email',
  'address',
  'accountNumber',
  'bankAccount',
  'photo',
];

/** GraphQL's variables and PostgreSQL's parameters and DETAIL lines hold whatever the request held. */
const holdersOfAnything: readonly string[] = [
  'variables',
  'parameters',
  'params',
  'detail',
  'where',
  'facts',
  'reason',
];

const privateFields: ReadonlySet<string> = new Set(
  [...secrets, ...personal, ...holdersOfAnything].map((field) => field.toLowerCase()),
);

const removed = '[removed]';
const deepest = 8;
const longestList = 50;

/** A copy of what is to be logged, without what is private. Cycles end at the depth limit. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === deepest) return '[deeper]';
  if (value instanceof Error) return redactError(value, depth);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.slice(0, longestList).map((item) => redact(item, depth + 1));
  return redactFields(value, depth);
}

/** Cuts tokens, passwords inside addresses, and twelve-digit personal numbers out of a text. */
export function redactText(text: string): string {
  return text
    .replaceAll(/\beyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]*){0,3}/g, '[token]')
    .replaceAll(/\b(bearer|basic)\s+\S+/gi, '$1 [token]')
    .replaceAll(/(\w:\/\/[^:/?#\s]*):[^@/\s]*@/g, '$1:[password]@')
    .replaceAll(/(?<!\d)\d{12}(?!\d)/g, '[personal number]');
}

function redactFields(value: object, depth: number): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      privateFields.has(key.toLowerCase()) && member !== undefined ? removed : redact(member, depth + 1),
    ]),
  );
}

function redactError(error: Error, depth: number): Readonly<Record<string, unknown>> {
  return {
    ...redactFields(error, depth),
    type: error.name,
    message: redactText(error.message),
    stack: redactText(error.stack ?? ''),
    ...(error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1) }),
  };
}
