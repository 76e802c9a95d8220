import { builder } from '../builder.ts';
import { NewAssociationItem } from './new-association-item.type.ts';

const RenamingItem = builder.inputType('AssociationRenaming', {
  description: 'What is said anew of an association. What is left out stays; a null takes it away where that can be.',
  fields: (t) => ({
    associationId: t.id({ required: true }),
    name: t.field({ type: 'ShortText' }),
    typeCode: t.field({ type: 'ShortText' }),
    placeCodeSystem: t.field({ type: 'ShortText' }),
    placeCode: t.field({ type: 'ShortText' }),
    unitClass: t.field({ type: 'ShortText' }),
    areaClass: t.field({ type: 'ShortText' }),
    isProvisional: t.boolean(),
    term: t.int(),
  }),
});

const MoveItem = builder.inputType('AssociationMove', {
  description: 'Another parent. All that stands below goes along.',
  fields: (t) => ({
    associationId: t.id({ required: true }),
    toParentId: t.id({ description: 'Left out to stand at the top.' }),
  }),
});

const SuccessorItem = builder.inputType('Successor', {
  description: 'Who takes over: an association that is there, or one that the same act founds.',
  isOneOf: true,
  fields: (t) => ({ existing: t.id(), founded: t.field({ type: NewAssociationItem }) }),
});

const FundTargetItem = builder.inputType('FundTarget', {
  description: 'Which fund of a successor takes a fund’s money, where the successor has several.',
  fields: (t) => ({ fundId: t.id({ required: true }), toFundId: t.id({ required: true }) }),
});

const MandateFate = builder.enumType('MandateFate', {
  description: 'What becomes of the mandates at what ends.',
  values: {
    CARRY: { description: 'Each goes on at the successor, by the same act.' },
    END: { description: 'Each ends; the successor appoints anew.' },
  } as const,
});

const MergeItem = builder.inputType('AssociationMerge', {
  description: 'Several associations end and one takes over all of each.',
  fields: (t) => ({
    from: t.idList({ required: true }),
    into: t.field({ type: SuccessorItem, required: true }),
    mandates: t.field({ type: MandateFate, required: true }),
    funds: t.field({ type: [FundTargetItem], required: true, defaultValue: [] }),
  }),
});

const NamedItem = builder.inputType('HandoverItem', {
  description: 'Where one thing goes: a place in the list of successors, from 0. Null ends a mandate.',
  fields: (t) => ({ id: t.id({ required: true }), to: t.int() }),
});

const DestinationsItem = builder.inputType('HandoverDestinations', {
  description: 'Where things go: those named to the successor they are named with, all others to one.',
  fields: (t) => ({
    rest: t.int({ description: 'Left out when each is to be named.' }),
    named: t.field({ type: [NamedItem], required: true, defaultValue: [] }),
  }),
});

const PartItem = builder.inputType('SuccessorPart', {
  description: 'A successor and its share; the shares sum to one.',
  fields: (t) => ({
    successor: t.field({ type: SuccessorItem, required: true }),
    parts: t.int({ required: true }),
    whole: t.int({ required: true }),
  }),
});

const SplitItem = builder.inputType('AssociationSplit', {
  description: 'One association ends and several take over, each a share.',
  fields: (t) => ({
    from: t.id({ required: true }),
    into: t.field({ type: [PartItem], required: true }),
    children: t.field({ type: DestinationsItem, required: true, defaultValue: { named: [] } }),
    campaigns: t.field({ type: DestinationsItem, required: true, defaultValue: { named: [] } }),
    cases: t.field({ type: DestinationsItem, required: true, defaultValue: { named: [] } }),
    mandates: t.field({ type: DestinationsItem, required: true, defaultValue: { named: [] } }),
    funds: t.field({ type: [FundTargetItem], required: true, defaultValue: [] }),
  }),
});

const FoundingItem = builder.inputType('AssociationFounding', {
  fields: (t) => ({ units: t.field({ type: [NewAssociationItem], required: true }) }),
});

const CloseItem = builder.inputType('AssociationClosing', {
  description: 'An association ends and nobody takes over: only when nothing is open any more.',
  fields: (t) => ({ associationId: t.id({ required: true }) }),
});

/** What an act orders: exactly one of these. */
export const ReorganisationOrderItem = builder.inputType('ReorganisationOrder', {
  description: 'What an act orders: exactly one of these.',
  isOneOf: true,
  fields: (t) => ({
    found: t.field({ type: FoundingItem }),
    rename: t.field({ type: RenamingItem }),
    move: t.field({ type: MoveItem }),
    merge: t.field({ type: MergeItem }),
    split: t.field({ type: SplitItem }),
    close: t.field({ type: CloseItem }),
  }),
});

export type ReorganisationOrderInput = (typeof ReorganisationOrderItem)['$inferInput'];
export type RenamingInput = (typeof RenamingItem)['$inferInput'];
export type MergeInput = (typeof MergeItem)['$inferInput'];
export type SplitInput = (typeof SplitItem)['$inferInput'];
export type SuccessorInput = (typeof SuccessorItem)['$inferInput'];
export type FundTargetInput = (typeof FundTargetItem)['$inferInput'];
export type DestinationsInput = (typeof DestinationsItem)['$inferInput'];
