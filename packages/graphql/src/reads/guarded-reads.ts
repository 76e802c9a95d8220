import type { LedgerReport, Reads, Session, Vault } from '@khuyenhoc/application';
import type { Digest } from '@khuyenhoc/rules';
import DataLoader from 'dataloader';
import { accessOf, type Access } from './access.ts';
import { associationReads } from './association-reads.ts';
import { awardReads } from './award-reads.ts';
import { campaignReads } from './campaign-reads.ts';
import { fundReads } from './fund-reads.ts';
import { importReads } from './import-reads.ts';
import { personReads } from './person-reads.ts';

export interface GuardedReadsDeps {
  readonly reads: Reads;
  readonly vault: Vault;
  readonly digest: Digest;
}

/** The reads of one request: each bound to its permission, batched, and remembered until something is written. */
export type GuardedReads = ReturnType<typeof allReads> & {
  /** Forgets what was read, since something was written. */
  readonly forget: () => void;
};

/** Binds the read ports to what a session may read. */
export function guardedReads(deps: GuardedReadsDeps, session: Session | null): GuardedReads {
  const all = allReads(deps, session, accessOf(session));
  const loaders = Object.values(all).filter((read) => read instanceof DataLoader);
  return { ...all, forget: () => loaders.forEach((loader) => loader.clearAll()) };
}

function allReads(deps: GuardedReadsDeps, session: Session | null, access: Access) {
  const { reads, vault } = deps;
  return {
    ...associationReads(reads, access),
    ...campaignReads(reads, access),
    ...awardReads(deps, access),
    ...personReads(reads, vault, access),
    ...fundReads(reads, access),
    ...importReads(reads, access),
    /** Null unless the reader may verify ledgers and stands at a root: the ledger belongs to the whole network. */
    ledgerReport: async (): Promise<LedgerReport | null> => {
      const scope = access('ledger.verify');
      const isRoot = session !== null && session.mandate.path.split('/').length === 3;
      return scope !== null && isRoot ? reads.ledgerReport(scope.tenantId) : null;
    },
  };
}
