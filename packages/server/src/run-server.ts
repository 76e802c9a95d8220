import { renderConfigHelp } from './config-help.ts';
import { readConfig, type Config } from './config.ts';
import { composeServer, type ComposedServer, type Story } from './compose.ts';
import { failureSentence } from './failure-sentence.ts';
import { createLogger } from './logger.ts';
import { installShutdown } from './shutdown.ts';
import type { StartFailure } from './start-failure.ts';

export interface RunOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly arguments: readonly string[];
  readonly story: Story | null;
}

/**
 * Runs a server until it is told to end: reads the settings, composes, listens, says where, and ends cleanly. Whatever keeps it
 * from starting is one sentence in two languages and an exit code.
 */
export async function runServer(options: RunOptions): Promise<void> {
  if (options.arguments.includes('--help')) {
    process.stdout.write(`${renderConfigHelp('vi')}\n\n${renderConfigHelp('en')}\n`);
    return;
  }
  const began = performance.now();
  const config = readConfig(options.environment);
  if (!config.ok) return fail(config.error);
  const logger = createLogger({ level: config.value.logLevel });
  const composed = await composeServer(config.value, logger, options.story);
  if (!composed.ok) return fail(composed.error);
  const { http, closers } = composed.value;
  const shutdown = installShutdown({ drain: http.drain, closers, logger });
  const listening = await http.listen({ host: config.value.host, port: config.value.port });
  if (!listening.ok) {
    say(failureSentence(listening.error));
    await shutdown.begin('the port cannot be used', failureSentence(listening.error).exitCode);
    return;
  }
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  process.stdout.write(welcome(listening.value.url, seconds, config.value, composed.value, options.story));
}

function fail(failure: StartFailure): void {
  const sentence = failureSentence(failure);
  say(sentence);
  process.exitCode = sentence.exitCode;
}

function say({ vi, en }: { readonly vi: string; readonly en: string }): void {
  process.stderr.write(`${vi}\n${en}\n`);
}

function welcome(
  url: string,
  seconds: string,
  config: Config,
  { issuer }: ComposedServer,
  story: Story | null,
): string {
  const lines = [
    '',
    `khuyenhoc  ${url}/graphql  (${seconds} s)`,
    ...(config.mode === 'demo' ? [`GraphiQL   ${url}/graphiql  (không cần internet · works offline)`] : []),
  ];
  if (issuer !== null && story !== null) {
    lines.push('', 'Thẻ đăng nhập dùng thử · demo tokens:');
    for (const persona of story.personas.filter((one) => !one.key.includes('/'))) {
      lines.push(`  curl -s ${url}/demo/token/${persona.key.padEnd(20)} # ${persona.about}`);
    }
  }
  lines.push('', 'Ctrl-C để dừng · to stop', '');
  return lines.join('\n');
}
