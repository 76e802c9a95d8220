import type { PersonRecord } from '@khuyenhoc/application';
import { parsePath } from '@khuyenhoc/domain';
import { instantOf, type PersonId, type TenantId } from '@khuyenhoc/kernel';
import type { RequiredEntityData } from '@mikro-orm/core';
import type { PersonRow } from '../entities/person.entity.ts';
import { bytesOf, hex } from './bytes.ts';
import { instantFrom, momentMs, momentOf } from './moments.ts';

/** A person as its row. */
export function personToRow(tenantId: TenantId, person: PersonRecord): RequiredEntityData<PersonRow> {
  return {
    tenantId,
    id: person.id,
    path: person.path,
    matchKey: person.matchKey === null ? null : bytesOf(person.matchKey),
    wrappedKey: person.key,
    profile: person.profile,
    createdAt: momentOf(person.createdAt),
  };
}

/** A person from its row. */
export function personFromRow(row: PersonRow): PersonRecord {
  const { matchKey = null } = row;
  return {
    id: row.id as PersonId,
    path: parsePath(row.path),
    matchKey: matchKey === null ? null : hex(matchKey),
    key: row.wrappedKey,
    profile: row.profile,
    createdAt: instantFrom(row.createdAt),
  };
}

/** What a statement reads of a person. */
export interface PersonColumns {
  readonly person_id: string;
  readonly person_path: string;
  readonly match_key: Uint8Array | null;
  readonly wrapped_key: Uint8Array;
  readonly profile: Uint8Array;
  readonly created_ms: number;
}

/** The columns that make a person, of a table or alias. */
export function personColumns(alias: string): string {
  const named = `${alias}.id as person_id, ${alias}.path as person_path, ${alias}.match_key, ${alias}.wrapped_key, ${alias}.profile`;
  return `${named}, ${momentMs(`${alias}.created_at`)} as created_ms`;
}

/** A person from what a statement read. */
export function personFromColumns(row: PersonColumns): PersonRecord {
  return {
    id: row.person_id as PersonId,
    path: parsePath(row.person_path),
    matchKey: row.match_key === null ? null : hex(row.match_key),
    key: row.wrapped_key,
    profile: row.profile,
    createdAt: instantOf(row.created_ms),
  };
}
