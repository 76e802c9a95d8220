import type { AssociationId, CalendarDate, CampaignId, FundId, MandateId } from '@khuyenhoc/kernel';

/** What can be handed over and has to go to exactly one successor. */
export type HandedOverKind = 'CHILD' | 'CAMPAIGN' | 'CASE' | 'MANDATE';

/** Why a reorganisation cannot be done, each with what, where and when. Nothing is moved. */
export type ReorganisationRefusal =
  | { readonly code: 'ASSOCIATION_UNKNOWN'; readonly associationId: AssociationId }
  | { readonly code: 'ASSOCIATION_CLOSED'; readonly associationId: AssociationId; readonly closedOn: CalendarDate }
  /** An act that is to hold later cannot change today's tree. */
  | { readonly code: 'DATE_AHEAD'; readonly on: CalendarDate; readonly today: CalendarDate }
  /** It was founded, or its last period began, on that day or after it. */
  | {
      readonly code: 'DATE_TOO_EARLY';
      readonly associationId: AssociationId;
      readonly on: CalendarDate;
      readonly lastChangeOn: CalendarDate;
    }
  | { readonly code: 'SUCCESSOR_NOT_THERE'; readonly successorId: AssociationId; readonly on: CalendarDate }
  | { readonly code: 'PARENT_NOT_THERE'; readonly parentId: AssociationId; readonly on: CalendarDate }
  | {
      readonly code: 'CYCLE';
      readonly associationId: AssociationId;
      readonly parentId: AssociationId;
      readonly on: CalendarDate;
    }
  | {
      readonly code: 'NAME_TAKEN';
      readonly name: string;
      readonly parentId: AssociationId | null;
      readonly by: AssociationId;
      readonly on: CalendarDate;
    }
  | { readonly code: 'NAME_MISSING'; readonly associationId: AssociationId }
  | { readonly code: 'NOTHING_CHANGES'; readonly associationId: AssociationId }
  | {
      readonly code: 'SHARES_NOT_WHOLE';
      readonly associationId: AssociationId;
      readonly sumParts: bigint;
      readonly sumWhole: bigint;
    }
  | { readonly code: 'SUCCESSOR_IS_DISSOLVED'; readonly associationId: AssociationId }
  | { readonly code: 'SUCCESSOR_TWICE'; readonly associationId: AssociationId }
  /** Something that hangs on the dissolved association has no successor. */
  | {
      readonly code: 'NOT_ASSIGNED';
      readonly what: HandedOverKind;
      readonly id: string;
      readonly associationId: AssociationId;
    }
  | { readonly code: 'TWO_SUCCESSORS'; readonly what: HandedOverKind; readonly id: string }
  | {
      readonly code: 'NOT_A_SUCCESSOR';
      readonly what: HandedOverKind;
      readonly id: string;
      readonly to: AssociationId;
    }
  /** It is named in the command, but does not hang on what is dissolved, or is not open. */
  | { readonly code: 'NOT_CONCERNED'; readonly what: HandedOverKind | 'FUND'; readonly id: string }
  /** A campaign would no longer reach cases that are named to another successor than its own. */
  | { readonly code: 'CASES_OUTSIDE_CAMPAIGN'; readonly campaignId: CampaignId; readonly cases: number }
  | {
      readonly code: 'STILL_OPEN';
      readonly associationId: AssociationId;
      readonly children: number;
      readonly campaigns: number;
      readonly cases: number;
      readonly balanceVnd: bigint;
      readonly places: bigint;
    }
  /** It begins when the association is no more, so it can neither be carried nor ended by a last day. */
  | {
      readonly code: 'MANDATE_NOT_BEGUN';
      readonly mandateId: MandateId;
      readonly associationId: AssociationId;
      readonly validFrom: CalendarDate;
      readonly closedOn: CalendarDate;
    }
  /** The successor has several funds, and the command does not say which takes the money. */
  | {
      readonly code: 'FUND_NOT_NAMED';
      readonly fundId: FundId;
      readonly successorId: AssociationId;
      readonly candidates: readonly FundId[];
    };
