import type { ReadScope, Reads } from '@khuyenhoc/application';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '../database.ts';
import { readAssociationCounts, readAssociationPages, readAssociations } from './association-reads.ts';
import { readAwardCounts, readAwardEvents, readAwardPages, readAwards, readSealedValues } from './award-reads.ts';
import {
  readAllotments,
  readCampaignEvents,
  readCampaignPages,
  readCampaigns,
  readCampaignSummaries,
} from './campaign-reads.ts';
import { readDonationPages, readFunds, readTransfers } from './fund-reads.ts';
import { readImportRows, readImports } from './import-reads.ts';
import { readLedgerReport } from './ledger-report.ts';
import { readPeople } from './person-reads.ts';
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
    people: scoped(readPeople),
    funds: scoped(readFunds),
    donationPages: scoped(readDonationPages),
    transfers: scoped(readTransfers),
    ruleSets: scoped(readRuleSets),
    workflows: scoped(readWorkflows),
    imports: scoped(readImports),
    importRows: scoped(readImportRows),
    ledgerReport: (tenantId) =>
      database.transaction({ role: 'writer', tenantId }, (em) => readLedgerReport(em, tenantId)),
  };
}
