import { defineEntity, p } from '@mikro-orm/core';
import { path, tenantKey, uuidKey } from './columns.ts';
import { withinRange } from './policies.ts';

const schema = defineEntity({
  name: 'PersonWordRow',
  tableName: 'person_word',
  indexes: [
    {
      name: 'person_word_place',
      // A reader's range, for those who see little of the network. Its collation has the order of "C" and another name, so the row
      // policy's own comparison never picks this index: a list in name order must be read from the key.
      expression: 'create index "person_word_place" on "person_word" ("tenant_id", "word", "path" collate "POSIX")',
    },
    { name: 'person_word_person', properties: ['tenantId', 'personId'] },
  ],
  rowLevelSecurity: 'force',
  policies: withinRange,
  properties: {
    tenantId: tenantKey(),
    /** A word of the name, folded. */
    word: p.text().collation('C').primary(),
    /** The place of the whole name in Vietnamese lists, whose byte order is that order. */
    sortKey: p.text().collation('C').primary(),
    personId: uuidKey(),
    birthYear: p.smallint().nullable(),
    path: path(),
  },
});

/**
 * A word by which a person is found. Derived from what is sealed, in clear so that an index can serve it, and deleted with the
 * person's key. Under row-level security only leakproof operators reach an index, which comparisons of text are and patterns are not.
 */
export class PersonWordRow extends schema.class {}
schema.setClass(PersonWordRow);
