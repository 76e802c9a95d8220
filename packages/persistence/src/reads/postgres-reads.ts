import type { ReadScope, Reads } from '@khuyenhoc/application';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '../database.ts';
import {
  readAssociationEventPages,
  readAssociationPeriods,
  readAssociationSuccessions,
} from './association-history-reads.ts';
import { readAssociationStories } from './association-story-reads.ts';
import { readAssociationCounts, readAssociationPages, readAssociations } from './association-reads.ts';
import { readAwardCounts, readAwardEvents, readAwardPages, readAwards, readSealedValues } from './award-reads.ts';
import {
  readAllotments,
  readCampaignEvents,
  readCampaignPages,
  readCampaigns,
  readCampaignSummaries,
} from './campaign-reads.ts';
import { readConsents, readPublicationProfiles } from './consent-reads.ts';
import { readDonationPages, readFunds, readTransfers } from './fund-reads.ts';
import { readActCitationPages } from './act-citation-reads.ts';
import { readActPages, readActs } from './act-reads.ts';
import { readFigurePages, readReplacedFigures } from './figure-reads.ts';
import { readFileContents, readFileEvidence, readFiles } from './file-reads.ts';
import { readImportRows, readImports } from './import-reads.ts';
import { readLedgerReport } from './ledger-report.ts';
import { readMandates, readMandatesReaching } from './mandate-reads.ts';
import { readMatchCases, readMatchingGroups, readOpenMatchCases } from './match-reads.ts';
import { readPeople } from './person-reads.ts';
import { readPersonRecords } from './person-record-reads.ts';
import { readPersonPages } from './person-search.ts';
import { readRecipientGroupPeriods, readRecipientGroups, readSchoolPeriods, readSchools } from './school-reads.ts';
import { readBonds, readRelationships } from './relationship-reads.ts';
import { readAssociationFates, readUnitResults } from './result-reads.ts';
import { readSeatGround } from './seat-ground.ts';
import { readRuleSets, readWorkflows } from './source-reads.ts';

/** Reads on PostgreSQL: each is one statement under the reader's role, which sees one tenant and one range of paths. */
export function createPostgresReads(database: Database): Reads {
  const scoped =
    <Rest extends readonly unknown[], Value>(
      read: (em: EntityManager, scope: ReadScope, ...rest: Rest) => Promise<Value>,
    ) =>
    ({ tenantId, from, to }: ReadScope, ...rest: Rest): Promise<Value> => {
      const scope = { tenantId, from, to };
      return database.transaction({ role: 'reader', ...scope }, (em) => read(em, scope, ...rest));
    };
  return {
    associations: scoped(readAssociations),
    associationPages: scoped(readAssociationPages),
    associationCounts: scoped(readAssociationCounts),
    associationPeriods: scoped(readAssociationPeriods),
    associationSuccessions: scoped(readAssociationSuccessions),
    associationEventPages: scoped(readAssociationEventPages),
    associationStories: scoped(readAssociationStories),
    campaigns: scoped(readCampaigns),
    campaignPages: scoped(readCampaignPages),
    campaignSummaries: scoped(readCampaignSummaries),
    campaignEvents: scoped(readCampaignEvents),
    allotments: scoped(readAllotments),
    awards: scoped(readAwards),
    awardPages: scoped(readAwardPages),
    awardCounts: scoped(readAwardCounts),
    awardEvents: scoped(readAwardEvents),
    sealedValues: scoped(readSealedValues),
    mandates: scoped(readMandates),
    mandatesReaching: scoped(readMandatesReaching),
    people: scoped(readPeople),
    personPages: scoped(readPersonPages),
    personRecords: scoped(readPersonRecords),
    matchCases: scoped(readMatchCases),
    openMatchCases: scoped(readOpenMatchCases),
    matchingGroups: scoped(readMatchingGroups),
    schools: scoped(readSchools),
    schoolPeriods: scoped(readSchoolPeriods),
    recipientGroups: scoped(readRecipientGroups),
    recipientGroupPeriods: scoped(readRecipientGroupPeriods),
    consents: scoped(readConsents),
    publicationProfiles: scoped(readPublicationProfiles),
    bonds: scoped(readBonds),
    relationships: scoped(readRelationships),
    seatGround: scoped(readSeatGround),
    funds: scoped(readFunds),
    donationPages: scoped(readDonationPages),
    transfers: scoped(readTransfers),
    ruleSets: scoped(readRuleSets),
    workflows: scoped(readWorkflows),
    imports: scoped(readImports),
    importRows: scoped(readImportRows),
    acts: scoped(readActs),
    actPages: scoped(readActPages),
    actCitationPages: scoped(readActCitationPages),
    files: scoped(readFiles),
    fileContents: scoped(readFileContents),
    fileEvidence: scoped(readFileEvidence),
    figurePages: scoped(readFigurePages),
    replacedFigures: scoped(readReplacedFigures),
    unitResults: scoped(readUnitResults),
    associationFates: scoped(readAssociationFates),
    ledgerReport: (tenantId) =>
      database.transaction({ role: 'writer', tenantId }, (em) => readLedgerReport(em, tenantId)),
  };
}
