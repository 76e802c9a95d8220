export { largestCost } from './complexity-options.ts';
export {
  createRequestContext,
  type GraphQLContext,
  type GraphQLDeps,
  type UseCaseDeps,
  type Viewer,
} from './context.ts';
export { globalId, idOf, parseGlobalId, type NodeIds, type NodeName, type NodeType } from './global-id.ts';
export { messageOf } from './messages/message-of.ts';
export { operationCost, type Operation } from './operation-cost.ts';
export type { AnyRefusal } from './refusals/refusal.ts';
export { createSchema } from './schema.ts';
