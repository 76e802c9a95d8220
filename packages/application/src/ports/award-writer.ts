import type { AwardCommand } from '@khuyenhoc/domain';
import type { Result, TenantId } from '@khuyenhoc/kernel';
import type { QueueFull } from '../pipeline/group-commit.ts';
import type { AwardAnswer } from '../pipeline/batch-decision.ts';

/** The one way to write awards. Each answer comes when its command is durable or refused. */
export interface AwardWriter {
  submit(tenantId: TenantId, commands: readonly AwardCommand[]): Promise<Result<readonly AwardAnswer[], QueueFull>>;
}
