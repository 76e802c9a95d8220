import { builder } from './builder.ts';
import type { GraphQLContext } from './context.ts';
import { tooManyIds } from './edge-error.ts';
import { parseGlobalId, type NodeIds, type NodeType } from './global-id.ts';
import { NodeInterface } from './node.type.ts';

/** The most nodes one call may ask for. */
const nodesLimit = 100;

builder.queryFields((t) => ({
  node: t.field({
    type: NodeInterface,
    nullable: true,
    description: 'The thing with a global id, or null when it does not exist for this reader.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, context) => findNode(context, id),
  }),
  nodes: t.field({
    type: [NodeInterface],
    nullable: { list: false, items: true },
    description: `The things with global ids, in their order; null where one does not exist for this reader. At most ${nodesLimit}.`,
    args: { ids: t.arg.idList({ required: true }) },
    complexity: ({ ids }) => ({ field: 1, multiplier: Math.min(ids.length, nodesLimit) }),
    resolve: (_root, { ids }, context) => {
      if (ids.length > nodesLimit) throw tooManyIds(ids.length, nodesLimit);
      return ids.map((id) => findNode(context, id));
    },
  }),
}));

type Find = { readonly [Type in NodeType]: (context: GraphQLContext, id: NodeIds[Type]) => Promise<object | null> };

const find: Find = {
  Association: ({ reads }, id) => reads.associations.load(id),
  Campaign: ({ reads }, id) => reads.campaigns.load(id),
  Award: ({ reads }, id) => reads.awards.load(id),
  Fund: ({ reads }, id) => reads.funds.load(id),
  Import: ({ reads }, id) => reads.imports.load(id),
  Mandate: ({ reads }, id) => reads.mandates.load(id),
  Act: ({ reads }, id) => reads.acts.load(id),
  File: ({ reads }, id) => reads.files.load(id),
};

async function findNode(context: GraphQLContext, text: string): Promise<object | null> {
  const name = parseGlobalId(text);
  if (name === null || name.tenantId !== context.session?.tenantId) return null;
  const found = await findOf(context, name.type, name.id);
  return found === null ? null : { ...found, __typename: name.type };
}

function findOf<Type extends NodeType>(context: GraphQLContext, type: Type, id: NodeIds[Type]) {
  return find[type](context, id);
}
