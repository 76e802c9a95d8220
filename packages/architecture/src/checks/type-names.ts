import { Visitor } from 'oxc-parser';
import { joinReports, type Report } from '../report.ts';
import type { Repository } from '../repository.ts';
import type { SourceFile } from '../source-file.ts';

const hungarian = /^I[A-Z][a-z]/;
const sayNothing = /(Impl|Data|Info|Manager|Helper|Utils?)$/;

/** Types are nouns of the field: no `IAward`, no `AwardInfo`. */
export function checkTypeNames({ sources }: Repository): Report {
  return joinReports(sources.map(checkSource));
}

function checkSource(source: SourceFile): Report {
  const faults: string[] = [];
  let seen = 0;
  const look = (name: string, position: number): void => {
    seen += 1;
    const where = `${source.path}:${source.lineAt(position)} names a type ${name}.`;
    if (hungarian.test(name)) faults.push(`${where} Drop the I: the noun is the type.`);
    if (sayNothing.test(name)) faults.push(`${where} Its ending says nothing: say what it is.`);
  };
  new Visitor({
    TSInterfaceDeclaration: ({ id, start }) => look(id.name, start),
    TSTypeAliasDeclaration: ({ id, start }) => look(id.name, start),
    ClassDeclaration({ id, start }) {
      if (id !== null) look(id.name, start);
    },
  }).visit(source.program);
  return { seen, faults };
}
