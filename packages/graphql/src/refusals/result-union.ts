import type { ObjectRef } from '@pothos/core';
import { builder, type SchemaParts } from '../builder.ts';
import { actRefusals } from './act-refusals.type.ts';
import { consentRefusals } from './consent-refusals.type.ts';
import { peopleRefusals } from './people-refusals.type.ts';
import { entryRefusals } from './entry-refusals.type.ts';
import { familyOf } from './family-of.ts';
import { importRefusals } from './import-refusals.type.ts';
import { inputRefusals } from './input-refusals.type.ts';
import { mandateRefusals } from './mandate-refusals.type.ts';
import { moneyRefusals } from './money-refusals.type.ts';
import { organisationRefusals } from './organisation-refusals.type.ts';
import type { AnyRefusal, RefusalCode } from './refusal.ts';
import { relativeRefusals } from './relative-refusals.type.ts';
import { stepRefusals } from './step-refusals.type.ts';

const families = {
  ...entryRefusals,
  ...stepRefusals,
  ...relativeRefusals,
  ...mandateRefusals,
  ...organisationRefusals,
  ...moneyRefusals,
  ...actRefusals,
  ...inputRefusals,
  ...importRefusals,
  ...consentRefusals,
  ...peopleRefusals,
};

/** Every code of a union of refusals; the compiler says when one is missing or too many. */
export type CodesOf<Refusal extends AnyRefusal> = { readonly [Code in Refusal['code']]: true };

/** What any command may be answered, since the whole network may be closed. */
const anyCommand = { TENANT_CLOSED: true } as const;

/** The union of what was done and of every refusal that may come instead. */
export function resultUnion<Accepted extends object>(
  name: string,
  accepted: ObjectRef<SchemaParts, Accepted>,
  codes: { readonly [Code in RefusalCode]?: true },
) {
  const told = Object.values(families).filter((ref) => namesOf({ ...codes, ...anyCommand }).has(ref.name));
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
