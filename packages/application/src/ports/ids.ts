import type { AssociationId } from '@khuyenhoc/kernel';

/** Where new ids come from. */
export interface Ids {
  /** A UUID of version 7, so that later ids sort after earlier ones. */
  uuid(): string;
  associationId(): AssociationId;
}
