import { vietnamCodes } from '@khuyenhoc/domain';
import { builder } from '../builder.ts';
import { PlaceRef } from './place.type.ts';

builder.queryField('place', (t) =>
  t.field({
    type: PlaceRef,
    nullable: true,
    description: 'The place that a code named on a day, for anybody who is signed in; null when it named none.',
    args: {
      code: t.arg({ type: 'ShortText', required: true }),
      on: t.arg({ type: 'Date', required: true }),
      codeSystem: t.arg({ type: 'ShortText', required: true, defaultValue: vietnamCodes }),
    },
    resolve: (_root, key, { viewer, places }) => (viewer.kind === 'anonymous' ? null : places.onDay.load(key)),
  }),
);
