import { createWriterPlanCache, GroupCommit, writeAwards, type AwardAnswer } from '@khuyenhoc/application';
import type { AwardCommand } from '@khuyenhoc/domain';
import type { TenantId } from '@khuyenhoc/kernel';
import { createPostgresAwardBatches, openDatabase, type Database } from '@khuyenhoc/persistence';
import { sha256 } from '@khuyenhoc/vault';
import type { World } from './world.ts';

/** Our side: the writer as the server composes it. */
export class GroupCommitSide {
  readonly #world: World;
  readonly #database: Database;
  readonly #writer: GroupCommit<AwardCommand, AwardAnswer>;
  batches = 0;

  private constructor(world: World, database: Database) {
    this.#world = world;
    this.#database = database;
    const deps = {
      batches: createPostgresAwardBatches(database),
      plans: createWriterPlanCache(1),
      digest: sha256,
      lateEntryDays: 365,
    };
    this.#writer = new GroupCommit({
      writeBatch: (tenantId, commands) => {
        this.batches += 1;
        return writeAwards(deps, tenantId as TenantId, commands);
      },
      batchLimit: 1_000,
      inFlightLimit: 4,
      queueLimit: 10_000,
    });
  }

  static async open(url: string, world: World): Promise<GroupCommitSide> {
    return new GroupCommitSide(world, await openDatabase({ url, poolSize: 6, statementTimeoutMs: 60_000 }));
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  /** Writes one command durably; false when it was refused. */
  async write(command: AwardCommand): Promise<boolean> {
    const submitted = await this.#writer.submit(this.#world.tenantId, [command]);
    return submitted.ok && submitted.value[0]?.ok === true;
  }
}
