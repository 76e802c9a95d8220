import pc from 'picocolors';

/** Tells how far a long step is: one moving line on a terminal, a plain line a step elsewhere. */
export interface Progress {
  step(title: string): void;
  advance(done: number, total: number): void;
  done(result: string): void;
}

/** Progress on a stream. Colours and moving lines only on a terminal, and never with NO_COLOR. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  const live = stream.isTTY && process.env['NO_COLOR'] === undefined;
  const colors = pc.createColors(live);
  let title = '';
  return {
    step(next) {
      title = next;
      if (live) stream.write(`${colors.dim('…')} ${title}`);
    },
    advance(done, total) {
      if (live) stream.write(`\r\u001B[K${colors.dim('…')} ${title} ${done}/${total}`);
    },
    done(result) {
      stream.write(live ? `\r\u001B[K${colors.green('✓')} ${title}: ${result}\n` : `${title}: ${result}\n`);
    },
  };
}

/** Says nothing. */
export const silent: Progress = { step: () => {}, advance: () => {}, done: () => {} };
