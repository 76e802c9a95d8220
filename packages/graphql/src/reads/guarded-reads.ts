import type { Clock, LedgerReport, PlaceReads, Reads, Session, Vault } from '@khuyenhoc/application';
import type { Digest } from '@khuyenhoc/rules';
import DataLoader from 'dataloader';
import { accessOf, type Access } from './access.ts';
import { associationReads } from './association-reads.ts';
import { awardReads } from './award-reads.ts';
import { campaignReads } from './campaign-reads.ts';
import { consentReads } from './consent-reads.ts';
import { figureReads } from './figure-reads.ts';
import { actReads } from './act-reads.ts';
import { fileReads } from './file-reads.ts';
import { fundReads } from './fund-reads.ts';
import { importReads } from './import-reads.ts';
import { mandateReads } from './mandate-reads.ts';
import { peopleReads } from './people-reads.ts';
import { personReads } from './person-reads.ts';
import { relationshipReads } from './relationship-reads.ts';
import { resultReads } from './result-reads.ts';
import { schoolReads } from './school-reads.ts';

export interface GuardedReadsDeps {
  readonly reads: Reads;
  readonly vault: Vault;
  readonly digest: Digest;
  readonly clock: Clock;
  readonly placeReads: PlaceReads;
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
    ...relationshipReads(deps, session, access),
    ...personReads(reads, vault, access),
    ...peopleReads(reads, vault, access),
    ...schoolReads(reads, access),
    ...consentReads(reads, access),
    ...fundReads(reads, access),
    ...figureReads(reads, access),
    ...resultReads(deps, access),
    ...importReads(reads, access),
    ...mandateReads(reads, access),
    ...actReads(reads, access),
    ...fileReads(reads, access),
    /** Null unless the reader may verify ledgers and stands at a root: the ledger belongs to the whole network. */
    ledgerReport: async (): Promise<LedgerReport | null> => {
      const scope = access('ledger.verify');
      return scope === null ? null : reads.ledgerReport(scope.tenantId);
    },
  };
}
