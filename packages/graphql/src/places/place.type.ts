import type { Place, PlaceShare } from '@khuyenhoc/domain';
import { predecessorsOn, successorsOn } from '@khuyenhoc/domain';
import type { CalendarDate } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { ShareRef } from './share.type.ts';

export const PlaceRef = builder.objectRef<Place>('Place');

const PlaceShareRef = builder.objectRef<PlaceShare>('PlaceShare').implement({
  description: 'A place that another went into or came from.',
  fields: (t) => ({
    place: t.field({ type: PlaceRef, resolve: ({ place }) => place }),
    share: t.field({
      type: ShareRef,
      nullable: true,
      description: 'Which part of the older place lies in the younger one; null when nobody measured it.',
      resolve: ({ share }) => share,
    }),
  }),
});

/** A place with its day costs one more for each of the places that it may lead to. */
const kinCost = { field: 1, multiplier: 10 } as const;

PlaceRef.implement({
  description:
    'An administrative place as it was in one period. A code and a name may mean another place on another day: only the code system, the code and a day together name one.',
  fields: (t) => ({
    codeSystem: t.exposeString('codeSystem'),
    code: t.exposeString('code'),
    name: t.exposeString('name', { description: 'In full, as "Xã Phù Ninh".' }),
    kind: t.exposeString('kind', { description: 'What it is in the law of its time: xã, phường, huyện, tỉnh, …' }),
    district: t.exposeString('district', {
      nullable: true,
      description: 'Its district by name, where an old list gave no code.',
    }),
    validFrom: t.expose('validFrom', {
      type: 'Date',
      nullable: true,
      description: 'The first day; null when it began before the records do.',
    }),
    validTo: t.expose('validTo', { type: 'Date', nullable: true, description: 'The last day; null while it stands.' }),
    source: t.exposeString('source', { description: 'Where this is known from.' }),
    parent: t.field({
      type: PlaceRef,
      nullable: true,
      description: 'The place it lies in on a day; null for the topmost, and on a day when it did not exist.',
      args: { on: t.arg({ type: 'Date', required: true }) },
      resolve: ({ codeSystem, parentCode: code }, { on }, { places }) =>
        code === null ? null : places.onDay.load({ codeSystem, code, on }),
    }),
    successors: t.field({
      type: [PlaceShareRef],
      description: 'What it had become on a day, over however many reorganisations; itself while it stood.',
      args: { on: t.arg({ type: 'Date', required: true }) },
      complexity: kinCost,
      resolve: async (place, { on }, { places }) =>
        successorsOn(await places.lineage.load(keyOf(place, on)), place, on),
    }),
    predecessors: t.field({
      type: [PlaceShareRef],
      description: 'What it had been on a day, each with the share of it that went in; itself when it stood already.',
      args: { on: t.arg({ type: 'Date', required: true }) },
      complexity: kinCost,
      resolve: async (place, { on }, { places }) =>
        predecessorsOn(await places.lineage.load(keyOf(place, on)), place, on),
    }),
  }),
});

/** A day on which the code means this place; any day when it has always stood. */
function keyOf({ codeSystem, code, validFrom, validTo }: Place, asked: CalendarDate) {
  return { codeSystem, code, on: validTo ?? validFrom ?? asked };
}
