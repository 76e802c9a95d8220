import { joinReports, type Report } from '../report.ts';
import type { Repository } from '../repository.ts';
import type { SourceFile } from '../source-file.ts';

const lintOff = /^\s*(ox|es)lint-disable/;
const compilerOff = /^\s*@ts-(expect-error|ignore|nocheck)\b/;

/** The comments that switch a check off. */
export function lintOffsOf({ comments }: SourceFile): readonly { readonly text: string; readonly start: number }[] {
  return comments
    .filter(({ value }) => lintOff.test(value) || compilerOff.test(value))
    .map(({ value, start }) => ({ text: value.trim(), start }));
}

/** Who switches a check off says why behind `--`, and never switches the compiler off for good. */
export function checkLintOffs({ sources }: Repository): Report {
  return joinReports(sources.map(checkSource));
}

function checkSource(source: SourceFile): Report {
  const faults = lintOffsOf(source).flatMap(({ text, start }) => {
    const where = `${source.path}:${source.lineAt(start)} says "${text.slice(0, 60)}".`;
    if (/^@ts-(ignore|nocheck)/.test(text))
      return [`${where} Use @ts-expect-error, which tells when it is no longer needed.`];
    return / -- \S+ \S+/.test(text) ? [] : [`${where} Add the reason: "${text.split(' -- ')[0]} -- because …".`];
  });
  return { seen: 1, faults };
}
