import type { TenantId } from '@khuyenhoc/kernel';
import type { ErasureRecord } from '../ports/erasures.ts';
import { eraseCopies } from './erase-copies.ts';
import { eraseLocked } from './erase-locked.ts';
import type { EraseDeps } from './erase-deps.ts';
import { isErased } from './is-erased.ts';

/** What came of applying a list: who had to be erased again, and who was erased already or is not in this database. */
export interface AppliedErasures {
  readonly erased: number;
  readonly already: number;
  readonly unknown: number;
}

const peopleAtATime = 100;
const operator = { operator: 'command-line' } as const;

/**
 * Erases again, in a database that was restored from an older backup, whom the list says were erased. It is run at the command
 * line before the server serves; it needs no mandate and waits for no open case, since the restored state is the past's. Run
 * twice it does nothing the second time.
 */
export async function applyErasures(
  deps: EraseDeps,
  tenantId: TenantId,
  listed: readonly Omit<ErasureRecord, 'erasedBy'>[],
): Promise<AppliedErasures> {
  let [erased, already, unknown] = [0, 0, 0];
  for (let start = 0; start < listed.length; start += peopleAtATime) {
    const part = listed.slice(start, start + peopleAtATime);
    const done = await deps.unitOfWork.run(
      tenantId,
      async (repositories) => {
        const named = new Set(part.map(({ personId }) => personId));
        // Who was found to be the same stands on the list himself, unless the two had been told apart again by then.
        const subjects = (await repositories.erasures.lockSubjects([...named])).filter(({ person }) =>
          named.has(person.id),
        );
        const known = subjects.filter(({ person }) => !isErased(person));
        const at = deps.clock.now();
        for (const { personId, reason, actId } of part) {
          const subject = known.filter(({ person }) => person.id === personId);
          await eraseLocked(deps, repositories, subject, { tenantId, by: operator, at, reason, actId });
        }
        return { erased: known.length, found: subjects.length };
      },
      { alsoClosed: true },
    );
    for (const [reason, listedFor] of Map.groupBy(part, (one) => one.reason)) {
      const ids = listedFor.map(({ personId }) => personId);
      await eraseCopies(deps, { by: operator, at: deps.clock.now(), reason }, tenantId, ids);
    }
    erased += done.erased;
    already += done.found - done.erased;
    unknown += part.length - done.found;
  }
  return { erased, already, unknown };
}
