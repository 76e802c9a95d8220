import { storeFile } from '@khuyenhoc/application';
import type { Association } from '@khuyenhoc/domain';
import { globalId } from '@khuyenhoc/graphql';
import { sha256OfBytes } from '@khuyenhoc/vault';
import type { Application } from '../../src/application.ts';
import { fileInspector } from '../../src/files/file-inspector.ts';
import { aPdf } from '../files/a-document.ts';
import type { Hand } from './a-hand.ts';
import { viewerAs } from './actors.ts';
import { follow, member } from './ask.ts';
import { canaryOf, innerCanaryOf } from './canaries.ts';
import { goodFacts } from './good-facts.ts';
import type { Things } from './things.ts';

/** What is known of the people of a place, and the papers that say so: acts, files, consents, relationships, records, figures. */
export async function furnishPeople(
  application: Application,
  hand: Hand,
  at: Association,
  things: Things,
): Promise<Things> {
  const { does, spot, today } = hand;
  const associationId = globalId('Association', at.tenantId, at.id);
  const people = await peopleOf(hand, things);
  const person = { personId: people['id Person'] };
  const act = {
    kind: 'DECISION',
    number: `02/QĐ-${canaryOf(spot)}`,
    title: `Quyết định ${canaryOf(spot)}`,
    body: `Hội ${canaryOf(spot)}`,
    signer: `Chủ tịch ${canaryOf(spot)}`,
    issuedOn: '2020-01-01',
    inForceFrom: '2020-01-01',
  };
  const Act = await does(
    'officer',
    'registerActs',
    { associationId, items: [act] },
    '... on ActsRegistered { acts { id } }',
  );
  const consent = {
    ...person,
    purpose: 'PUBLISH_PHOTO',
    giver: 'REPRESENTATIVE',
    representative: { name: `Cha ${innerCanaryOf(spot)}`, relation: 'cha' },
    givenOn: today,
    paper: `Phiếu ${innerCanaryOf(spot)}`,
  };
  const bond = { kind: 'SIBLING', ...person, relatedPersonId: people['id Person rejected'], validFrom: '2020-01-01' };
  const record = {
    ...person,
    kind: 'CONTACT',
    content: { phone: null, email: null, address: `Thôn ${innerCanaryOf(spot)}` },
  };
  const figure = {
    associationId,
    indicator: 'members',
    asOf: today,
    value: '100',
    unit: 'PERSONS',
    source: `Báo cáo ${innerCanaryOf(spot)}`,
  };
  const in1 = async (who: string, mutation: string, item: object, wanted: string) =>
    does(who, mutation, { items: [item] }, wanted);
  return {
    ...people,
    Act,
    Mandate: await mandateOf(hand, associationId),
    File: await aFile(application, hand, at),
    'id Consent': await in1('officer', 'giveConsents', consent, '... on ConsentsGiven { consentIds }'),
    'id Relationship': await in1(
      'officer',
      'declareRelationships',
      bond,
      '... on RelationshipsDeclared { relationships { id } }',
    ),
    'id Record': await in1('officer', 'recordPeople', record, '... on PeopleRecorded { records { recordId } }'),
    'id Figure': await in1('officer', 'recordFigures', figure, '... on FiguresRecorded { figures { figureId } }'),
    'id MatchCase': await aMatchCase(hand, things, associationId),
  };
}

/** The children of the awards, by their opaque ids, and an official. */
async function peopleOf({ asks, spot }: Hand, things: Things): Promise<Things> {
  const nominee = async (kind: string) => {
    const told = await asks('officer', 'query($id: ID!) { award(id: $id) { nomineeId } }', { id: things[kind] });
    return textOf(follow(told, ['award', 'nomineeId']), `${kind} at ${spot}`);
  };
  const viewer = await asks('treasurer', '{ viewer { people { personId } } }');
  return {
    'id Person': await nominee('Award disbursed'),
    'id Person rejected': await nominee('Award rejected'),
    'id Person withdrawn': await nominee('Award withdrawn'),
    'id Official': textOf(follow(viewer, ['viewer', 'people', 'personId']), 'an official'),
  };
}

async function mandateOf({ asks }: Hand, associationId: string): Promise<string> {
  const told = await asks('officer', 'query($id: ID!) { association(id: $id) { mandates { id role } } }', {
    id: associationId,
  });
  const mandates = member(member(told, 'association'), 'mandates');
  const auditor: unknown = Array.isArray(mandates)
    ? mandates.find((one) => member(one, 'role') === 'AUDITOR')
    : undefined;
  return textOf(member(auditor, 'id'), `a mandate of ${JSON.stringify(mandates)}`);
}

async function aFile(application: Application, { spot }: Hand, { tenantId, id }: Association): Promise<string> {
  const viewer = await viewerAs(application, 'officer', spot);
  if (viewer.kind !== 'signed-in' || viewer.session === null) throw new Error(`nobody keeps papers at ${spot}`);
  const stored = await storeFile(
    { ...application.useCases, digestBytes: sha256OfBytes, inspector: fileInspector },
    viewer.session,
    {
      kind: 'SCAN',
      associationId: id,
      personId: null,
      claim: { contentType: 'application/pdf', extension: 'pdf' },
      bytes: aPdf(),
    },
  );
  if (!stored.ok) throw new Error(stored.error.code);
  return globalId('File', tenantId, stored.value.file.id);
}

/** A child that may be one who is known already, since only the school differs: nominated all the same, with a reason. */
async function aMatchCase({ does, asks, spot }: Hand, things: Things, associationId: string): Promise<string> {
  const nominee = {
    fullName: `Nguyễn Ngọc Mây ${innerCanaryOf(spot)}`,
    birthDate: '2013-12-11',
    school: `Trường THCS khác ${innerCanaryOf(spot)}`,
    grade: '7A',
  };
  const item = {
    campaignId: things['Campaign nomination'],
    associationId,
    nominee,
    facts: goodFacts,
    duplicateOverride: `gia đình khác ${canaryOf(spot)}`,
  };
  await does('nominator', 'nominate', { items: [item] }, 'results { ... on AwardAccepted { awardId } }');
  const told = await asks('officer', '{ openMatchCases { matchCaseId } }');
  return textOf(follow(told, ['openMatchCases', 'matchCaseId']), `a match case at ${spot}`);
}

function textOf(value: unknown, what: string): string {
  if (typeof value !== 'string') throw new Error(`${what} is not told: ${JSON.stringify(value)}`);
  return value;
}
