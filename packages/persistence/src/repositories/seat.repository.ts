import type { SeatRepository } from '@khuyenhoc/application';
import { subtreeOf } from '@khuyenhoc/domain';
import { readSeatGround } from '../reads/seat-ground.ts';
import type { WorkContext } from './work-context.ts';

/** The ground of seats, as the running unit of work sees it. */
export function createSeatRepository({ em, tenantId }: WorkContext): SeatRepository {
  return {
    async groundOf(path, from) {
      await em.flush();
      return readSeatGround(em, { tenantId, ...subtreeOf(path) }, from);
    },
  };
}
