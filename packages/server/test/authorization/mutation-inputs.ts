import { addDays, instantOf, vietnamDate } from '@khuyenhoc/kernel';
import type { Relation, Spot } from './actors.ts';
import { noneOf, type World } from './a-world.ts';
import { goodFacts } from './good-facts.ts';
import type { NodeType } from '@khuyenhoc/graphql';

/** Finds the thing of a kind that stands in the relation asked about, or at a place of the world. */
export type Target = (kind: string, at?: Spot) => string;

/** What each mutation is asked with: everything right, but for who asks and where the thing stands. */
export const mutationInputs: Readonly<Record<string, (target: Target) => Readonly<Record<string, unknown>>>> = {
  acknowledgeReceipts: (t) =>
    step(t('Award disbursed'), 5, { amount: '1000000', signedBy: 'Bùi Văn Mẫu', signedAs: 'cha' }),
  advanceCampaign: (t) => ({ campaignId: t('Campaign draft'), action: 'PUBLISH', expectedVersion: 1 }),
  appealRejections: (t) => step(t('Award rejected'), 2, { reason: 'không trùng' }),
  approveAwards: (t) => step(t('Award verified'), 2),
  closePeriod: () => ({ through: inDays(-300) }),
  confirmImport: (t) => ({ importId: t('Import') }),
  createCampaign: (t) => ({
    associationId: t('Association'),
    title: 'Học bổng mới',
    schoolYear: '2025-2026',
    referenceDate: '2025-11-20',
    ruleSetHash: t('hash of rules'),
    workflowHash: t('hash of workflow'),
    funding: [{ source: 'main', fundId: t('Fund'), amount: '1000000' }],
    quotaUnits: [t('Association')],
  }),
  nominate: (t) => ({
    items: [
      {
        campaignId: t('Campaign nomination'),
        associationId: t('Association'),
        nominee: { fullName: 'Phan Bội Rừng', birthDate: '2012-08-08', school: 'Trường THCS Rừng' },
        facts: goodFacts,
      },
    ],
  }),
  openFund: (t) => ({ associationId: t('Association'), name: 'Quỹ mới', legalForm: 'ASSOCIATION_ACCOUNT' }),
  overturnRejections: (t) => step(t('Award appealed'), 3, { reason: 'đúng là không trùng' }),
  payAwards: (t) => ({
    ...step(t('Award approved'), 4, { amount: '1000000' }),
    method: 'CASH',
    batchNumber: 'BK-02',
  }),
  previewImport: (t) => ({ importId: t('Import'), campaignId: t('Campaign nomination') }),
  publishRuleSet: () => ({
    code: 'moi',
    title: { vi: 'Mới', en: 'New' },
    modules: [
      { moduleId: 'unit-class-quota/eligibility', moduleVersion: '1.0.0', config: {} },
      { moduleId: 'unit-class-quota/award', moduleVersion: '1.0.0', config: { amountVnd: '1000000' } },
    ],
    legalBasis: [{ number: '02/QĐ-HKH', title: { vi: 'Mới', en: 'New' }, inForceFrom: '2020-01-01' }],
  }),
  publishResults: (t) => ({ campaignId: t('Campaign') }),
  recordDonations: (t) => ({
    fundId: t('Fund'),
    items: [{ amount: '1000', receivedOn: inDays(-30), receiptNumber: 'PT-02' }],
  }),
  rejectAwards: (t) => step(t('Award nominated'), 1, { reason: 'trùng suất khác' }),
  resubmitNominations: (t) => step(t('Award returned'), 2, { facts: goodFacts }),
  returnNominations: (t) => step(t('Award nominated'), 1, { reason: 'thiếu giấy' }),
  reversePayments: (t) => step(t('Award disbursed'), 5, { reason: 'chi nhầm' }),
  upholdRejections: (t) => step(t('Award appealed'), 3, { reason: 'vẫn trùng' }),
  attachFiles: (t) => ({ items: [{ awardId: t('Award disbursed'), fileId: t('File'), purpose: 'RECEIPT' }] }),
  coverSeats: (t) => ({
    items: [
      {
        actId: t('Act', 'same'),
        associationId: t('Association'),
        coveredBy: t('Association', 'descendant'),
        personId: t('id Official', 'descendant'),
        role: 'TREASURER',
        validFrom: inDays(7),
        validTo: inDays(37),
      },
    ],
  }),
  decideMatch: (t) => ({
    matchCaseId: t('id MatchCase'),
    expectedVersion: 1,
    decision: 'DIFFERENT',
    reason: 'hai em khác nhau',
  }),
  declareRelationships: (t) => ({
    items: [
      { kind: 'SIBLING', personId: t('id Person'), relatedPersonId: t('id Person withdrawn'), validFrom: '2020-01-01' },
    ],
  }),
  delegateMandates: (t) => ({
    items: [
      {
        associationId: t('Association'),
        personId: t('id Official'),
        validFrom: inDays(7),
        validTo: inDays(37),
      },
    ],
  }),
  endActs: (t) => ({ items: [{ actId: t('Act'), lastDay: inDays(400) }] }),
  endMandates: (t) => ({ acceptGaps: true, items: [{ mandateId: t('Mandate'), lastDay: inDays(400) }] }),
  endRelationships: (t) => ({ items: [{ relationshipId: t('id Relationship'), lastDay: inDays(400) }] }),
  eraseSubjects: (t) => ({ personIds: [t('id Person withdrawn')], reason: 'REQUESTED' }),
  foundAssociations: (t) => ({
    actId: t('Act'),
    on: inDays(-30),
    items: [
      {
        association: {
          name: 'Chi hội mới',
          parentId: t('Association'),
          typeCode: 'BRANCH',
          foundedOn: inDays(-30),
        },
      },
    ],
  }),
  reorganise: (t) => ({
    actId: t('Act'),
    on: inDays(-30),
    order: { rename: { associationId: t('Association'), name: 'Hội đổi tên' } },
    planHash: 'ab'.repeat(32),
  }),
  foundMatchingGroup: () => ({ name: 'Nhóm miền núi', clerk: 'Văn phòng hội', invitedTenantIds: [] }),
  giveConsents: (t) => ({
    items: [
      {
        personId: t('id Person'),
        purpose: 'PUBLISH_NAME',
        giver: 'REPRESENTATIVE',
        representative: { name: 'Bùi Văn Mẫu', relation: 'cha' },
        givenOn: inDays(-30),
        paper: 'Phiếu 1',
      },
    ],
  }),
  grantMandates: (t) => ({
    items: [
      {
        actId: t('Act'),
        associationId: t('Association'),
        official: { fullName: 'Cán bộ Mới' },
        role: 'VERIFIER',
        validFrom: inDays(7),
      },
    ],
  }),
  joinMatchingGroup: (t) => ({ matchingGroupId: t('id of no group') }),
  leaveMatchingGroup: (t) => ({ matchingGroupId: t('id of no group') }),
  linkIdentities: (t) => ({
    items: [{ personId: t('id Official'), signIn: { issuer: 'https://id.example.vn', subject: 'moi' } }],
  }),
  recordFigures: (t) => ({
    items: [
      {
        associationId: t('Association'),
        indicator: 'members',
        asOf: inDays(-60),
        value: '100',
        unit: 'PERSONS',
        source: 'báo cáo',
      },
    ],
  }),
  recordPeople: (t) => ({
    items: [{ personId: t('id Person'), kind: 'CONTACT', content: { phone: null, email: null, address: 'Thôn Đông' } }],
  }),
  registerActs: (t) => ({
    associationId: t('Association'),
    items: [
      {
        kind: 'DECISION',
        number: '99/QĐ-HKH',
        title: 'Quyết định mới',
        body: 'Hội Khuyến học',
        signer: 'Chủ tịch',
        issuedOn: inDays(-40),
        inForceFrom: inDays(-40),
      },
    ],
  }),
  setPublicationProfile: (t) => ({
    campaignId: t('Campaign'),
    expectedVersion: 0,
    name: 'MASKED',
    grade: 'MASKED',
    school: 'HIDDEN',
  }),
  withdrawConsents: (t) => ({ consentIds: [t('id Consent')] }),
  verifyNominations: (t) => step(t('Award nominated'), 1, { finding: 'đã đến nhà' }),
  withdrawAwards: (t) => step(t('Award nominated'), 1, { reason: 'gia đình xin thôi' }),
};

/** A day so far from today: fixed days would lie too far back or be over one day. */
function inDays(days: number): string {
  return addDays(vietnamDate(instantOf(Date.now())), days);
}

/** Where who may do something is not answered that it is done: the list or the plan was not previewed before. */
export const asFarAsItGoes: Readonly<Record<string, string>> = {
  confirmImport: 'IMPORT_NOT_IN_STATE',
  reorganise: 'PLAN_CHANGED',
};

function step(awardId: string, expectedVersion: number, item: object = {}) {
  return { items: [{ awardId, expectedVersion, ...item }] };
}

/** The thing of a kind at the place that a relation names; an id that nothing has for `none`. */
export function targetOf(world: World, relation: Relation): Target {
  return (kind, at) => {
    if (at !== undefined) return thingAt(world, at, kind);
    if (kind === 'id of no group') return world.application.useCases.ids.uuid();
    // A hash names content, wherever it stands; only ids name things that are not there.
    const isHash = kind.startsWith('hash ');
    if (relation !== 'none' && relation !== 'none-foreign') return thingAt(world, relation, kind);
    if (isHash) return thingAt(world, relation === 'none' ? 'same' : 'foreign', kind);
    if (kind.startsWith('id ')) return world.application.useCases.ids.uuid();
    return noneOf(world, (kind.split(' ')[0] ?? '') as NodeType, relation);
  };
}

function thingAt(world: World, spot: Spot, kind: string): string {
  const thing = world.things[spot][kind];
  if (thing === undefined) throw new Error(`the world has no ${kind} at ${spot}`);
  return thing;
}
