import type { ActId, AssociationId, AwardId, CalendarDate, CampaignId, FundId, MandateId } from '@khuyenhoc/kernel';
import type { AssociationTraits } from './association.ts';
import type { Share } from './succession.ts';

/** The day a reorganisation holds from, and the act that orders it. */
export interface ReorganisationDeed {
  /** Names the reorganisation for ever; its successions and transfers carry it. */
  readonly id: string;
  readonly on: CalendarDate;
  readonly actId: ActId;
  /** As printed on the act. */
  readonly actNumber: string;
}

/** An association that is to be founded. */
export interface NewAssociation extends AssociationTraits {
  readonly id: AssociationId;
  readonly parentId: AssociationId | null;
  readonly foundedOn: CalendarDate;
}

/** Who takes over: an association that is there, or one that the same act founds. */
export type SuccessorChoice =
  | { readonly kind: 'EXISTING'; readonly id: AssociationId }
  | { readonly kind: 'NEW'; readonly association: NewAssociation };

/** Where things go: those named to the successor they are named with, all others to one, or nowhere unless they are named. */
export interface Destinations<Id extends string, To = AssociationId> {
  readonly rest: AssociationId | null;
  readonly named: readonly { readonly id: Id; readonly to: To }[];
}

/** What becomes of all that hangs on an association that is dissolved. */
export interface Handover {
  readonly children: Destinations<AssociationId>;
  /** Open campaigns that it leads. */
  readonly campaigns: Destinations<CampaignId>;
  /** Its own open cases; those of its children go with their unit. A case not named goes with the campaign, if its leader goes. */
  readonly cases: Destinations<AwardId>;
  /** Null ends a mandate instead of carrying it. */
  readonly mandates: Destinations<MandateId, AssociationId | null>;
  /** Which fund of a successor takes a fund's money, where the successor has several. */
  readonly funds: readonly { readonly id: FundId; readonly to: FundId }[];
}

export interface FoundCommand {
  readonly kind: 'FOUND';
  readonly associations: readonly NewAssociation[];
}

/** The same body under another name, type, class, place, status or term; the act says who founds it now. */
export interface RenameCommand {
  readonly kind: 'RENAME';
  readonly associationId: AssociationId;
  readonly traits: Partial<AssociationTraits>;
}

export interface MoveCommand {
  readonly kind: 'MOVE';
  readonly associationId: AssociationId;
  readonly toParentId: AssociationId | null;
}

/** Several associations end and one takes over all of each. */
export interface MergeCommand {
  readonly kind: 'MERGE';
  readonly from: readonly AssociationId[];
  readonly into: SuccessorChoice;
  readonly handover: Pick<Handover, 'mandates' | 'funds'>;
}

/** One association ends and several take over, each a share. */
export interface SplitCommand {
  readonly kind: 'SPLIT';
  readonly from: AssociationId;
  readonly into: readonly { readonly successor: SuccessorChoice; readonly share: Share }[];
  readonly handover: Handover;
}

/** An association ends and nobody takes over: only when nothing is open any more. */
export interface CloseCommand {
  readonly kind: 'CLOSE';
  readonly associationId: AssociationId;
}

/** What an act orders for a network. */
export type ReorganisationCommand =
  | FoundCommand
  | RenameCommand
  | MoveCommand
  | MergeCommand
  | SplitCommand
  | CloseCommand;

export type ReorganisationKind = ReorganisationCommand['kind'];
