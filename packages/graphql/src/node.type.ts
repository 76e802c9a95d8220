import { builder } from './builder.ts';

/** Anything that can be found again by its global id. What `node` finds is marked with its type. */
export const NodeInterface = builder.interfaceRef<object>('Node').implement({
  description: 'Anything that can be found again by its global id.',
  resolveType: (value) => ('__typename' in value && typeof value.__typename === 'string' ? value.__typename : null),
  // Each type gives its own id; this is the declaration only.
  fields: (t) => ({ id: t.field({ type: 'ID', resolve: () => '' }) }),
});
