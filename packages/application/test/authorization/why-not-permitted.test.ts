import { parsePath, roles, type Loan, type Mandate, type Role } from '@khuyenhoc/domain';
import { calendarDate, type AssociationId, type MandateId, type PersonId } from '@khuyenhoc/kernel';
import { describe, expect, test } from 'vitest';
import { permissionNames, permissionOptions, ruleOf, whyNotPermitted } from '../../src/index.ts';

const [root, commune, branch, sibling] = [
  '/a000000000/',
  '/a000000000/b000000000/',
  '/a000000000/b000000000/c000000000/',
  '/a000000000/d000000000/',
].map(parsePath);
if (root === undefined || commune === undefined || branch === undefined || sibling === undefined)
  throw new Error('paths');

function aMandate(role: Role, path = commune, lent?: Loan): Mandate {
  return {
    id: '0199eeee-0000-7000-8000-000000000001' as MandateId,
    personId: '0199cccc-0000-7000-8000-000000000001' as PersonId,
    role,
    associationId: 'b000000000' as AssociationId,
    path: path ?? parsePath('/b000000000/'),
    validFrom: calendarDate('2025-01-01'),
    validTo: null,
    ...(lent === undefined ? {} : { lent }),
  };
}

const delegated: Loan = { kind: 'delegated', from: '0199eeee-0000-7000-8000-000000000002' as MandateId };

describe('a cell of the permission table', () => {
  test('is no for every role that its line does not name', () => {
    for (const permission of permissionNames)
      for (const role of roles.filter((one) => !ruleOf(permission).roles.includes(one)))
        expect(whyNotPermitted(aMandate(role, root), permission, { path: root })).toMatchObject({
          code: 'FORBIDDEN',
          permission,
        });
  });

  test('is no for what stands beside the mandate, whatever the action', () => {
    for (const permission of permissionNames)
      for (const role of ruleOf(permission).roles)
        expect(whyNotPermitted(aMandate(role), permission, { path: sibling })).not.toBeNull();
  });

  test('lets one act on one’s own association and those below, and not on those above', () => {
    expect(whyNotPermitted(aMandate('officer'), 'fund.open', { path: commune })).toBeNull();
    expect(whyNotPermitted(aMandate('officer'), 'fund.open', { path: branch })).toBeNull();
    expect(whyNotPermitted(aMandate('officer'), 'fund.open', { path: root })).toMatchObject({ code: 'BEYOND_REACH' });
  });

  test('gives no power to hand on to whoever acts in another’s place', () => {
    const lent = whyNotPermitted(aMandate('officer', commune, delegated), 'mandate.grant', { path: commune });
    expect(lent).toMatchObject({ code: 'FORBIDDEN', needs: 'OWN' });
    expect(whyNotPermitted(aMandate('officer', commune, delegated), 'fund.open', { path: commune })).toBeNull();
  });

  test('keeps what concerns the whole network for its root', () => {
    expect(whyNotPermitted(aMandate('treasurer'), 'period.close', { path: commune })).toMatchObject({ needs: 'ROOT' });
    expect(whyNotPermitted(aMandate('treasurer', root), 'period.close', { path: root })).toBeNull();
  });

  test('is no in a state of the thing in which it cannot be done', () => {
    const refused = whyNotPermitted(aMandate('officer'), 'fund.open', { path: commune, state: 'closed' });
    expect(refused).toEqual({
      code: 'NOT_IN_STATE',
      permission: 'fund.open',
      state: 'closed',
      required: ['active', 'provisional'],
    });
  });

  test('lends one’s own mandate and nobody else’s', () => {
    const own = aMandate('verifier');
    expect(
      whyNotPermitted(own, 'mandate.delegate', { path: commune, personId: own.personId, state: 'valid' }),
    ).toBeNull();
    expect(whyNotPermitted(own, 'mandate.delegate', { path: commune, state: 'valid' })).toMatchObject({
      code: 'BEYOND_REACH',
    });
  });
});

test('the options on a thing are the actions of its kind, without reading it', () => {
  const options = permissionOptions(aMandate('treasurer'), 'fund', { path: branch });
  expect(options).toEqual([{ permission: 'donation.record', reason: null }]);
});
