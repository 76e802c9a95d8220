import { atFounding, pathBelow, type Association, type Mandate } from '@khuyenhoc/domain';
import {
  cleanText,
  err,
  foldText,
  ok,
  type ActId,
  type AssociationId,
  type CalendarDate,
  type MandateId,
  type PersonId,
  type Result,
  type TenantId,
} from '@khuyenhoc/kernel';
import { foundNetwork, type FoundNetworkDeps } from '../associations/found-network.ts';
import { actNumberKey, type ActRecord } from '../ports/acts.ts';
import type { Ids } from '../ports/ids.ts';
import type { TenantDirectory } from '../ports/tenants.ts';

export interface CreateTenantDeps extends FoundNetworkDeps {
  readonly ids: Ids;
  readonly directory: TenantDirectory;
}

/** A network at its very beginning: the act, the association at its root, and the first officer, who does the rest. */
export interface TenantFounding {
  readonly name: string;
  readonly foundedBy: Pick<ActRecord, 'number' | 'body' | 'title' | 'signer' | 'issuedOn' | 'inForceFrom'>;
  readonly root: {
    readonly name: string;
    readonly typeCode: string;
    readonly placeCodeSystem: string | null;
    readonly placeCode: string | null;
    readonly foundedOn: CalendarDate;
  };
  readonly officer: {
    readonly fullName: string;
    /** Who says who he is, and how he is called there. */
    readonly issuer: string;
    readonly subject: string;
    /** The decision that appoints him. */
    readonly decision: string;
    readonly validFrom: CalendarDate;
  };
}

export interface CreatedTenant {
  readonly tenantId: TenantId;
  readonly associationId: AssociationId;
  readonly personId: PersonId;
  readonly mandateId: MandateId;
  readonly actId: ActId;
}

/** A network of this name was founded by this act already. */
export interface TenantExists {
  readonly code: 'TENANT_EXISTS';
  readonly id: TenantId;
  readonly name: string;
}

export type CreateTenantRefusal =
  | TenantExists
  /** The officer's mandate would begin before the association does. */
  | { readonly code: 'MANDATE_BEFORE_FOUNDING'; readonly validFrom: CalendarDate; readonly foundedOn: CalendarDate };

/** Founds a network with its first mandate. Nobody has one yet, so only who runs the server can call it. */
export async function createTenant(
  deps: CreateTenantDeps,
  founding: TenantFounding,
): Promise<Result<CreatedTenant, CreateTenantRefusal>> {
  const { root, officer } = founding;
  const exists = await findExisting(deps.directory, founding);
  if (exists !== null) return err(exists);
  if (officer.validFrom < root.foundedOn) {
    return err({ code: 'MANDATE_BEFORE_FOUNDING', validFrom: officer.validFrom, foundedOn: root.foundedOn });
  }
  const tenantId = deps.ids.uuid() as TenantId;
  const personId = deps.ids.uuid() as PersonId;
  const association = rootOf(deps.ids, tenantId, founding);
  const act = actOf(deps, founding, association, personId);
  const mandate: Mandate = {
    id: deps.ids.uuid() as MandateId,
    personId,
    role: 'officer',
    associationId: association.id,
    path: association.path,
    validFrom: officer.validFrom,
    validTo: null,
  };
  await foundNetwork(deps, {
    tenantId,
    name: cleanText(founding.name),
    associations: [association],
    foundedBy: act,
    people: [
      {
        id: personId,
        profile: { fullName: cleanText(officer.fullName), ...nothingElse },
        identity: { issuer: officer.issuer, subject: officer.subject },
        mandates: [{ ...mandate, decision: cleanText(officer.decision) }],
      },
    ],
  });
  return ok({ tenantId, associationId: association.id, personId, mandateId: mandate.id, actId: act.id });
}

/** Of an officer the name is enough. */
const nothingElse = { birthDate: null, school: null, grade: null, guardianName: null, guardianRelation: null } as const;

async function findExisting(
  directory: TenantDirectory,
  { name, foundedBy }: TenantFounding,
): Promise<TenantExists | null> {
  const known = (await directory.all()).find(
    (tenant) =>
      foldText(tenant.name) === foldText(name) &&
      tenant.foundedBy !== null &&
      actNumberKey(tenant.foundedBy.number) === actNumberKey(foundedBy.number),
  );
  return known === undefined ? null : { code: 'TENANT_EXISTS', id: known.id, name: known.name };
}

function rootOf(ids: Ids, tenantId: TenantId, { root }: TenantFounding): Association {
  const id = ids.associationId();
  const { typeCode, placeCodeSystem, placeCode, foundedOn } = root;
  const attached = { placeCodeSystem, placeCode, foundedOn };
  const name = cleanText(root.name);
  return { tenantId, id, name, typeCode, parentId: null, path: pathBelow(null, id), ...atFounding, ...attached };
}

function actOf(
  { ids, clock }: CreateTenantDeps,
  { foundedBy }: TenantFounding,
  { id: associationId, path }: Association,
  recordedBy: PersonId,
): ActRecord {
  return {
    ...foundedBy,
    id: ids.uuid() as ActId,
    associationId,
    path,
    kind: 'DECISION',
    inForceTo: null,
    replacedBy: null,
    fileId: null,
    recordedAt: clock.now(),
    recordedBy,
  };
}
