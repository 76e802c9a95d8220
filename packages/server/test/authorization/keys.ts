import { getNamedType, isInputObjectType } from 'graphql';
import { schema } from './ask.ts';

/** An input with a key of its own wherever its type has a place for one. */
export function withKeys(type: string, input: unknown, newKey: () => string): unknown {
  const named = schema.getType(type);
  if (!isInputObjectType(named) || typeof input !== 'object' || input === null) return input;
  const fields = named.getFields();
  const filled: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(input)) {
    const inner = fields[name] === undefined ? '' : getNamedType(fields[name].type).name;
    filled[name] = Array.isArray(value)
      ? value.map((item: unknown) => withKeys(inner, item, newKey))
      : withKeys(inner, value, newKey);
  }
  if (fields['idempotencyKey'] !== undefined) filled['idempotencyKey'] ??= newKey();
  return filled;
}
