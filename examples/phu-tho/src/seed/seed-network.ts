import { foundNetwork, type NewOfficial } from '@khuyenhoc/application';
import { atFounding, pathBelow, type Association } from '@khuyenhoc/domain';
import {
  calendarDate,
  present,
  type AssociationId,
  type MandateId,
  type PersonId,
  type TenantId,
} from '@khuyenhoc/kernel';
import { localIssuerName, type Application } from '@khuyenhoc/server';
import type { ExampleAssociation } from '../association.ts';
import { phuThoNetwork } from '../network.ts';
import type { ExamplePersona } from '../personas.ts';
import { areaClassCodes } from './area-class-codes.ts';

/** An id of its own for ever, as every network has. */
const tenantId = '018d0c5e-7a00-7000-8000-000000000025' as TenantId;

/** The tree, and the first people with their mandates in it. */
export async function seedNetwork(application: Application, personas: readonly ExamplePersona[]): Promise<void> {
  const { ids } = application.useCases;
  const { root, associations } = phuThoNetwork();
  const idByRef = new Map(associations.map((one) => [one.ref, ids.associationId()]));
  const byRef = new Map<string, Association>();
  for (const one of associations) byRef.set(one.ref, associationOf(one, idByRef, byRef));
  const people = personas.map((persona): NewOfficial => {
    const personId = ids.uuid() as PersonId;
    const { id, path } = present(byRef.get(persona.associationRef), `association ${persona.associationRef}`);
    const mandateId = ids.uuid() as MandateId;
    const mandate = { id: mandateId, personId, role: persona.role, associationId: id, path };
    return {
      id: personId,
      profile: {
        fullName: persona.fullName,
        birthDate: null,
        school: null,
        grade: null,
        guardianName: null,
        guardianRelation: null,
      },
      identity: { issuer: localIssuerName, subject: persona.subject },
      mandates: [
        {
          ...mandate,
          validFrom: calendarDate('2023-01-01'),
          validTo: null,
          decision: 'Quyết định giao nhiệm vụ (dùng thử)',
        },
      ],
    };
  });
  await foundNetwork(application.useCases, { tenantId, name: root.name, associations: [...byRef.values()], people });
}

function associationOf(
  one: ExampleAssociation,
  idByRef: ReadonlyMap<string, AssociationId>,
  above: ReadonlyMap<string, Association>,
): Association {
  const id = present(idByRef.get(one.ref), one.ref);
  const parent = one.parentRef === null ? null : present(above.get(one.parentRef), one.parentRef);
  return {
    tenantId,
    id,
    name: one.name,
    typeCode: one.type,
    parentId: parent?.id ?? null,
    path: pathBelow(parent?.path ?? null, id),
    ...atFounding,
    areaClass: one.areaClass === null ? null : areaClassCodes[one.areaClass],
    placeCode: one.placeCode,
    foundedOn: calendarDate(one.foundedOn),
  };
}
