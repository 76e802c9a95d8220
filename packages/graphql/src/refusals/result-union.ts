import type { ObjectRef } from '@pothos/core';
import { builder, type SchemaParts } from '../builder.ts';
import { entryRefusals } from './entry-refusals.type.ts';
import { familyOf } from './family-of.ts';
import { importRefusals } from './import-refusals.type.ts';
import { inputRefusals } from './input-refusals.type.ts';
import { moneyRefusals } from './money-refusals.type.ts';
import type { AnyRefusal, RefusalCode } from './refusal.ts';
import { stepRefusals } from './step-refusals.type.ts';

const families = { ...entryRefusals, ...stepRefusals, ...moneyRefusals, ...inputRefusals, ...importRefusals };

/** Every code of a union of refusals; the compiler says when one is missing or too many. */
export type CodesOf<Refusal extends AnyRefusal> = { readonly [Code in Refusal['code']]: true };

/** The union of what was done and of every refusal that may come instead. */
export function resultUnion<Accepted extends object>(
  name: string,
  accepted: ObjectRef<SchemaParts, Accepted>,
  codes: { readonly [Code in RefusalCode]?: true },
) {
  const told = Object.values(families).filter((ref) => namesOf(codes).has(ref.name));
  return builder.unionType(name, {
    types: [accepted, ...told],
    resolveType: (value) => (isRefusal(value) ? familyOf[value.code] : accepted.name),
  });
}

function namesOf(codes: { readonly [Code in RefusalCode]?: true }): ReadonlySet<string> {
  return new Set(Object.entries(familyOf).flatMap(([code, family]) => (Object.hasOwn(codes, code) ? [family] : [])));
}

function isRefusal(value: object): value is AnyRefusal {
  return 'code' in value;
}
