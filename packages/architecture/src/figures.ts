import { measure } from './measure.ts';
import { readRepository } from './read-repository.ts';

/** `node packages/architecture/src/figures.ts` prints the figures of the code, to be read before a review and beaten after it. */
const figures = measure(readRepository().sources.filter(({ path }) => path.includes('/src/')));

for (const [what, value] of [
  ['files', figures.files],
  ['lines of code', figures.codeLines],
  ['median lines per file', figures.medianLines],
  [`longest file (${figures.longestFile})`, figures.longestLines],
  ['casts per 1,000 lines', figures.castsPerThousandLines.toFixed(2)],
  ['checks switched off per 1,000 lines', figures.lintOffsPerThousandLines.toFixed(2)],
  ['any', figures.anys],
  ['share of comments', `${(figures.commentShare * 100).toFixed(1)} %`],
] as const) {
  console.log(`${String(value).padStart(8)}  ${what}`);
}
