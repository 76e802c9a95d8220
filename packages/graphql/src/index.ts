export { createRequestContext, type GraphQLContext, type GraphQLDeps, type UseCaseDeps, type Viewer } from './context.ts';
export { createSchema } from './schema.ts';
export { globalId, idOf } from './global-id.ts';
