import { assert, err, present, type Result } from '@khuyenhoc/kernel';

/** The queue holds as many commands as it may; the caller should wait and send again. */
export interface QueueFull {
  readonly code: 'QUEUE_FULL';
  readonly waiting: number;
  readonly limit: number;
}

export interface GroupCommitOptions<Command, Answer> {
  /** Decides and writes one batch of one tenant; one answer a command, in order. */
  readonly writeBatch: (tenantId: string, commands: readonly Command[]) => Promise<readonly Answer[]>;
  /** The most commands in one batch. */
  readonly batchLimit: number;
  /** The most batches in flight at once, over all tenants. */
  readonly inFlightLimit: number;
  /** The most commands that wait. */
  readonly queueLimit: number;
}

/**
 * Commands that arrive together are written together. A writer takes all that waits for a tenant as one batch, with no timer
 * when it is idle; tenants take turns; the queue is bounded and says so when it is full. A caller waits for the commit of his
 * own command and for nothing else.
 */
export class GroupCommit<Command, Answer> {
  readonly #options: GroupCommitOptions<Command, Answer>;
  /** Tenants with waiting commands, in turn order. */
  readonly #queues = new Map<string, Waiting<Command, Answer>[]>();
  #waiting = 0;
  #inFlight = 0;
  #wakeScheduled = false;
  #idle: (() => void)[] = [];

  constructor(options: GroupCommitOptions<Command, Answer>) {
    this.#options = options;
  }

  /** Queues commands of one tenant and answers when each is durable or refused. */
  async submit(tenantId: string, commands: readonly Command[]): Promise<Result<readonly Answer[], QueueFull>> {
    if (commands.length === 0) return { ok: true, value: [] };
    const limit = this.#options.queueLimit;
    if (this.#waiting + commands.length > limit) return err({ code: 'QUEUE_FULL', waiting: this.#waiting, limit });
    this.#waiting += commands.length;
    const queue = this.#queues.get(tenantId) ?? [];
    this.#queues.set(tenantId, queue);
    const answers = commands.map(
      (command) => new Promise<Answer>((resolve, reject) => queue.push({ command, resolve, reject })),
    );
    this.#wake();
    return { ok: true, value: await Promise.all(answers) };
  }

  /** Resolves when nothing waits and nothing is in flight, as at shutdown. */
  async drained(): Promise<void> {
    if (this.#waiting === 0 && this.#inFlight === 0) return;
    await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  #wake(): void {
    if (this.#wakeScheduled) return;
    this.#wakeScheduled = true;
    // After this turn of the event loop, so that commands parsed in the same turn share a batch.
    setImmediate(() => {
      this.#wakeScheduled = false;
      while (this.#inFlight < this.#options.inFlightLimit && this.#queues.size > 0) void this.#flush();
    });
  }

  async #flush(): Promise<void> {
    const [tenantId, queue] = present([...this.#queues.entries()][0], 'a tenant with waiting commands');
    this.#queues.delete(tenantId);
    const batch = queue.splice(0, this.#options.batchLimit);
    // What is left goes to the end of the line, so that a busy tenant does not starve the others.
    if (queue.length > 0) this.#queues.set(tenantId, queue);
    this.#waiting -= batch.length;
    this.#inFlight += 1;
    try {
      const answers = await this.#options.writeBatch(
        tenantId,
        batch.map((one) => one.command),
      );
      assert(answers.length === batch.length, 'one answer a command');
      for (const [index, one] of batch.entries()) one.resolve(present(answers[index], 'an answer'));
    } catch (error) {
      for (const one of batch) one.reject(error);
    } finally {
      this.#inFlight -= 1;
      this.#next();
    }
  }

  #next(): void {
    if (this.#queues.size > 0) this.#wake();
    else if (this.#inFlight === 0) for (const resolve of this.#idle.splice(0)) resolve();
  }
}

interface Waiting<Command, Answer> {
  readonly command: Command;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}
