import { setTimeout as sleep } from 'node:timers/promises';
import { createHttpServer } from '../src/http/create-http-server.ts';
import { createLogger } from '../src/logger.ts';
import { installShutdown } from '../src/shutdown.ts';

/** A program for tests: a server with one slow answer and two parts that say when they close. */
const [, , slowMs = '500', capMs = '5000', broken = ''] = process.argv;
const say = (line: string) => void process.stdout.write(`${line}\n`);
const logger = createLogger({ level: 'silent' });

const server = createHttpServer({
  routes: [
    {
      path: '/slow',
      methods: ['GET'],
      body: { kind: 'NONE' },
      handle: async () => {
        say('working');
        await sleep(Number(slowMs));
        say('answered');
        return Response.json({ done: true });
      },
    },
  ],
  readiness: () => Promise.resolve({ ready: true, parts: {} }),
  corsOrigins: [],
  maxRequests: 10,
  maxStreams: 10,
  logger,
});

const listening = await server.listen({ host: '127.0.0.1', port: 0 });
if (!listening.ok) throw new Error(listening.error.code);
installShutdown({
  drain: server.drain,
  closers: [
    { name: 'first', close: () => Promise.resolve(say('first closed')) },
    {
      name: 'second',
      close: () => (broken === 'broken' ? Promise.reject(new Error('no')) : Promise.resolve(say('second closed'))),
    },
  ],
  logger,
  capMs: Number(capMs),
});
say(listening.value.url);
