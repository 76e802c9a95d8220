import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createLogger } from '../src/logger.ts';

test('fields that tell of a person, and tokens, never reach the log, at any depth', () => {
  const { logger, text } = aLogger();
  logger.info(
    {
      requestId: 'r-1',
      request: { headers: { authorization: 'Bearer abc', accept: 'x' } },
      nominee: {
        fullName: 'Trần Văn Mẫu',
        birthDate: '2014-01-01',
        personalNumber: '001214000001',
        guardian: { phone: '0900000000' },
      },
      list: [{ token: 'abc' }],
    },
    'nominated',
  );
  const line = text();
  expect(line).toContain('"requestId":"r-1"');
  expect(line).toContain('"accept":"x"');
  for (const secret of ['Trần', '2014', '0012', '0900', 'abc']) expect(line).not.toContain(secret);
});

test('tokens, passwords in addresses and personal numbers are cut out of messages and errors too', () => {
  const { logger, text } = aLogger();
  const error = Object.assign(
    new Error('cannot connect to postgresql://app:hunter2@db/x', { cause: new Error('child 001214000001') }),
    {
      code: '23505',
      detail: 'Key (personal_number)=(001214000002) already exists.',
    },
  );
  logger.error({ err: error }, 'Bearer eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJ4In0.c2ln was refused');
  const line = text();
  expect(line).toContain('23505');
  expect(line).toContain('"stack"');
  for (const secret of ['hunter2', '001214000001', '001214000002', 'eyJ']) expect(line).not.toContain(secret);
});

test('a value that holds itself is logged to a limit', () => {
  const { logger, text } = aLogger();
  const knot: Record<string, unknown> = { size: 10n };
  knot['self'] = knot;
  logger.warn({ knot }, 'knot');
  expect(text()).toContain('[deeper]');
});

function aLogger() {
  let written = '';
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written += chunk.toString('utf8');
      done();
    },
  });
  return { logger: createLogger({ level: 'debug', destination }), text: () => written };
}
