import { defineEntity, p } from '@mikro-orm/core';
import { day } from './columns.ts';
import { reference } from './policies.ts';

const schema = defineEntity({
  name: 'PlaceSuccessionRow',
  tableName: 'place_succession',
  indexes: [{ name: 'place_succession_to', properties: ['codeSystem', 'toCode', 'onDate'] }],
  checks: [
    {
      name: 'place_succession_share',
      expression:
        '(share_parts is null) = (share_whole is null) and (share_parts is null or (share_parts > 0 and share_parts <= share_whole))',
    },
  ],
  rowLevelSecurity: 'force',
  policies: reference,
  properties: {
    codeSystem: p.text().primary(),
    fromCode: p.text().primary(),
    onDate: day().primary(),
    toCode: p.text().primary(),
    /** Number of the legal act; null when the source names none. */
    act: p.text().nullable(),
    source: p.text(),
    /** Null when nobody measured how much passed on. */
    shareParts: p.integer().nullable(),
    shareWhole: p.integer().nullable(),
  },
});

/** That a place took over from another on a day. */
export class PlaceSuccessionRow extends schema.class {}
schema.setClass(PlaceSuccessionRow);
