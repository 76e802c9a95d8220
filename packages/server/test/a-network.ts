import { foundNetwork } from '@khuyenhoc/application';
import { atFounding, pathBelow, type Association, type Role } from '@khuyenhoc/domain';
import { globalId } from '@khuyenhoc/graphql';
import {
  calendarDate,
  present,
  type CalendarDate,
  type MandateId,
  type PersonId,
  type TenantId,
} from '@khuyenhoc/kernel';
import { randomUUID } from 'node:crypto';
import { localIssuerName } from '../src/auth/local-issuer.ts';
import type { WholeServer } from './whole-server.ts';

/** A province with two communes, and everybody whom a campaign needs. Logins begin with the network's name. */
export interface TestNetwork {
  readonly login: (key: string) => string;
  /** A login that acts under the mandate of one role. */
  readonly as: (key: string, role: Role) => { readonly login: string; readonly mandate: MandateId };
  readonly province: Association;
  readonly here: Association;
  readonly there: Association;
  readonly fundId: string;
}

type Office = readonly [key: string, at: 'province' | 'here' | 'there', roles: readonly Role[], until?: CalendarDate];

const offices: readonly Office[] = [
  ['officer', 'province', ['officer']],
  ['treasurer', 'province', ['treasurer']],
  ['auditor', 'province', ['auditor']],
  ['approver-1', 'province', ['approver']],
  ['approver-2', 'province', ['approver']],
  ['board-treasurer', 'province', ['approver', 'treasurer']],
  ['nominator', 'here', ['nominator']],
  ['verifier', 'here', ['verifier']],
  ['teacher-verifier', 'here', ['nominator', 'verifier']],
  ['nominator-there', 'there', ['nominator']],
  ['verifier-there', 'there', ['verifier']],
  ['retired', 'here', ['verifier'], calendarDate('2025-12-31')],
];

/** Founds the network, opens its fund and gives it two hundred million đồng. */
export async function aNetwork(server: WholeServer, name: string): Promise<TestNetwork> {
  const { ids } = server.application.useCases;
  const tenantId = ids.uuid() as TenantId;
  const province = node(server, tenantId, `Hội Khuyến học tỉnh ${name}`, null);
  const places = {
    province,
    here: node(server, tenantId, 'Hội Khuyến học xã Đồi Chè', province),
    there: node(server, tenantId, 'Hội Khuyến học xã Rừng Cọ', province),
  };
  const login = (key: string) => `${name}/${key}`;
  const mandates = new Map<string, MandateId>();
  await foundNetwork(server.application.useCases, {
    tenantId,
    name: province.name,
    associations: Object.values(places),
    people: offices.map(([key, at, roles, validTo = null]) => {
      const personId = ids.uuid() as PersonId;
      return {
        id: personId,
        profile: { ...anOfficial, fullName: `Cán bộ ${key}` },
        identity: { issuer: localIssuerName, subject: login(key) },
        mandates: roles.map((role) => {
          const id = ids.uuid() as MandateId;
          mandates.set(`${key} ${role}`, id);
          const { id: associationId, path } = places[at];
          const validity = { validFrom: calendarDate('2023-01-01'), validTo };
          return { id, personId, role, associationId, path, ...validity, decision: '01/QĐ-HKH' };
        }),
      };
    }),
  });
  return {
    login,
    as: (key, role) => ({ login: login(key), mandate: present(mandates.get(`${key} ${role}`), `${key} as ${role}`) }),
    ...places,
    fundId: await aFund(server, login('treasurer'), province),
  };
}

const anOfficial = { birthDate: null, school: null, grade: null, guardianName: null, guardianRelation: null };

function node(server: WholeServer, tenantId: TenantId, name: string, parent: Association | null): Association {
  const id = server.application.useCases.ids.associationId();
  const path = pathBelow(parent?.path ?? null, id);
  const classes = { ...atFounding, foundedOn: calendarDate('2020-01-01') };
  return {
    tenantId,
    id,
    name,
    typeCode: parent === null ? 'province' : 'commune',
    parentId: parent?.id ?? null,
    path,
    ...classes,
  };
}

/** The global id of an association. */
export const idOfAssociation = ({ tenantId, id }: Association): string => globalId('Association', tenantId, id);

async function aFund(server: WholeServer, treasurer: string, at: Association): Promise<string> {
  const opened = await server.graphql<{ readonly openFund: { readonly fundId: string } }>(
    treasurer,
    'mutation($input: OpenFundInput!) { openFund(input: $input) { ... on FundOpened { fundId } } }',
    {
      input: {
        associationId: idOfAssociation(at),
        name: 'Quỹ khuyến học',
        legalForm: 'ASSOCIATION_ACCOUNT',
        idempotencyKey: randomUUID(),
      },
    },
  );
  const { fundId } = present(opened.data, opened.text).openFund;
  const received = await server.graphql<{ readonly recordDonations: { readonly total: string } }>(
    treasurer,
    'mutation($input: RecordDonationsInput!) { recordDonations(input: $input) { ... on DonationsRecorded { total } } }',
    {
      input: {
        fundId,
        items: [{ amount: '200000000', receivedOn: today(), receiptNumber: 'PT-01' }],
        idempotencyKey: randomUUID(),
      },
    },
  );
  if (received.data?.recordDonations.total !== '200000000') throw new Error(received.text);
  return fundId;
}

/** A day in Việt Nam, so many days from today. */
export function today(plusDays = 0): string {
  return new Date(Date.now() + 7 * 3_600_000 + plusDays * 86_400_000).toISOString().slice(0, 10);
}
