import { previewImport, uploadNominees, verifyHistories, type Session } from '@khuyenhoc/application';
import { subtreeOf } from '@khuyenhoc/domain';
import { parseGlobalId } from '@khuyenhoc/graphql';
import {
  calendarDate,
  nameSortKey,
  present,
  vietnamDate,
  type ActId,
  type AwardId,
  type CampaignId,
  type FileId,
  type ImportId,
  type PersonId,
  type PersonRecordId,
} from '@khuyenhoc/kernel';
import { sha256OfBytes } from '@khuyenhoc/vault';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { localIssuerName } from '../../src/auth/local-issuer.ts';
import { advance, aNomination, openCampaign, takeStep, takeSteps } from '../a-campaign.ts';
import { aNetwork, today, type TestNetwork } from '../a-network.ts';
import { aRow, aWorkbook } from '../imports/makers.ts';
import { startWholeServer, type WholeServer } from '../whole-server.ts';
import { scanDatabase } from './scan-database.ts';

let server: WholeServer;
let network: TestNetwork;
beforeAll(async () => {
  server = await startWholeServer(inject('postgresAdminUrl'));
  network = await aNetwork(server, 'canari');
});
afterAll(() => server.close());

const photo = randomBytes(4_000);
const child = {
  fullName: 'Nguyễn Thị Hoàng Yến',
  birthDate: '2011-06-05',
  school: 'Trường THCS Chim Họa Mi',
  grade: '7A',
  guardianName: 'Nguyễn Văn Sơn Ca',
  guardianRelation: 'bác ruột',
};
const identityNumber = '025313004711';

/** Everything that is known of the child, and two things that are not the child's. */
const canaries = {
  'child: name': child.fullName,
  'child: words of the name, folded': /^hoang$/m,
  'child: place of the name in lists': nameSortKey('Nguyễn Thị Hoàng Yến'),
  'child: year of birth': /^2011$/m,
  'child: masked name': 'N. T. H. Y***',
  'child: school': child.school,
  'child: guardian': child.guardianName,
  'child: relation of the guardian': child.guardianRelation,
  'child: personal number': identityNumber,
  'child: birth date': child.birthDate,
  'child: birth date, as a list has it': '05/06/2011',
  'child: reason of a decision': 'Nhà ở tận Suối Vàng Anh',
  'child: finding of a visit': 'Cháu ở với ông ngoại Sáo Sậu',
  'child: consent on paper': 'Tờ giấy Chào Mào số 12',
  'child: photo': photo,
  'child: SHA-256 of the photo': createHash('sha256').update(photo).digest(),
  'child: SHA-256 of the name': createHash('sha256').update(child.fullName).digest(),
  'child: SHA-256 of the personal number': createHash('sha256').update(identityNumber).digest(),
  'file: name of an uploaded list': 'Danh sách Vành Khuyên.xlsx',
  'donor: name for the receipt alone': 'Ông Bồ Câu',
  'donor: name for everybody': 'Bà Đại Bàng',
  'donor: earmark': 'tặng các em vùng Cánh Cụt',
  'official: name': 'Cán bộ verifier',
  'official: sign-in': 'canari/verifier',
  'official: signer of an act': 'Bà Chim Công',
} as const;

async function sessionOf(key: string): Promise<Session> {
  const found = await server.application.gate.findPeople(
    localIssuerName,
    network.login(key),
    vietnamDate(server.application.useCases.clock.now()),
  );
  const { tenantId, personId, mandates } = present(found[0], key);
  const mandate = present(mandates[0], key);
  return { tenantId, personId, mandate };
}

interface Story {
  readonly awardId: AwardId;
  readonly globalAwardId: string;
  readonly personId: PersonId;
  readonly importId: ImportId;
}

/** A child that everything is known of, whose nomination came by hand, whose list came as a file, and who was rejected in the end. */
async function tellStory(): Promise<Story> {
  const { useCases } = server.application;
  const campaignId = await openCampaign(server, network);
  const nominator = await sessionOf('nominator');
  const nominations = Array.from({ length: 5 }, (_, index) => aNomination(network, campaignId, index));
  const nominated = await takeSteps(server, network.login('nominator'), 'nominate', [
    { ...aNomination(network, campaignId), nominee: child },
    ...nominations.slice(1),
  ]);
  const all = nominated.map((one) => present(one.awardId, JSON.stringify(one)));
  const globalAwardId = present(all[0], 'an award');
  const awardId = present(parseGlobalId(globalAwardId), 'an award').id as AwardId;
  const [nominee] = await useCases.unitOfWork.run(nominator.tenantId, ({ people }) => people.findNomineesOf([awardId]));
  const { person } = present(nominee, 'the nominee');
  const file = {
    fileName: canaries['file: name of an uploaded list'],
    bytes: await aWorkbook([{ ...aRow, fullName: child.fullName, birthDate: '05/06/2011', school: child.school }]),
  };
  const uploaded = await uploadNominees({ ...useCases, digestBytes: sha256OfBytes }, nominator, file);
  const campaign = present(parseGlobalId(campaignId), 'a campaign').id as CampaignId;
  if (!uploaded.ok) throw new Error(uploaded.error.code);
  const previewed = await previewImport(useCases, nominator, {
    importId: uploaded.value.importId,
    campaignId: campaign,
  });
  if (!previewed.ok) throw new Error(previewed.error.code);
  await useCases.unitOfWork.run(nominator.tenantId, async ({ files, records, matching, acts }) => {
    acts.add([
      {
        id: useCases.ids.uuid() as ActId,
        associationId: network.here.id,
        path: network.here.path,
        kind: 'DECISION',
        number: '05/QĐ-HKH',
        title: 'Quyết định khen thưởng',
        body: 'Ban Chấp hành',
        signer: canaries['official: signer of an act'],
        issuedOn: calendarDate('2025-01-01'),
        inForceFrom: calendarDate('2025-01-01'),
        inForceTo: null,
        replacedBy: null,
        fileId: null,
        recordedAt: useCases.clock.now(),
        recordedBy: nominator.personId,
      },
    ]);
    const { bytes, commitment } = useCases.vault.seal(person.key, 'record', JSON.stringify({ number: identityNumber }));
    records.add([
      {
        id: useCases.ids.uuid() as PersonRecordId,
        personId: person.id,
        kind: 'identity-number',
        bytes,
        commitment,
        recordedAt: useCases.clock.now(),
        recordedBy: nominator.personId,
        batchId: useCases.ids.uuid(),
        replacesId: null,
      },
    ]);
    const numberKey = useCases.vault.blindIndex(nominator.tenantId, 'person-match', identityNumber);
    await matching.claimNumbers([{ personId: person.id, numberKey }]);
    files.add(
      {
        id: useCases.ids.uuid() as FileId,
        associationId: network.here.id,
        path: network.here.path,
        kind: 'PHOTO',
        personId: person.id,
        key: null,
        commitment: useCases.vault.commitToFile(person.key, photo),
        type: 'jpeg',
        sizeBytes: photo.length,
        recordedAt: useCases.clock.now(),
        recordedBy: nominator.personId,
        erasedAt: null,
      },
      useCases.vault.encryptFile(person.key, photo),
    );
  });
  await consentAndGive(person.id);
  await decideAll(campaignId, all);
  return { awardId, globalAwardId, personId: person.id, importId: uploaded.value.importId };
}

/** All are approved and published with what was agreed to, and the approval of the first is revoked. */
async function decideAll(campaignId: string, awardIds: readonly string[]): Promise<void> {
  await advance(server, network, campaignId, 'CLOSE_NOMINATION');
  const step = (who: string, mutation: string, expectedVersion: number, more: object = {}) =>
    takeSteps(
      server,
      network.login(who),
      mutation,
      awardIds.map((awardId) => ({ awardId, expectedVersion, idempotencyKey: randomUUID(), ...more })),
    );
  await step('verifier', 'verifyNominations', 1, { finding: canaries['child: finding of a visit'] });
  await step('approver-1', 'approveAwards', 2);
  await step('approver-2', 'approveAwards', 3);
  for (const action of ['START_APPROVAL', 'START_DISBURSEMENT']) await advance(server, network, campaignId, action);
  const published = await server.graphql<{ readonly publishResults: { readonly awards?: number } }>(
    network.login('officer'),
    'mutation($input: PublishResultsInput!) { publishResults(input: $input) { ... on ResultsPublished { awards } ... on Refusal { message } } }',
    { input: { campaignId } },
  );
  expect(published.data?.publishResults.awards, published.text).toBe(5);
}

async function consentAndGive(personId: PersonId): Promise<void> {
  const item = {
    personId,
    purpose: 'PUBLISH_NAME',
    giver: 'REPRESENTATIVE',
    representative: { name: child.guardianName, relation: child.guardianRelation },
    paper: canaries['child: consent on paper'],
    givenOn: today(),
  };
  const given = await server.graphql<{ readonly giveConsents: { readonly consentIds?: readonly string[] } }>(
    network.login('nominator'),
    'mutation($input: GiveConsentsInput!) { giveConsents(input: $input) { ... on ConsentsGiven { consentIds } ... on Refusal { code message } } }',
    { input: { items: [item], idempotencyKey: randomUUID() } },
  );
  expect(given.data?.giveConsents.consentIds, given.text).toHaveLength(1);
  const donation = { amount: '1000', receivedOn: today(), earmark: canaries['donor: earmark'] };
  const items = [
    { ...donation, receiptNumber: 'PT-11', donorName: canaries['donor: name for the receipt alone'] },
    { ...donation, receiptNumber: 'PT-12', donorName: canaries['donor: name for everybody'], namesDonor: true },
  ];
  const received = await server.graphql<{ readonly recordDonations: { readonly total?: string } }>(
    network.login('treasurer'),
    'mutation($input: RecordDonationsInput!) { recordDonations(input: $input) { ... on DonationsRecorded { total } ... on Refusal { message } } }',
    { input: { fundId: network.fundId, items, idempotencyKey: randomUUID() } },
  );
  expect(received.data?.recordDonations.total, received.text).toBe('2000');
}

async function erase(personId: PersonId): Promise<unknown> {
  const answer = await server.graphql<{ readonly eraseSubjects: unknown }>(
    network.login('officer'),
    'mutation($input: EraseSubjectsInput!) { eraseSubjects(input: $input) { __typename ... on SubjectsErased { keptAwards } ... on Refusal { code } } }',
    { input: { personIds: [personId], reason: 'REQUESTED', idempotencyKey: randomUUID() } },
  );
  return present(answer.data, answer.text).eraseSubjects;
}

test('a dump shows of people what its page says and nothing else, and after an erasure nothing of the child', async () => {
  const story = await tellStory();
  const before = await scanDatabase(server.ownerUrl, canaries);
  expect([...new Set(before.map(({ column, canary }) => `${column}: ${canary}`))].toSorted()).toEqual(
    (await documentedColumns()).toSorted(),
  );
  expect(await erase(story.personId)).toMatchObject({ code: 'AWARDS_OPEN' });
  const revoked = await takeStep(server, network.login('approver-1'), 'rejectAwards', {
    awardId: story.globalAwardId,
    expectedVersion: 4,
    reason: canaries['child: reason of a decision'],
  });
  expect(revoked.version, JSON.stringify(revoked)).toBe(5);
  expect(await erase(story.personId)).toEqual({ __typename: 'SubjectsErased', keptAwards: 1 });

  const after = await scanDatabase(server.ownerUrl, canaries);
  expect(after.filter(({ canary }) => canary.startsWith('child:'))).toEqual([]);
  // What was sealed for the child is opened by nothing that is left: its key is gone, and its list came under another.
  const officer = await sessionOf('officer');
  const scope = { tenantId: officer.tenantId, ...subtreeOf(officer.mandate.path) };
  const { reads, useCases } = server.application;
  expect((await reads.sealedValues(scope, [story.awardId])).every(({ key }) => key === null)).toBe(true);
  expect(await verifyHistories({ reads, digest: useCases.digest }, scope, [story.awardId])).toMatchObject([
    { events: 5, fault: null },
  ]);
  const list = await useCases.unitOfWork.run(officer.tenantId, ({ imports }) => imports.lock(story.importId));
  expect(list?.content).toHaveLength(0);
  expect(useCases.vault.open(present(list, 'the list').key, present(list, 'the list').name)).toBe(
    canaries['file: name of an uploaded list'],
  );
  const logged = server.failures.join('\n');
  for (const [canary, sought] of Object.entries(canaries))
    if (typeof sought === 'string') expect(logged, canary).not.toContain(sought);
  const nothing = await takeStep(server, network.login('nominator'), 'resubmitNominations', {
    awardId: story.globalAwardId,
    expectedVersion: 5,
  });
  expect(nothing).toMatchObject({ code: 'SUBJECT_ERASED' });
});

/** The rows of the page's table, as `table.column: what`. */
async function documentedColumns(): Promise<readonly string[]> {
  const page = await readFile(new URL('../../../vault/STOLEN-DUMP.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| `([a-z_.]+)` +\| ([^|]+?) +\|/gm)];
  expect(rows.length).toBeGreaterThan(0);
  return rows.map(([, column = '', what = '']) => `${column}: ${what}`);
}
