import type { Digest } from '@khuyenhoc/audit';
import type { Clock } from '../ports/clock.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { Vault } from '../ports/vault.ts';

/** What it takes to erase somebody, in whichever network and for whatever reason. */
export interface EraseDeps {
  readonly clock: Clock;
  readonly vault: Vault;
  readonly digest: Digest;
  readonly unitOfWork: UnitOfWork;
}
