/**
 * Why an embedded PostgreSQL did not start. Steps deep inside throw {@link StepFailed}; the start function turns it into a
 * refusal once, so that no step has to hand failures of the operating system through its own answer.
 */

/** The step of a start that failed. */
export type StartStep = 'BINARIES' | 'DATA_FOLDER' | 'PASSWORD' | 'ORPHAN' | 'INITDB' | 'START' | 'DATABASE';

/** What the caller is told. `detail` is English text for the person who repairs it, often PostgreSQL's own last lines. */
export type EmbeddedPostgresRefusal =
  | { readonly code: 'DATA_DIR_IN_USE'; readonly dataDir: string; readonly pid: number | undefined }
  | {
      readonly code: 'EMBEDDED_POSTGRES_FAILED';
      readonly dataDir: string;
      readonly step: StartStep;
      readonly detail: string;
    };

/** Thrown by a step that cannot go on. It never leaves this package. */
export class StepFailed extends Error {
  override readonly name = 'StepFailed';
  readonly step: StartStep;

  constructor(step: StartStep, detail: string, cause?: unknown) {
    super(detail, { cause });
    this.step = step;
  }
}

/** Runs a step and names it in whatever it throws. */
export async function inStep<Value>(step: StartStep, run: () => Promise<Value>): Promise<Value> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof StepFailed) throw error;
    throw new StepFailed(step, error instanceof Error ? error.message : String(error), error);
  }
}
