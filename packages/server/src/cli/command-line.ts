/** What a command is called with. */
export interface CommandLine {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly arguments: readonly string[];
}

/** 0 it was done, 1 it could not be done, 2 it was asked for wrongly. */
export type ExitCode = 0 | 1 | 2;
