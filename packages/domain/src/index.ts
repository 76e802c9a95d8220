export {
  associationStatuses,
  atFounding,
  type Association,
  type AssociationStatus,
  type AssociationTraits,
} from './association/association.ts';
export type { AssociationPeriod } from './association/association-period.ts';
export {
  associationEventTypes,
  parseAssociationEvent,
  type AssociationEvent,
  type AssociationEventBody,
  type AssociationEventType,
  type AssociationHappening,
} from './association/association-events.ts';
export {
  isValidOn,
  kindOf,
  mandateKinds,
  overlap,
  reachesOn,
  roles,
  type GrantedMandate,
  type Loan,
  type Mandate,
  type MandateKind,
  type Role,
} from './association/mandate.ts';
export {
  isRoot,
  isWithin,
  nearestFirst,
  parsePath,
  pathBelow,
  selfAndAbove,
  subtreeOf,
  type Path,
} from './association/path.ts';
export type { AssociationOfTenant, Share, Succession } from './association/succession.ts';
export { changedPath, type PathChange } from './association/access-paths.ts';
export { AssociationTree, type LevelOn } from './association/association-tree.ts';
export type {
  HeldAllotment,
  HeldFund,
  OpenCase,
  OrganisationSnapshot,
  RunningCampaign,
} from './association/organisation-snapshot.ts';
export { planReorganisation } from './association/plan-reorganisation.ts';
export type {
  AllotmentHandover,
  AllotmentPart,
  CampaignHandover,
  CaseHandover,
  FundHandover,
  FundPart,
  MandateHandover,
  ReorganisationPlan,
} from './association/reorganisation-plan.ts';
export { lineOf, type CampaignLine } from './association/hand-over-campaigns.ts';
export type { HandedOverKind, ReorganisationRefusal } from './association/reorganisation-refusal.ts';
export type {
  CloseCommand,
  Destinations,
  FoundCommand,
  Handover,
  MergeCommand,
  MoveCommand,
  NewAssociation,
  RenameCommand,
  ReorganisationCommand,
  ReorganisationDeed,
  ReorganisationKind,
  SplitCommand,
  SuccessorChoice,
} from './association/reorganisation.ts';
export { shareOut } from './association/share-out.ts';
export { associationTraits } from './association/association-traits.ts';
export {
  advanceAward,
  applyStep,
  beginAward,
  whyNot,
  type Advance,
  type AwardStanding,
  type AwardStepEvent,
  type StepRefusal,
} from './award/advance.ts';
export type {
  AcknowledgeCommand,
  Actor,
  ApproveCommand,
  AwardCommand,
  NominateCommand,
  PayCommand,
  PaymentMethod,
  ReasonCommand,
  ReviewCommand,
} from './award/award-command.ts';
export { contentHashOf } from './award/award-content.ts';
export {
  awardEventTypes,
  eventTypeOf,
  parseAwardEvent,
  type AwardEvent,
  type AwardEventBody,
  type AwardEventType,
} from './award/award-events.ts';
export { accountsOf, mayPost } from './award/award-postings.ts';
export type { AwardRefusal } from './award/award-refusal.ts';
export { awardMachine, stepByMachine, type AwardMachine } from './award/award.workflow.ts';
export { amountOf, type Award, type AwardDecision, type AwardItem, type Outcome } from './award/award.ts';
export type { SealedValue } from './award/commitment.ts';
export type { Reservation, ReservedShare } from './award/reservation.ts';
export { decideAward, decideNomination, type AwardChange, type AwardSituation } from './award/decide-award.ts';
export { checkEffectiveDate, type Books } from './award/effective-date.ts';
export { takersOf, type TakenBy } from './award/taken-by.ts';
export { foundingActShape, type FoundingAct } from './tenant/founding-act.ts';
export { tenantStatuses, whyClosed, type Tenant, type TenantClosed } from './tenant/tenant.ts';
export { campaignsThatCross, type AwardStanders } from './tenant/campaigns-that-cross.ts';
export type {
  BalanceMove,
  Continued,
  CrossingAllotment,
  CrossingFund,
  CrossingPlan,
  CrossingQuestion,
  HeldBalance,
  LeavingTenant,
  ReceivingTenant,
} from './tenant/crossing-plan.ts';
export { crossingIds, type CrossingIds } from './tenant/crossing-ids.ts';
export { crossingTransfers } from './tenant/crossing-transfers.ts';
export { planCrossing } from './tenant/plan-crossing.ts';
export {
  findSuccessors,
  placeKey,
  type AssociationSuccessor,
  type CrossingMapping,
  type CrossingUnmapped,
  type MappingUnknown,
  type PlaceSuccessors,
  type SuccessionGround,
  type SuccessorQuestion,
  type Unmapped,
} from './tenant/successors.ts';
export { crossAwardIn, crossAwardOut, type CrossingDeed } from './award/cross-award.ts';
export { crossCampaignIn, crossCampaignOut } from './campaign/cross-campaign.ts';
export { advanceCampaign, type CampaignStepEvent, type CampaignStepRefusal } from './campaign/advance-campaign.ts';
export {
  campaignEventTypeOf,
  campaignEventTypes,
  parseCampaignEvent,
  type CampaignEvent,
  type CampaignEventType,
} from './campaign/campaign-events.ts';
export { campaignMachine, stepCampaignByMachine, type CampaignMachine } from './campaign/campaign.workflow.ts';
export type { Campaign } from './campaign/campaign.ts';
export {
  decideCampaign,
  recordCampaignCreated,
  recordCampaignReorganised,
  type CampaignChange,
  type CampaignCommand,
  type CampaignRefusal,
} from './campaign/decide-campaign.ts';
export {
  accountKinds,
  place,
  vnd,
  type AccountKind,
  type CommodityCode,
  type LockedAccount,
} from './ledger/account.ts';
export { AllotmentPlan, type Allotment } from './ledger/allotment.ts';
export { Balances, type ShortAccount } from './ledger/balances.ts';
export { transferKinds, type Transfer, type TransferKind } from './ledger/transfer.ts';
export { birthdayOf, consentAges, consentAgesOn, type ConsentAges } from './consent/consent-ages.ts';
export {
  consentGivers,
  consentPurposes,
  standsOn,
  type Consent,
  type ConsentGiver,
  type ConsentPurpose,
} from './consent/consent.ts';
export { agreedThrough, isOfAge, missingConsents, neededConsents } from './consent/missing-consents.ts';
export {
  awardsToSettle,
  endsWithoutSubject,
  erasureReasons,
  type AwardOfSubject,
  type ErasureReason,
} from './erasure/erasure.ts';
export {
  checkPublicationProfile,
  defaultPublicationProfile,
  publishedFields,
  purposeOf,
  treatments,
  type PublicationProfile,
  type PublishedField,
  type TreatmentImpossible,
  type Treatment,
} from './publication/publication-profile.ts';
export {
  isUnmasked,
  maskedFurther,
  nothingShown,
  publishedChild,
  shownChild,
  shownOn,
  type ChildToPublish,
  type PublishedChild,
  type PublishedText,
  type ShownChild,
} from './publication/published-child.ts';
export { checkFigures, type FigureFault, type FigureToRecord } from './figure/check-figures.ts';
export { percentageOf, type Percentage } from './figure/percentage.ts';
export {
  countingUnits,
  figurePrecisions,
  type CountingUnit,
  type Denominator,
  type Figure,
  type FigurePrecision,
  type RecordedFigure,
} from './figure/reported-figure.ts';
export { checkPlaces } from './place/check-places.ts';
export { predecessorsOn, successorsOn, type PlaceShare } from './place/follow-places.ts';
export type { PlaceFault } from './place/place-fault.ts';
export type { PlaceSuccession } from './place/place-succession.ts';
export { placeOn, placeTree, type PlaceTree } from './place/place-tree.ts';
export { isPlaceOn, vietnamCodes, type Place } from './place/place.ts';
export { publishedUnits, smallestGroup, type AwardToPublish } from './publication/published-units.ts';
export { checkResultsReady, type ResultsNotReady } from './publication/results-ready.ts';
export { gapsAfter, seatGaps, type Endings, type Outlook, type SeatGap } from './seats/seat-gaps.ts';
export { seatsOf, type CampaignUnit, type CampaignUnderWay, type Seat } from './seats/seat.ts';
export { regroupResults } from './results/regroup-results.ts';
export type { UnitsUntilToday } from './results/unit-of-today.ts';
export {
  notSummableReasons,
  type AssociationFate,
  type AssociationHandover,
  type NotSummableReason,
  type NotSummableResult,
  type ResultsOnUnitsOfToday,
  type SuccessorUnit,
  type SummableResult,
  type UnitOfToday,
  type UnitResult,
} from './results/unit-result.ts';
export { compileWorkflow, type CompiledWorkflow } from './workflow/compile.ts';
export {
  relationshipKinds,
  repeats,
  type Bond,
  type Relationship,
  type RelationshipKind,
} from './person/relationship.ts';
export { standardTemplate } from './workflow/standard-template.ts';
export {
  awardActions,
  awardStates,
  campaignActions,
  campaignStates,
  type AwardAction,
  type AwardState,
  type AwardStep,
  type CampaignAction,
  type CampaignState,
  type CampaignStep,
  type Effect,
  type Localized,
  type Requirement,
  type WorkflowTemplate,
} from './workflow/template.ts';
export {
  followHead,
  type HistoryActor,
  type HistoryEntry,
  type HistoryHead,
  type RecordedHistoryEvent,
} from './history/history-event.ts';
export {
  duplicatePlaces,
  possibleDuplicate,
  type DuplicatePlace,
  type OtherNomination,
  type PossibleDuplicate,
} from './person/duplicate.ts';
export {
  identityNumberWarnings,
  readIdentityNumber,
  type IdentityNumber,
  type IdentityNumberWarning,
} from './person/identity-number.ts';
export { joinedPeople, matchStates, nearestAbove, type MatchCase, type MatchState } from './person/match-case.ts';
export {
  matchBands,
  matchReasons,
  scoreMatch,
  type MatchBand,
  type MatchReason,
  type MatchScore,
} from './person/match-score.ts';
export {
  matchKeyKinds,
  matchTexts,
  schoolKey,
  personTraitsOf,
  type BirthTold,
  type MatchKeyKind,
  type ToldOfPerson,
  type TraitsOfPerson,
} from './person/person-traits.ts';
export {
  groupFault,
  recipientGroupKinds,
  type GroupComposition,
  type GroupFault,
  type GroupMember,
  type GroupShare,
  type RecipientGroupKind,
} from './person/recipient-group.ts';
export {
  parsePersonEvent,
  personEventTypes,
  type PersonEvent,
  type PersonEventBody,
  type PersonEventType,
  type PersonHappening,
} from './person/person-events.ts';
