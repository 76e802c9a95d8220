import { expect, test } from 'vitest';
import { failureSentence } from '../src/failure-sentence.ts';
import { databaseUnreachable, type StartFailure } from '../src/start-failure.ts';

const url = 'postgresql://app:hunter2@db.example.vn:6543/khuyenhoc';

const failures: readonly (readonly [StartFailure, 1 | 2, readonly string[]])[] = [
  [{ code: 'CONFIG_INVALID', problems: [{ key: 'PORT', vi: 'PORT sai', en: 'PORT is wrong' }] }, 2, ['PORT']],
  [{ code: 'PORT_UNUSABLE', host: '127.0.0.1', port: 4000, reason: 'TAKEN' }, 1, ['4000', '127.0.0.1', 'PORT']],
  [{ code: 'PORT_UNUSABLE', host: '127.0.0.1', port: 80, reason: 'FORBIDDEN' }, 1, ['80', 'PORT']],
  [{ code: 'PORT_UNUSABLE', host: '203.0.113.1', port: 80, reason: 'NO_SUCH_ADDRESS' }, 1, ['203.0.113.1', 'HOST']],
  [{ code: 'DATA_DIR_IN_USE', dataDir: '/srv/data', pid: 42 }, 1, ['/srv/data', '42', 'DATA_DIR']],
  [{ code: 'DATA_DIR_IN_USE', dataDir: '/srv/data', pid: undefined }, 1, ['/srv/data', 'DATA_DIR']],
  [
    { code: 'EMBEDDED_POSTGRES_FAILED', dataDir: '/srv', step: 'INITDB', detail: 'no\nspace' },
    1,
    ['/srv', 'no space', 'DATABASE_URL'],
  ],
  [databaseUnreachable(url, failed('ECONNREFUSED')), 1, ['db.example.vn:6543/khuyenhoc', 'DATABASE_URL']],
  [databaseUnreachable(url, failed('28P01')), 1, ['db.example.vn:6543/khuyenhoc']],
  [databaseUnreachable(url, failed('3D000')), 1, ['db.example.vn:6543/khuyenhoc']],
  [
    databaseUnreachable(url, new Error('wrapped', { cause: new AggregateError([failed('ENOTFOUND')]) })),
    1,
    ['db.example.vn'],
  ],
  [databaseUnreachable(url, new Error(`odd trouble with ${url}`)), 1, ['odd trouble']],
  [{ code: 'SCHEMA_NEWER', found: '0099', known: '0012' }, 1, ['0099', '0012']],
];

test.each(failures)(
  '%o is one clear sentence in both languages, and the right exit code',
  (failure, exitCode, facts) => {
    const sentence = failureSentence(failure);
    expect(sentence.exitCode).toBe(exitCode);
    for (const text of [sentence.vi, sentence.en]) {
      expect(text).toMatch(/^[^\n]+\.$/);
      expect(text).not.toContain('hunter2');
      for (const fact of facts) expect(text).toContain(fact);
    }
    expect(sentence.vi).not.toBe(sentence.en);
  },
);

test('each reason that a database gives is told apart', () => {
  const codes = ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', '28P01', '28000', '3D000', '53300', '57P03'];
  expect(new Set(codes.map((code) => failureSentence(databaseUnreachable(url, failed(code))).en)).size).toBe(
    codes.length,
  );
});

function failed(code: string): Error {
  return Object.assign(new Error('failed'), { code });
}
