import { expect, test } from 'vitest';
import { globalId, idOf, parseGlobalId } from '../src/global-id.ts';
import { aSession, awardIdOf, otherTenantId, province, tenantId } from './makers.ts';

test('a global id names type, network and id, and reads back as they were', () => {
  const text = globalId('Award', tenantId, awardIdOf(1));
  expect(Buffer.from(text, 'base64url').toString()).toBe(`Award:${tenantId}:${awardIdOf(1)}`);
  expect(parseGlobalId(text)).toEqual({ type: 'Award', tenantId, id: awardIdOf(1) });
  expect(parseGlobalId(globalId('Association', tenantId, province))?.id).toBe(province);
});

test('an id of another type or another network is no id', () => {
  const session = aSession('officer');
  expect(idOf(session, 'Award', globalId('Award', tenantId, awardIdOf(1)))).toBe(awardIdOf(1));
  expect(idOf(session, 'Campaign', globalId('Award', tenantId, awardIdOf(1)))).toBeNull();
  expect(idOf(session, 'Award', globalId('Award', otherTenantId, awardIdOf(1)))).toBeNull();
  expect(idOf(null, 'Award', globalId('Award', tenantId, awardIdOf(1)))).toBeNull();
});

test('only the one spelling of an id is read', () => {
  const text = globalId('Award', tenantId, awardIdOf(1));
  const encoded = (inside: string) => Buffer.from(inside).toString('base64url');
  const wrong = [
    '',
    'x',
    `${text}=`,
    `${text}\n`,
    ` ${text}`,
    encoded(`award:${tenantId}:${awardIdOf(1)}`),
    encoded(`constructor:${tenantId}:${awardIdOf(1)}`),
    encoded(`Award:${tenantId}`),
    encoded(`Award:${tenantId}:${awardIdOf(1)}:more`),
    encoded(`Award:${tenantId}:${awardIdOf(1).toUpperCase()}`),
    encoded(`Award:${tenantId}:' or 1=1 --`),
    encoded(`Association:${tenantId}:${awardIdOf(1)}`),
    text.repeat(5),
  ];
  expect(wrong.filter((one) => parseGlobalId(one) !== null)).toEqual([]);
});
