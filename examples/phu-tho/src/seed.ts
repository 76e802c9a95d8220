import {
  advanceCampaign,
  createCampaign,
  foundNetwork,
  identify,
  openFund,
  publishRuleSet,
  recordDonations,
  type DonationInput,
  type NewOfficial,
  type ReadScope,
  type Session,
} from '@khuyenhoc/application';
import { pathBelow, subtreeOf, type Association, type Path } from '@khuyenhoc/domain';
import {
  calendarDate,
  present,
  vietnamDate,
  type AssociationId,
  type FundId,
  type MandateId,
  type PersonId,
  type Result,
  type TenantId,
} from '@khuyenhoc/kernel';
import { localIssuerName, type Application } from '@khuyenhoc/server';
import type { ExampleAssociation } from './association.ts';
import { campaignCommunes, exampleCampaign } from './campaign.ts';
import type { ExampleDonor } from './donations.ts';
import { exampleFund } from './fund.ts';
import { phuThoNetwork } from './network.ts';
import { examplePersonas, type ExamplePersona } from './personas.ts';

/** An id of its own for ever, as every network has. */
const tenantId = '018d0c5e-7a00-7000-8000-000000000025' as TenantId;

/** Books of 2024 are entered at the first start, whenever that is. */
const takeOverDays = 36_500;

/**
 * Fills an empty database with the example: the network, the first people, the fund with its donations, the rule set, and a
 * campaign that is open for nominations. Each part is looked for first, so a start that was cut off goes on where it was.
 */
export async function seedPhuTho(application: Application): Promise<void> {
  const personas = examplePersonas();
  const officerSubject = subjectOf(personas, 'officer');
  const today = vietnamDate(application.useCases.clock.now());
  if ((await application.gate.findPeople(localIssuerName, officerSubject, today)).length === 0) {
    await foundExample(application, personas);
  }
  const officer = await sessionOf(application, officerSubject);
  const treasurer = await sessionOf(application, subjectOf(personas, 'treasurer'));
  const fundId = await seedFund(application, treasurer);
  await seedCampaign(application, officer, fundId);
}

async function foundExample(application: Application, personas: readonly ExamplePersona[]): Promise<void> {
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
      profile: { fullName: persona.fullName, birthDate: null, school: null, grade: null, guardianName: null, guardianRelation: null },
      identity: { issuer: localIssuerName, subject: persona.subject },
      mandates: [{ ...mandate, validFrom: calendarDate('2023-01-01'), validTo: null, decision: 'Quyết định giao nhiệm vụ (dùng thử)' }],
    };
  });
  await foundNetwork(application.useCases, { tenantId, name: root.name, associations: [...byRef.values()], people });
}

const areaClassCodes = { I: 'region-i', II: 'region-ii', III: 'region-iii' } as const;

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
    unitClass: null,
    areaClass: one.areaClass === null ? null : areaClassCodes[one.areaClass],
    placeCode: one.placeCode,
    foundedOn: calendarDate(one.foundedOn),
  };
}

async function seedFund(application: Application, treasurer: Session): Promise<FundId> {
  const scope = scopeOf(treasurer);
  const [known] = await application.reads.funds(scope, 'all');
  const fund =
    known ??
    must(
      await openFund(application.useCases, treasurer, {
        associationId: treasurer.mandate.associationId,
        name: exampleFund.name,
        legalForm: 'ASSOCIATION_ACCOUNT',
      }),
    );
  if (known !== undefined && known.balanceVnd > 0n) return known.id;
  const opening: DonationInput = {
    donorName: null,
    amountVnd: exampleFund.openingBalanceVnd,
    receivedOn: calendarDate(exampleFund.openedOn),
    receiptNumber: 'Số dư đầu kỳ',
    earmark: null,
  };
  const donors = new Map(exampleFund.donors.map((donor) => [donor.key, donor]));
  const donations = exampleFund.donations.map((donation): DonationInput => ({
    donorName: nameOf(donors.get(donation.donorKey)),
    amountVnd: donation.amountVnd,
    receivedOn: calendarDate(donation.receivedOn),
    receiptNumber: donation.receiptNumber,
    earmark: donation.earmark,
  }));
  const deps = { ...application.useCases, lateEntryDays: takeOverDays };
  must(await recordDonations(deps, treasurer, fund.id, [opening, ...donations]));
  return fund.id;
}

/** Whoever wishes to stay unnamed has no name in the database either. */
function nameOf(donor: ExampleDonor | undefined): string | null {
  return donor === undefined || donor.kind === 'ANONYMOUS' ? null : donor.name;
}

async function seedCampaign(application: Application, officer: Session, fundId: FundId): Promise<void> {
  const scope = scopeOf(officer);
  const [page] = await application.reads.campaignPages(scope, [{ limit: 1, after: null, before: null, backwards: false, state: null }]);
  let campaign = page?.items[0]?.item ?? (await draftCampaign(application, officer, fundId));
  for (const [state, action] of [['draft', 'PUBLISH'], ['published', 'OPEN_NOMINATION']] as const) {
    if (campaign.state !== state) continue;
    const step = { campaignId: campaign.id, action, expectedVersion: campaign.version, idempotencyKey: `example ${action}` };
    campaign = must(await advanceCampaign(application.useCases, officer, step));
  }
}

async function draftCampaign(application: Application, officer: Session, fundId: FundId) {
  const areaClasses = exampleCampaign.areaClasses.map((areaClass) => areaClassCodes[areaClass]);
  const module = (part: string, config: object) => ({ moduleId: `vi-em-hieu-hoc/${part}`, moduleVersion: '1.0.0', config: { ...config } });
  const ruleSet = must(
    await publishRuleSet(application.useCases, officer, {
      id: 'vi-em-hieu-hoc',
      title: { vi: exampleCampaign.name, en: exampleCampaign.nameEn },
      modules: [
        module('eligibility', { areaClasses, resultsOf: 'campaign-school-year' }),
        module('award', {}),
        module('allocation', { areaClasses }),
      ],
      legalBasis: [
        {
          number: 'Vì em hiếu học 2014',
          title: {
            vi: 'Chương trình phối hợp Viettel – Hội Khuyến học Việt Nam – Bộ Giáo dục và Đào tạo',
            en: 'Joint program of Viettel, the Vietnam Association for Promoting Education and the Ministry of Education and Training',
          },
          inForceFrom: calendarDate('2014-09-01'),
          inForceTo: null,
        },
      ],
    }),
  );
  const { reads } = application;
  const communes = new Set(campaignCommunes(phuThoNetwork().associations).map(({ placeCode, name }) => `${placeCode} ${name}`));
  const quotaUnits = await unitsOf(reads, scopeOf(officer), officer.mandate.associationId, communes);
  const workflowHash = await standardWorkflowHash(application);
  return must(
    await createCampaign(application.useCases, officer, {
      associationId: officer.mandate.associationId,
      title: `${exampleCampaign.name} ${exampleCampaign.schoolYear}`,
      schoolYear: exampleCampaign.schoolYear,
      referenceDate: calendarDate(exampleCampaign.referenceDate),
      ruleSetHash: ruleSet.hash,
      workflowHash,
      funding: [{ source: 'main', fundId, amountVnd: BigInt(quotaUnits.length) * 10n * exampleCampaign.amountVnd }],
      quotaUnits,
    }),
  );
}

/** The ids of communes, found by code and name below the province's own associations. */
async function unitsOf(reads: Application['reads'], scope: ReadScope, root: AssociationId, wanted: ReadonlySet<string>): Promise<readonly AssociationId[]> {
  const below = async (parentIds: readonly AssociationId[]) => {
    const pages = await reads.associationPages(scope, parentIds.map((parentId) => ({ parentId, limit: 1_000, after: null, before: null, backwards: false })));
    return pages.flatMap((page) => page.items.map(({ item }) => item));
  };
  const direct = await below([root]);
  const communes = await below(direct.map((one) => one.id));
  return communes.filter((one) => wanted.has(`${one.placeCode} ${one.name}`)).map((one) => one.id);
}

async function standardWorkflowHash(application: Application): Promise<string> {
  return application.useCases.unitOfWork.run(tenantId, async ({ sources }) =>
    present(await sources.findWorkflowByCode('standard'), 'the standard workflow').hash,
  );
}

function scopeOf({ tenantId: tenant, mandate }: { readonly tenantId: TenantId; readonly mandate: { readonly path: Path } }): ReadScope {
  return { tenantId: tenant, ...subtreeOf(mandate.path) };
}

async function sessionOf(application: Application, subject: string): Promise<Session> {
  const today = vietnamDate(application.useCases.clock.now());
  return must(identify(await application.gate.findPeople(localIssuerName, subject, today), null));
}

function subjectOf(personas: readonly ExamplePersona[], key: string): string {
  return present(personas.find((persona) => persona.key === key), `persona ${key}`).subject;
}

/** The example's own data are accepted, or the example is wrong. */
function must<Value>(result: Result<Value, { readonly code: string }>): Value {
  if (!result.ok) throw new Error(`the example was refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
