import {
  type GraphQLError,
  Lexer,
  NoSchemaIntrospectionCustomRule,
  parse,
  Source,
  TokenKind,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLSchema,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { documentShape, type DocumentShape } from './document-shape.ts';
import { graphqlRefusal, type GraphqlRefusalCode } from './graphql-refusal.ts';

/** The most that one operation may be. */
export interface GraphqlLimits {
  readonly maxTokens: number;
  /** Brackets of any kind inside brackets. */
  readonly maxNesting: number;
  readonly maxDepth: number;
  readonly maxRootFields: number;
  readonly maxFields: number;
  readonly maxAliases: number;
  readonly maxDirectives: number;
}

/** Large enough for every screen we know of, small enough that the worst document is refused within milliseconds. */
export const defaultGraphqlLimits: GraphqlLimits = {
  maxTokens: 2_000,
  maxNesting: 100,
  maxDepth: 15,
  maxRootFields: 20,
  maxFields: 500,
  maxAliases: 50,
  maxDirectives: 50,
};

/** Estimates an operation before it runs, knowing the variables and so the sizes of pages asked for. */
export interface CostLimit {
  readonly maxCost: number;
  readonly costOf: (operation: {
    readonly schema: GraphQLSchema;
    readonly document: DocumentNode;
    readonly operationName: string | undefined;
    readonly variables: Readonly<Record<string, unknown>>;
  }) => number;
}

export interface GraphqlLimitsOptions {
  readonly limits: GraphqlLimits;
  /** Whether clients may ask the schema to describe itself. */
  readonly introspection: boolean;
  readonly cost?: CostLimit;
}

/**
 * Refuses operations that would cost too much, at the earliest step that can tell: length while reading, shape before
 * validating, cost before running. Error texts never suggest names of the schema.
 */
export function useGraphqlLimits({ limits, introspection, cost }: GraphqlLimitsOptions): Plugin {
  return {
    onParse({ setParseFn }) {
      setParseFn((text: Text) => parseWithin(text, limits));
    },
    onValidate({ setValidationFn, addValidationRule }) {
      if (!introspection) addValidationRule(NoSchemaIntrospectionCustomRule);
      setValidationFn((schema: GraphQLSchema, document: DocumentNode, rules: Parameters<typeof validate>[2]) => {
        const refusals = shapeRefusals(documentShape(document), limits);
        if (refusals.length > 0) return refusals;
        return validate(schema, document, rules, { hideSuggestions: true, maxErrors: 20 });
      });
    },
    onExecute({ args, setResultAndStopExecution }) {
      Object.assign(args, { hideSuggestions: true });
      const refusal = costRefusal(args, cost);
      if (refusal !== undefined) setResultAndStopExecution({ errors: [refusal] });
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      Object.assign(args, { hideSuggestions: true });
      const refusal = costRefusal(args, cost);
      if (refusal !== undefined) setResultAndStopExecution({ errors: [refusal] });
    },
  };
}

type Text = Parameters<typeof parse>[0];

/** Walks over the tokens before the parser does, since the parser goes one call deeper with every bracket. */
function parseWithin(text: Text, { maxTokens, maxNesting }: GraphqlLimits): DocumentNode {
  const source = typeof text === 'string' ? new Source(text) : text;
  const lexer = new Lexer(source);
  let tokens = 0;
  let nesting = 0;
  for (let { kind } = lexer.advance(); kind !== TokenKind.EOF; { kind } = lexer.advance()) {
    tokens += 1;
    if (opening.has(kind)) nesting += 1;
    if (closing.has(kind)) nesting -= 1;
    if (tokens > maxTokens) throw graphqlRefusal('DOCUMENT_TOO_LONG', maxTokens);
    if (nesting > maxNesting) throw graphqlRefusal('QUERY_TOO_DEEP', maxNesting);
  }
  return parse(source, { maxTokens });
}

const opening: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

function shapeRefusals(shape: DocumentShape, limits: GraphqlLimits): readonly GraphQLError[] {
  const checks: readonly (readonly [GraphqlRefusalCode, number, number])[] = [
    ['QUERY_TOO_DEEP', limits.maxDepth, shape.depth],
    ['TOO_MANY_ROOT_FIELDS', limits.maxRootFields, shape.rootFields],
    ['TOO_MANY_FIELDS', limits.maxFields, shape.fields],
    ['TOO_MANY_ALIASES', limits.maxAliases, shape.aliases],
    ['TOO_MANY_DIRECTIVES', limits.maxDirectives, shape.directives],
  ];
  return checks
    .filter(([, limit, found]) => found > limit)
    .map(([code, limit, found]) => graphqlRefusal(code, limit, found));
}

function costRefusal(args: ExecutionArgs, cost: CostLimit | undefined): GraphQLError | undefined {
  if (cost === undefined) return undefined;
  const found = cost.costOf({
    schema: args.schema,
    document: args.document,
    operationName: args.operationName ?? undefined,
    variables: args.variableValues ?? {},
  });
  return found > cost.maxCost ? graphqlRefusal('QUERY_TOO_COSTLY', cost.maxCost, found) : undefined;
}
