import {
  accountsOf,
  Balances,
  decideAward,
  decideNomination,
  parsePath,
  type AwardChange,
  type AwardCommand,
  type AwardSituation,
} from '@khuyenhoc/domain';
import { present, type AccountId } from '@khuyenhoc/kernel';
import { sha256 } from '@khuyenhoc/vault';
import { Client } from 'pg';
import {
  accountLock,
  awardLock,
  awardOf,
  groundRead,
  headStatement,
  rowStatements,
  unitSearch,
  type AccountRow,
  type AwardRow,
  type GroundRow,
  type Locked,
  type UnitRow,
} from './row-by-row-statements.ts';
import type { World } from './world.ts';

/**
 * The same commands row by row, as a careful team would write them: one transaction a command, the same locks in the same
 * order, the same keys, the same row-level security, the same decision; statements prepared once per connection, requests
 * pipelined wherever one does not need the other's answer, 32 connections.
 */
export class RowByRow {
  readonly #world: World;
  readonly #idle: Client[] = [];
  readonly #waiting: ((client: Client) => void)[] = [];
  readonly #clients: Client[] = [];

  private constructor(world: World) {
    this.#world = world;
  }

  static async open(url: string, world: World, connections: number): Promise<RowByRow> {
    const side = new RowByRow(world);
    for (let index = 0; index < connections; index += 1) {
      const client = new Client({ connectionString: url, pipeline: true });
      await client.connect();
      side.#clients.push(client);
      side.#idle.push(client);
    }
    return side;
  }

  async close(): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.end()));
  }

  /** Writes one command durably; false when it was refused. */
  async write(command: AwardCommand): Promise<boolean> {
    const client = await this.#take();
    try {
      return await this.#transact(client, command);
    } finally {
      this.#giveBack(client);
    }
  }

  async #transact(client: Client, command: AwardCommand): Promise<boolean> {
    const { tenantId } = this.#world;
    const begun = client.query(`begin; set local role khuyenhoc_writer; set local khuyenhoc.tenant = '${tenantId}';
      select from tenant where tenant_id = '${tenantId}' for key share`);
    const locking = command.action === 'NOMINATE' ? this.#findUnit(client, command) : this.#lockAward(client, command);
    const reading = client.query<GroundRow>(groundRead(this.#world, command));
    const [, locked, ground] = await Promise.all([begun, locking, reading]);
    const change = await this.#decide(client, command, locked, present(ground.rows[0], 'the campaign'));
    if (change === null) {
      await client.query('rollback');
      return false;
    }
    const written = client.query(headStatement(tenantId, command, change));
    const rest = [...rowStatements(tenantId, command, locked?.award ?? null, change), 'commit'].map((one) =>
      client.query(one),
    );
    const [head] = await Promise.all([written, ...rest]);
    if (head.rowCount !== 1) throw new Error('the version guard did not hold');
    return true;
  }

  async #findUnit(client: Client, command: Extract<AwardCommand, { action: 'NOMINATE' }>): Promise<Locked | null> {
    const { rows } = await client.query<UnitRow>(unitSearch(this.#world.tenantId, command));
    return rows[0] === undefined
      ? null
      : { role: rows[0].role, bond: rows[0].bond, mandatePath: rows[0].mandate_path, path: rows[0].path, award: null };
  }

  async #lockAward(client: Client, command: AwardCommand): Promise<Locked | null> {
    const { rows } = await client.query<AwardRow>(awardLock(this.#world.tenantId, command));
    const row = rows[0];
    return row === undefined
      ? null
      : { role: row.role, bond: row.bond, mandatePath: row.mandate_path, path: row.path, award: awardOf(row) };
  }

  async #decide(
    client: Client,
    command: AwardCommand,
    locked: Locked | null,
    ground: GroundRow,
  ): Promise<AwardChange | null> {
    if (locked === null || ground.known !== null || ground.tenant_status !== 'active') return null;
    const { plan, tenantId } = this.#world;
    const posts = command.action === 'APPROVE' || command.action === 'PAY';
    const ids = locked.award === null || !posts ? [] : accountsOf(locked.award, plan.allotments).toSorted();
    const situation: AwardSituation = {
      tenantId,
      role: locked.role,
      alsoAs: [],
      bond: locked.bond,
      mandatePath: parsePath(locked.mandatePath),
      campaignPath: parsePath(ground.path),
      campaignState: ground.state,
      workflow: plan.workflow,
      workflowHash: plan.workflowHash,
      plan: plan.allotments,
      books: { lateEntryDays: 365, closedThrough: null },
      balances: new Balances(await this.#lockAccounts(client, ids)),
      digest: sha256,
    };
    const decided =
      command.action === 'NOMINATE'
        ? decideNomination(command, parsePath(locked.path), situation)
        : decideAward(present(locked.award, 'the award'), command, situation);
    return decided.ok ? decided.value : null;
  }

  async #lockAccounts(client: Client, ids: readonly AccountId[]) {
    if (ids.length === 0) return [];
    const { rows } = await client.query<AccountRow>(accountLock(this.#world.tenantId, ids));
    return rows.map((row) => ({ id: row.id, balance: BigInt(row.balance), mayGoBelowZero: row.may_go_below_zero }));
  }

  async #take(): Promise<Client> {
    return this.#idle.pop() ?? new Promise((resolve) => this.#waiting.push(resolve));
  }

  #giveBack(client: Client): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#idle.push(client);
    else next(client);
  }
}
