import { defineEntity, p } from '@mikro-orm/core';
import { hash, moment, path, sealedBytes, tenantKey, uuidKey } from './columns.ts';
import { withinRangeOrNominated } from './policies.ts';

const schema = defineEntity({
  name: 'PersonRow',
  tableName: 'person',
  indexes: [{ name: 'person_same_as', properties: ['tenantId', 'sameAs'] }],
  uniques: [
    { name: 'person_match', properties: ['tenantId', 'matchKey'] },
    { name: 'person_number', properties: ['tenantId', 'numberKey'] },
  ],
  rowLevelSecurity: 'force',
  policies: withinRangeOrNominated,
  properties: {
    tenantId: tenantKey(),
    id: uuidKey(),
    path: path(),
    /** Blind index of name, birth date and school; null for people who are not nominees. */
    matchKey: hash().nullable(),
    /** Blind index of the personal number, when one is on record and nobody else claims it. */
    numberKey: hash().nullable(),
    /** The person that this one was found to be, the one registered first; null for somebody by himself. */
    sameAs: p.uuid().nullable(),
    /**
     * The person of a tenant that closed whom this one continues, with a copy of the key: whoever erases the one must erase the
     * other, or what was sealed could still be read with the key that is left.
     */
    continuesTenantId: p.uuid().nullable(),
    continuesPersonId: p.uuid().nullable(),
    wrappedKey: sealedBytes(),
    profile: sealedBytes(),
    createdAt: moment(),
  },
});

/** A person: a key of its own and a sealed profile. Erasing the key erases the person. */
export class PersonRow extends schema.class {}
schema.setClass(PersonRow);
