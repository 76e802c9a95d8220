import type { SubjectKeys } from '../ports/subject-keys.ts';
import type { Vault } from '../ports/vault.ts';

/** How many names were sealed. */
export interface SealedNames {
  readonly donors: number;
  readonly lists: number;
}

const namesAtATime = 500;

/**
 * Seals the names of donors and of uploaded files that an older version wrote in clear. Run with each migration, since the
 * database alone has no key to seal with; when nothing is left it costs two look-ups a tenant.
 */
export async function sealClearNames(deps: {
  readonly subjectKeys: SubjectKeys;
  readonly vault: Vault;
}): Promise<SealedNames> {
  const { subjectKeys, vault } = deps;
  let [donors, lists] = [0, 0];
  for (const tenantId of await subjectKeys.tenants()) {
    donors += await untilNone(() =>
      subjectKeys.sealDonors(tenantId, namesAtATime, ({ name }) => {
        const key = vault.newSubject();
        return { key, name: vault.encrypt(key, name) };
      }),
    );
    lists += await untilNone(() =>
      subjectKeys.sealLists(tenantId, namesAtATime, ({ key, name }) => vault.encrypt(key, name)),
    );
  }
  return { donors, lists };
}

/** What is sealed is not found again, so it ends. */
async function untilNone(some: () => Promise<number>): Promise<number> {
  let all = 0;
  for (;;) {
    const found = await some();
    if (found === 0) return all;
    all += found;
  }
}
