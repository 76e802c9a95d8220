import { complexityFromQuery } from '@pothos/plugin-complexity';
import { GraphQLError, Kind, type DocumentNode, type GraphQLSchema } from 'graphql';

/** An operation as a server knows it before it runs. */
export interface Operation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What an operation may return, counted before it runs: fields, times the sizes of the pages asked for. */
export function operationCost({ schema, document, operationName, variables }: Operation): number {
  const definitions = document.definitions.filter(
    (one) => one.kind !== Kind.OPERATION_DEFINITION || operationName === undefined || one.name?.value === operationName,
  );
  try {
    return complexityFromQuery({ ...document, definitions }, { schema, variables }).complexity;
  } catch (error) {
    // Variables that do not fit their types cost nothing: the operation is refused when it is about to run.
    if (error instanceof GraphQLError) return 0;
    throw error;
  }
}
