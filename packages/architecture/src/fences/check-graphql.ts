import { buildSchema, parse, validate, type DocumentNode } from 'graphql';
import { joinReports, type Report } from '../report.ts';
import type { Fence } from './collect-fences.ts';

/** Where the schema is printed. */
export const schemaPath = 'packages/graphql/schema.graphql';

/** Every operation that a page shows is valid against the schema that is served. */
export function checkGraphql(fences: readonly Fence[], sdl: string | undefined): Report {
  const shown = fences.filter(({ language }) => language === 'graphql');
  if (shown.length === 0) return { seen: 0, faults: [] };
  if (sdl === undefined)
    return {
      seen: shown.length,
      faults: [`${schemaPath} is missing, so no operation of a page can be checked. Print it.`],
    };
  const schema = buildSchema(sdl);
  return joinReports(
    shown.map((fence) => ({ seen: 1, faults: problemsOf(fence, (document) => validate(schema, document)) })),
  );
}

function problemsOf(
  { path, line, code }: Fence,
  check: (document: DocumentNode) => readonly Error[],
): readonly string[] {
  try {
    return check(parse(code)).map(
      ({ message }) => `${path}:${line} shows an operation that the schema refuses: ${message}`,
    );
  } catch (error) {
    // A page with a typing error is a fault like any other, so it is told like the others.
    return [`${path}:${line} shows no GraphQL: ${error instanceof Error ? error.message : String(error)}`];
  }
}
