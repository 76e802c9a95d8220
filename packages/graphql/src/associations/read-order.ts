import type { AskedDestinations, AskedSuccessor, ReorganisationOrder, Session } from '@khuyenhoc/application';
import type { AssociationTraits, Handover } from '@khuyenhoc/domain';
import { idOf, type NodeIds, type NodeType } from '../global-id.ts';
import { readNewAssociation } from './new-association-item.type.ts';
import type {
  DestinationsInput,
  FundTargetInput,
  MergeInput,
  RenamingInput,
  ReorganisationOrderInput,
  SplitInput,
  SuccessorInput,
} from './reorganisation-items.type.ts';

type OrderOf<Kind extends ReorganisationOrder['kind']> = Extract<ReorganisationOrder, { readonly kind: Kind }>;

/** The order as the use case takes it; null when it names something that cannot exist here. */
export function readOrder(session: Session, order: ReorganisationOrderInput): ReorganisationOrder | null {
  const { found, rename, move, merge, split, close } = order;
  if (found !== undefined) {
    const units = readAll(found.units, (unit) => readNewAssociation(session, unit));
    return units === null ? null : { kind: 'FOUND', units };
  }
  if (rename !== undefined) return readRenaming(session, rename);
  if (move !== undefined) {
    const { toParentId: above = null } = move;
    const associationId = idOf(session, 'Association', move.associationId);
    const toParentId = above === null ? null : idOf(session, 'Association', above);
    if (associationId === null || (above !== null && toParentId === null)) return null;
    return { kind: 'MOVE', associationId, toParentId };
  }
  if (merge !== undefined) return readMerge(session, merge);
  if (split !== undefined) return readSplit(session, split);
  const associationId = close === undefined ? null : idOf(session, 'Association', close.associationId);
  return associationId === null ? null : { kind: 'CLOSE', associationId };
}

function readRenaming(session: Session, { associationId: named, ...given }: RenamingInput): OrderOf<'RENAME'> | null {
  const associationId = idOf(session, 'Association', named);
  if (associationId === null) return null;
  const { name = null, typeCode = null, isProvisional = null } = given;
  const { placeCodeSystem, placeCode, unitClass, areaClass, term } = given;
  const traits: Partial<AssociationTraits> = {
    ...(name === null ? {} : { name }),
    ...(typeCode === null ? {} : { typeCode }),
    ...(isProvisional === null ? {} : { status: isProvisional ? 'provisional' : 'active' }),
    ...(placeCodeSystem === undefined ? {} : { placeCodeSystem }),
    ...(placeCode === undefined ? {} : { placeCode }),
    ...(unitClass === undefined ? {} : { unitClass }),
    ...(areaClass === undefined ? {} : { areaClass }),
    ...(term === undefined ? {} : { term }),
  };
  return { kind: 'RENAME', associationId, traits };
}

function readMerge(session: Session, { mandates, ...given }: MergeInput): OrderOf<'MERGE'> | null {
  const from = readAll(given.from, (id) => idOf(session, 'Association', id));
  const into = readSuccessor(session, given.into);
  const funds = readFunds(session, given.funds);
  return from === null || into === null || funds === null ? null : { kind: 'MERGE', from, into, mandates, funds };
}

function readSplit(session: Session, given: SplitInput): OrderOf<'SPLIT'> | null {
  const from = idOf(session, 'Association', given.from);
  const into = readAll(given.into, ({ successor: asked, parts, whole }) => {
    const successor = readSuccessor(session, asked);
    return successor === null ? null : { successor, share: { parts, whole } };
  });
  const children = readDestinations(session, 'Association', given.children);
  const campaigns = readDestinations(session, 'Campaign', given.campaigns);
  const cases = readDestinations(session, 'Award', given.cases);
  const mandates = readDestinations(session, 'Mandate', given.mandates);
  const funds = readFunds(session, given.funds);
  if (from === null || into === null || funds === null) return null;
  if (children === null || campaigns === null || cases === null || mandates === null) return null;
  return { kind: 'SPLIT', from, into, handover: { children, campaigns, cases, mandates, funds } };
}

function readSuccessor(session: Session, { existing, founded }: SuccessorInput): AskedSuccessor | null {
  if (founded !== undefined) {
    const unit = readNewAssociation(session, founded);
    return unit === null ? null : { kind: 'NEW', unit };
  }
  const id = existing === undefined ? null : idOf(session, 'Association', existing);
  return id === null ? null : { kind: 'EXISTING', id };
}

function readFunds(session: Session, given: readonly FundTargetInput[]): Handover['funds'] | null {
  return readAll(given, ({ fundId, toFundId }) => {
    const id = idOf(session, 'Fund', fundId);
    const to = idOf(session, 'Fund', toFundId);
    return id === null || to === null ? null : { id, to };
  });
}

function readDestinations<Type extends NodeType>(
  session: Session,
  type: Type,
  { rest = null, named: given }: DestinationsInput,
): AskedDestinations<NodeIds[Type]> | null {
  const named = readAll(given, ({ id: text, to = null }) => {
    const id = idOf(session, type, text);
    return id === null ? null : { id, to };
  });
  return named === null ? null : { rest, named };
}

/** Every item read, or null when one cannot be. */
function readAll<Item, Read>(items: readonly Item[], read: (item: Item) => Read | null): readonly Read[] | null {
  const all = items.map(read).filter((one) => one !== null);
  return all.length < items.length ? null : all;
}
