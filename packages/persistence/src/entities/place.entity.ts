import { defineEntity, p } from '@mikro-orm/core';
import { day } from './columns.ts';
import { reference } from './policies.ts';

const schema = defineEntity({
  name: 'PlaceRow',
  tableName: 'place',
  // That periods of one code do not overlap is an exclusion constraint, which the migration adds: entities have no word for it.
  checks: [
    { name: 'place_period', expression: 'valid_to is null or valid_from is null or valid_from <= valid_to' },
    { name: 'place_name_nfc', expression: 'name is nfc normalized' },
  ],
  rowLevelSecurity: 'force',
  policies: reference,
  properties: {
    codeSystem: p.text().primary(),
    code: p.text().primary(),
    /** Which of the periods of the code, from 1, oldest first: the oldest often has no first day to be keyed by. */
    period: p.smallint().primary(),
    validFrom: day().nullable(),
    validTo: day().nullable(),
    name: p.text(),
    kind: p.text(),
    parentCode: p.text().nullable(),
    district: p.text().nullable(),
    source: p.text(),
  },
});

/** An administrative place in one period. The same for every network; only the owner of the tables loads it. */
export class PlaceRow extends schema.class {}
schema.setClass(PlaceRow);
