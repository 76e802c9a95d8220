import { present } from '@khuyenhoc/kernel';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MatrixRow } from './matrix-text.ts';

/** A table of the authorization matrix as it is checked in. */
export async function checkedIn(file: 'fields.tsv' | 'mutations.tsv'): Promise<readonly MatrixRow[]> {
  const [, ...lines] = (await readFile(join(import.meta.dirname, file), 'utf8')).trimEnd().split('\n');
  return lines.map((line) => {
    const columns = line.split('\t');
    const [of, relation, officer, nominator, verifier, approver, treasurer, auditor, noMandate, anonymous, names] =
      columns.map((column) => present(column, line));
    return {
      of: of ?? '',
      relation: relation ?? '',
      outcomes: {
        officer: officer ?? '',
        nominator: nominator ?? '',
        verifier: verifier ?? '',
        approver: approver ?? '',
        treasurer: treasurer ?? '',
        auditor: auditor ?? '',
        'no-mandate': noMandate ?? '',
        anonymous: anonymous ?? '',
      },
      names: (names ?? '').split(' ').filter((name) => name !== ''),
    };
  });
}
