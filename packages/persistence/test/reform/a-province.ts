import { foundNetwork, type Session } from '@khuyenhoc/application';
import { atFounding, pathBelow, type Association, type Place, type Role } from '@khuyenhoc/domain';
import { calendarDate, type ActId, type MandateId, type PersonId, type TenantId } from '@khuyenhoc/kernel';
import { systemIds } from '@khuyenhoc/vault';
import type { TestDeps } from '../a-network.ts';

/** A province's network on the real tree of a day: the province, its districts when it has some, and its communes. */
export interface TestProvince {
  readonly tenantId: TenantId;
  readonly code: string;
  readonly root: Association;
  readonly associations: readonly Association[];
  readonly communes: readonly Association[];
  readonly branches: readonly Association[];
  readonly sessions: { readonly [Who in Role | 'secondApprover']: Session };
}

const issuer = 'https://issuer.example';
const officials = ['officer', 'nominator', 'verifier', 'approver', 'secondApprover', 'treasurer', 'auditor'] as const;

/** Founds the network of a province. A branch hangs under each of the first communes. */
export async function aProvince(
  deps: TestDeps,
  places: readonly Place[],
  {
    code,
    branches,
    loginOf,
  }: { readonly code: string; readonly branches: number; readonly loginOf: (who: string) => string },
): Promise<TestProvince> {
  const tenantId = systemIds.uuid() as TenantId;
  const node = (name: string, typeCode: string, parent: Association | null, place: Place | null): Association => {
    const id = systemIds.associationId();
    const attached = place === null ? {} : { placeCodeSystem: place.codeSystem, placeCode: place.code };
    const foundedOn = calendarDate('2020-01-01');
    const path = pathBelow(parent?.path ?? null, id);
    return { tenantId, id, name, typeCode, parentId: parent?.id ?? null, path, ...atFounding, ...attached, foundedOn };
  };
  const province = places.find((one) => one.code === code);
  if (province === undefined) throw new Error(`no place ${code}`);
  const root = node(`Hội Khuyến học ${province.name}`, 'PROVINCE', null, province);
  const districts = places
    .filter((one) => one.parentCode === code && one.code.length === 3)
    .map((place) => node(`Hội Khuyến học ${place.name}`, 'DISTRICT', root, place));
  const parentOf = new Map([root, ...districts].map((one) => [one.placeCode, one]));
  const communes = places.flatMap((place) => {
    const parent = place.code.length === 5 ? parentOf.get(place.parentCode) : undefined;
    return parent === undefined ? [] : [node(`Hội Khuyến học ${place.name}`, 'COMMUNE', parent, place)];
  });
  const hamlets = communes.slice(0, branches).map((commune) => node('Chi hội khu 1', 'BRANCH', commune, null));
  const associations = [root, ...districts, ...communes, ...hamlets];
  const sessions = Object.fromEntries(officials.map((who) => [who, sessionOf(who, root)])) as TestProvince['sessions'];
  await foundNetwork(deps, {
    tenantId,
    name: root.name,
    associations,
    people: officials.map((who) => ({
      id: sessions[who].personId,
      profile: {
        fullName: `Cán bộ ${who}`,
        birthDate: calendarDate('1970-01-01'),
        school: null,
        grade: null,
        guardianName: null,
        guardianRelation: null,
      },
      identity: { issuer, subject: loginOf(who) },
      mandates: [{ ...sessions[who].mandate, decision: '12/QĐ' }],
    })),
  });
  return { tenantId, code, root, associations, communes, branches: hamlets, sessions };
}

function sessionOf(who: (typeof officials)[number], { tenantId, id: associationId, path }: Association): Session {
  const personId = systemIds.uuid() as PersonId;
  const role: Role = who === 'secondApprover' ? 'approver' : who;
  const validity = { validFrom: calendarDate('2024-01-01'), validTo: null };
  const mandate = { id: systemIds.uuid() as MandateId, personId, role, associationId, path, ...validity };
  return { tenantId, personId, mandate };
}

/** Puts the act of the reform into the register of the network that goes on. */
export async function registerAct(deps: TestDeps, { tenantId, root, sessions }: TestProvince): Promise<void> {
  await deps.unitOfWork.run(tenantId, ({ acts }) => {
    acts.add([
      {
        id: systemIds.uuid() as ActId,
        associationId: root.id,
        path: root.path,
        kind: 'LAW',
        number: reformAct,
        title: 'Về việc sắp xếp các đơn vị hành chính cấp xã của tỉnh Phú Thọ năm 2025',
        body: 'Ủy ban Thường vụ Quốc hội',
        signer: 'Chủ tịch Quốc hội',
        issuedOn: calendarDate('2025-06-16'),
        inForceFrom: calendarDate('2025-06-16'),
        inForceTo: null,
        replacedBy: null,
        fileId: null,
        recordedAt: deps.clock.now(),
        recordedBy: sessions.officer.personId,
      },
    ]);
    return Promise.resolve();
  });
}

/** The resolution of the Standing Committee of the National Assembly of 16 June 2025. */
export const reformAct = '1676/NQ-UBTVQH15';
