import { defineEntity } from '@mikro-orm/core';
import { hash, moment, path, sealedBytes, tenantKey, uuidKey } from './columns.ts';
import { withinRangeOrNominated } from './policies.ts';

const schema = defineEntity({
  name: 'PersonRow',
  tableName: 'person',
  uniques: [{ name: 'person_match', properties: ['tenantId', 'matchKey'] }],
  rowLevelSecurity: 'force',
  policies: withinRangeOrNominated,
  properties: {
    tenantId: tenantKey(),
    id: uuidKey(),
    path: path(),
    /** Blind index of name, birth date and school; null for people who are not nominees. */
    matchKey: hash().nullable(),
    wrappedKey: sealedBytes(),
    profile: sealedBytes(),
    createdAt: moment(),
  },
});

/** A person: a key of its own and a sealed profile. Erasing the key erases the person. */
export class PersonRow extends schema.class {}
schema.setClass(PersonRow);
