import type { TenantClosed } from '@khuyenhoc/domain';

/** A unit of work was asked for in a network that is closed. Nothing was read or written; the edge tells it as a refusal. */
export class ClosedTenant extends Error {
  override readonly name = 'ClosedTenant';
  readonly refusal: TenantClosed;

  constructor(refusal: TenantClosed) {
    super('the network is closed');
    this.refusal = refusal;
  }
}
