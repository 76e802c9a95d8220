import type { TenantId } from '@khuyenhoc/kernel';
import { expect, test } from 'vitest';
import { createVault } from '../src/index.ts';

const vault = createVault({ masterKey: new Uint8Array(32).fill(1) });
const tenant = '01930000-0000-7000-8000-000000000001' as TenantId;
const other = '01930000-0000-7000-8000-000000000002' as TenantId;

test('what is sealed for a subject is read with its key and no other', () => {
  const key = vault.newSubject();
  const sealed = vault.seal(key, 'facts', 'Đinh Thị Mơ');
  expect(vault.open(key, sealed.bytes)).toBe('Đinh Thị Mơ');
  expect(() => vault.open(vault.newSubject(), sealed.bytes)).toThrow();
});

test('a wrapped key is worthless under another master key', () => {
  const key = vault.newSubject();
  const sealed = vault.seal(key, 'facts', 'x');
  const stranger = createVault({ masterKey: new Uint8Array(32).fill(2) });
  expect(() => stranger.open(key, sealed.bytes)).toThrow();
});

test('any changed byte is noticed', () => {
  const key = vault.newSubject();
  const { bytes } = vault.seal(key, 'reason', 'hoàn cảnh');
  for (let index = 0; index < bytes.length; index += 1) {
    const changed = Uint8Array.from(bytes);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(() => vault.open(key, changed), `byte ${index}`).toThrow();
  }
});

test('a commitment is the same for the same value, and another for another label, value or subject', () => {
  const key = vault.newSubject();
  const { commitment } = vault.seal(key, 'facts', 'a');
  expect(vault.seal(key, 'facts', 'a').commitment).toBe(commitment);
  expect(vault.seal(key, 'receipt', 'a').commitment).not.toBe(commitment);
  expect(vault.seal(key, 'facts', 'b').commitment).not.toBe(commitment);
  expect(vault.seal(vault.newSubject(), 'facts', 'a').commitment).not.toBe(commitment);
});

test('the same value is sealed to other bytes each time', () => {
  const key = vault.newSubject();
  const twice = [vault.seal(key, 'facts', 'a'), vault.seal(key, 'facts', 'a')].map((one) =>
    Buffer.from(one.bytes).toString('hex'),
  );
  expect(twice[0]).not.toBe(twice[1]);
});

test('a blind index is equal within a tenant and purpose only', () => {
  const index = vault.blindIndex(tenant, 'person-match', 'mo|2014-05-06');
  expect(vault.blindIndex(tenant, 'person-match', 'mo|2014-05-06')).toBe(index);
  expect(vault.blindIndex(other, 'person-match', 'mo|2014-05-06')).not.toBe(index);
  expect(vault.blindIndex(tenant, 'command-body', 'mo|2014-05-06')).not.toBe(index);
});

test('a master key of another length is refused', () => {
  expect(() => createVault({ masterKey: new Uint8Array(16) })).toThrow('32 bytes');
});
