import { ClosedTenant, type RelationshipRecord } from '@khuyenhoc/application';
import { calendarDate, instant, type RelationshipId, type TenantId } from '@khuyenhoc/kernel';
import { expect, test } from 'vitest';
import { globalId } from '../../src/global-id.ts';
import {
  aCampaign,
  aNomination,
  aSession,
  campaignId,
  depsOf,
  personIdOf,
  signedIn,
  standardSource,
  tenantId,
  workflowHash,
} from '../makers.ts';
import { run } from '../run.ts';

const now = instant('2024-10-20T02:00:00.000Z');

test('whether a reader is related to the nominees of a page is asked once for the whole page', async () => {
  const awards = [1, 2, 3].map((n) => ({ ...aNomination(n).award, state: 'verified' as const }));
  const { deps, calls } = depsOf({
    reads: {
      awards: (_scope, ids) => Promise.resolve(awards.filter(({ id }) => ids.includes(id))),
      campaigns: () => Promise.resolve([aCampaign({ state: 'approval' })]),
      workflows: () => Promise.resolve([{ hash: workflowHash, source: standardSource, publishedAt: now }]),
      bonds: (_scope, { personId, on }, ids) => {
        expect({ personId, on, asked: ids.length }).toEqual({ personId: personIdOf(9), on: '2024-10-20', asked: 3 });
        return Promise.resolve([{ personId: personIdOf(102), bond: 'RELATIVE' }]);
      },
    },
  });
  const nodes = awards.map(({ id }) => `"${globalId('Award', tenantId, id)}"`).join(', ');
  const source = `{ nodes(ids: [${nodes}]) { ... on Award { can { action reason { code } } } } }`;
  const { data } = await run(
    { ...deps, clock: { now: () => now } },
    signedIn(aSession('approver', { person: 9 })),
    source,
  );
  const approvals = (data as { nodes: { can: { action: string; reason: { code: string } | null }[] }[] }).nodes.map(
    ({ can }) => can.find(({ action }) => action === 'APPROVE')?.reason?.code ?? 'allowed',
  );
  expect(approvals).toEqual(['allowed', 'RELATED_PERSON', 'allowed']);
  expect(calls.filter((call) => call === 'reads.bonds')).toHaveLength(1);
});

test('relationships are read under a permission of their own, by opaque ids', async () => {
  const found: RelationshipRecord = {
    id: '0199aaaa-0000-7000-8000-000000000001' as RelationshipId,
    personId: personIdOf(1),
    relatedPersonId: personIdOf(2),
    kind: 'PARENT',
    validFrom: calendarDate('2020-01-01'),
    validTo: null,
    recordedAt: now,
    recordedBy: personIdOf(9),
  };
  const { deps, calls } = depsOf({ reads: { relationships: () => Promise.resolve([found]) } });
  const ask = (id: string) => `{ relationships(personId: "${id}") { id kind personId relatedPersonId validTo } }`;
  const { data } = await run(deps, signedIn(aSession('officer')), ask(personIdOf(2)));
  expect(data).toEqual({
    relationships: [
      { id: found.id, kind: 'PARENT', personId: personIdOf(1), relatedPersonId: personIdOf(2), validTo: null },
    ],
  });
  expect((await run(deps, signedIn(aSession('treasurer')), ask(personIdOf(2)))).data).toEqual({ relationships: [] });
  expect((await run(deps, signedIn(aSession('officer')), ask('x'))).data).toEqual({ relationships: [] });
  expect(calls).toEqual(['reads.relationships']);
});

const declare = (personId: string) => `mutation {
  declareRelationships(input: { idempotencyKey: "key-00000001", items: [
    { personId: "${personId}", relatedPersonId: "${personIdOf(2)}", kind: SIBLING, validFrom: "2020-01-01" }
  ] }) { __typename ... on Refusal { code message } ... on TenantClosed { closedOn successorName } }
}`;

test('an id that names nobody is refused before anything is asked', async () => {
  const { deps, calls } = depsOf();
  const { data } = await run(deps, signedIn(aSession('officer')), declare('nobody'));
  expect(data).toMatchObject({ declareRelationships: { __typename: 'NotFound' } });
  expect(calls).toEqual([]);
});

test('a closed network is told as a refusal by every command, with where it goes on', async () => {
  const refusal = {
    code: 'TENANT_CLOSED',
    closedOn: calendarDate('2025-07-01'),
    successorId: '0199aaaa-0000-7000-8000-0000000000aa' as TenantId,
    successorName: 'Hội Khuyến học tỉnh Mới',
  } as const;
  const { deps } = depsOf();
  const closed = {
    ...deps,
    clock: { now: () => now },
    unitOfWork: { run: () => Promise.reject(new ClosedTenant(refusal)) },
    plans: { load: () => Promise.reject(new ClosedTenant(refusal)) },
  };
  const told = {
    __typename: 'TenantClosed',
    code: 'TENANT_CLOSED',
    closedOn: '2025-07-01',
    successorName: refusal.successorName,
  };
  const one = await run(closed, signedIn(aSession('officer')), declare(personIdOf(1)));
  expect(one.data).toMatchObject({ declareRelationships: told });
  const campaign = globalId('Campaign', tenantId, campaignId);
  const nominate = `mutation { nominate(input: { items: [{ campaignId: "${campaign}", associationId: "${globalId('Association', tenantId, aNomination(1).award.associationId)}",
    nominee: { fullName: "Em Mẫu" }, facts: {}, idempotencyKey: "key-00000002" }] }) {
    results { __typename ... on Refusal { code } ... on TenantClosed { closedOn successorName } } } }`;
  const list = await run(closed, signedIn(aSession('nominator')), nominate);
  expect(list.data).toMatchObject({ nominate: { results: [told] } });
});
