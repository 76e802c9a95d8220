import { isWithin, nearestAbove, type MatchCase, type Path } from '@khuyenhoc/domain';
import { err, ok, type Instant, type MatchCaseId, type PersonId, type Result, type TenantId } from '@khuyenhoc/kernel';
import type { Ids } from '../ports/ids.ts';
import type { MatchingRepository } from '../ports/matching.ts';
import type { Vault } from '../ports/vault.ts';
import type { RecordFault } from './record-input.ts';

/** A personal number that a person is said to have, from one record of a list. */
export interface SaidNumber {
  readonly index: number;
  readonly person: { readonly id: PersonId; readonly path: Path };
  readonly digits: string;
}

/** What numbers become: claims of people, and cases with people who claimed them before and are out of the actor's sight. */
export interface NumberClaims {
  readonly claims: readonly { readonly personId: PersonId; readonly numberKey: string }[];
  readonly cases: readonly MatchCase[];
}

/**
 * Who may claim which number: a number is one person's. Where another person in sight has it, the record is refused. Where the
 * other one is out of sight, a refusal would tell that he exists; so the record is made, the claim is not, and whoever sees both
 * finds a case to decide.
 */
export async function claimNumbers(
  { vault, ids, matching }: { readonly vault: Vault; readonly ids: Ids; readonly matching: MatchingRepository },
  { tenantId, reach, at }: { readonly tenantId: TenantId; readonly reach: Path; readonly at: Instant },
  said: readonly SaidNumber[],
): Promise<Result<NumberClaims, RecordFault>> {
  const keyed = said.map((one) => ({ ...one, numberKey: numberKeyOf(vault, tenantId, one.digits) }));
  const owners = new Map(
    (await matching.findByNumbers(keyed.map((one) => one.numberKey))).map((one) => [one.numberKey, one]),
  );
  const claims: NumberClaims['claims'][number][] = [];
  const cases: MatchCase[] = [];
  for (const { index, person, numberKey } of keyed) {
    const owner = owners.get(numberKey) ?? { numberKey, personId: person.id, path: person.path };
    owners.set(numberKey, owner);
    if (owner.personId === person.id) claims.push({ personId: person.id, numberKey });
    else if (isWithin(owner.path, reach)) return err({ code: 'NUMBER_TAKEN', index, personId: owner.personId });
    else cases.push(...caseOf(ids.uuid() as MatchCaseId, person, owner, at));
  }
  return ok({ claims, cases });
}

/** The blind index of a personal number. */
function numberKeyOf(vault: Vault, tenantId: TenantId, digits: string): string {
  return vault.blindIndex(tenantId, 'person-match', `number|${digits}`);
}

function caseOf(
  id: MatchCaseId,
  person: { readonly id: PersonId; readonly path: Path },
  owner: { readonly personId: PersonId; readonly path: Path },
  createdAt: Instant,
): readonly MatchCase[] {
  const path = nearestAbove(person.path, owner.path);
  // Two roots of one network have nobody who sees both.
  if (path === null) return [];
  const [leftId, rightId] = person.id < owner.personId ? [person.id, owner.personId] : [owner.personId, person.id];
  const found = { score: 100, band: 'SAME', reasons: ['SAME_NUMBER'] } as const;
  const open = { state: 'OPEN', version: 1, decidedAt: null, decidedBy: null } as const;
  return [{ id, leftId, rightId, path, ...found, ...open, createdAt }];
}
