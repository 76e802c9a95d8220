/**
 * Phú Thọ as an example: the network, the fund, the people and the list of nominees of one campaign, in the first half
 * of 2024. What is exported is data alone; `start.ts` serves it and `demo.ts` plays it through HTTP.
 */
export {
  type ExampleAreaClass,
  type ExampleAssociation,
  type ExampleAssociationType,
  type ExampleTier,
} from './association.ts';
export { campaignCommunes, campaignQuotas, exampleCampaign, type ExampleQuota } from './campaign.ts';
export { type ExampleDonation, type ExampleDonor } from './donations.ts';
export { reportedFigures, type Figure } from './figures.ts';
export { donatedVnd, exampleFund, fundBalanceVnd, type ExampleFund } from './fund.ts';
export { networkCounts, phuThoNetwork, type ExampleNetwork } from './network.ts';
export { nomineeFaults, type NomineeFault } from './nominee-faults.ts';
export {
  circumstances,
  nomineeColumns,
  type ExampleNominee,
  type NomineeCells,
  type NomineeColumn,
  type NomineeExpectation,
} from './nominee-row.ts';
export { nomineeRows } from './nominees.ts';
export { examplePersonas, type ExamplePersona } from './personas.ts';
export { schoolScale, type SchoolScale } from './school-scales.ts';
export { readWorkbook, writeNomineeWorkbook, type NomineeWorkbook } from './workbook.ts';
