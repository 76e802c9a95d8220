import type {
  CloseCommand,
  MergeCommand,
  MoveCommand,
  NewAssociation,
  RenameCommand,
  ReorganisationCommand,
  SplitCommand,
  SuccessorChoice,
} from '@khuyenhoc/domain';
import type { ActId, AssociationId, AwardId, CalendarDate, CampaignId, MandateId } from '@khuyenhoc/kernel';
import { associationToFound, type FoundingKey, type UnitToFound } from './unit-to-found.ts';

/** Who takes over, as it is asked for: one that is there, or one that the same act founds. */
export type AskedSuccessor =
  | { readonly kind: 'EXISTING'; readonly id: AssociationId }
  | { readonly kind: 'NEW'; readonly unit: UnitToFound };

/**
 * What an act orders, as it is asked for. Things of a split that go to a successor which the act founds name it by its place in
 * the list of successors.
 */
export type ReorganisationOrder =
  | { readonly kind: 'FOUND'; readonly units: readonly UnitToFound[] }
  | RenameCommand
  | MoveCommand
  | (Omit<MergeCommand, 'into' | 'handover'> & {
      readonly into: AskedSuccessor;
      readonly mandates: 'CARRY' | 'END';
      readonly funds: MergeCommand['handover']['funds'];
    })
  | (Omit<SplitCommand, 'into' | 'handover'> & {
      readonly into: readonly {
        readonly successor: AskedSuccessor;
        readonly share: SplitCommand['into'][number]['share'];
      }[];
      readonly handover: AskedHandover;
    })
  | CloseCommand;

/** Where a split sends things; successors are named by their place in its list, from 0. */
export interface AskedHandover {
  readonly children: AskedDestinations<AssociationId>;
  readonly campaigns: AskedDestinations<CampaignId>;
  readonly cases: AskedDestinations<AwardId>;
  readonly mandates: AskedDestinations<MandateId>;
  readonly funds: MergeCommand['handover']['funds'];
}

export interface AskedDestinations<Id extends string> {
  readonly rest: number | null;
  /** Null ends a mandate; nothing else goes nowhere, so that it is as if it had not been named. */
  readonly named: readonly { readonly id: Id; readonly to: number | null }[];
}

/** A reorganisation as it is asked for. */
export interface ReorganisationInput {
  readonly actId: ActId;
  /** The day it holds from. */
  readonly on: CalendarDate;
  readonly order: ReorganisationOrder;
}

/** The order with the ids of all that it founds. */
export function commandOf(key: FoundingKey, order: ReorganisationOrder): ReorganisationCommand {
  switch (order.kind) {
    case 'FOUND':
      return { kind: 'FOUND', associations: order.units.map((unit) => associationToFound(key, unit)) };
    case 'MERGE': {
      const { from, mandates, funds } = order;
      const into = successorOf(key, order.into);
      const rest = mandates === 'CARRY' ? idOf(into) : null;
      return { kind: 'MERGE', from, into, handover: { mandates: { rest, named: [] }, funds } };
    }
    case 'SPLIT':
      return splitOf(key, order);
    case 'RENAME':
    case 'MOVE':
    case 'CLOSE':
      return order;
  }
}

function splitOf(key: FoundingKey, order: Extract<ReorganisationOrder, { readonly kind: 'SPLIT' }>): SplitCommand {
  const into = order.into.map(({ successor, share }) => ({ successor: successorOf(key, successor), share }));
  const ids = into.map(({ successor }) => idOf(successor));
  // A place beyond the list names nobody, which the plan tells of.
  const at = (place: number) => ids[place] ?? (`${place}` as AssociationId);
  const rest = ({ rest: place }: Pick<AskedDestinations<string>, 'rest'>) => (place === null ? null : at(place));
  const { children, campaigns, cases, mandates, funds } = order.handover;
  const named = <Id extends string>(asked: AskedDestinations<Id>) =>
    asked.named.flatMap(({ id, to }) => (to === null ? [] : [{ id, to: at(to) }]));
  return {
    kind: 'SPLIT',
    from: order.from,
    into,
    handover: {
      children: { rest: rest(children), named: named(children) },
      campaigns: { rest: rest(campaigns), named: named(campaigns) },
      cases: { rest: rest(cases), named: named(cases) },
      mandates: {
        rest: rest(mandates),
        named: mandates.named.map(({ id, to }) => ({ id, to: to === null ? null : at(to) })),
      },
      funds,
    },
  };
}

function successorOf(key: FoundingKey, asked: AskedSuccessor): SuccessorChoice {
  return asked.kind === 'EXISTING' ? asked : { kind: 'NEW', association: associationToFound(key, asked.unit) };
}

function idOf(choice: SuccessorChoice): NewAssociation['id'] {
  return choice.kind === 'EXISTING' ? choice.id : choice.association.id;
}
