import {
  associationToFound,
  foundAssociations,
  reorganise,
  type Session,
  type UnitToFound,
} from '@khuyenhoc/application';
import { err, ok, type ActId, type Result } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import type { UseCaseDeps } from '../context.ts';
import { idOf } from '../global-id.ts';
import { itemsCost, itemsLimit } from '../items-limit.ts';
import type { AssociationFoundingRefusal } from '../refusals/refusal.ts';
import { notFound, runCommand } from '../run-command.ts';
import { NewAssociationItem, readNewAssociation } from './new-association-item.type.ts';
import { readOrder } from './read-order.ts';
import { ReorganisationOrderItem } from './reorganisation-items.type.ts';
import { FoundAssociationsResult, ReorganiseResult, type Founded } from './reorganisation-result.type.ts';

const FoundingItem = builder.inputType('FoundingItem', {
  description: 'An association to be founded, perhaps below another one of the list.',
  fields: (t) => ({
    association: t.field({ type: NewAssociationItem, required: true }),
    below: t.int({ description: 'An earlier item that it stands below, counted from 0; then without a `parentId`.' }),
  }),
});

builder.mutationFields((t) => ({
  reorganise: t.fieldWithInput({
    type: ReorganiseResult,
    nullable: true,
    description: 'Does what an act orders, all or nothing, if it is still what was previewed.',
    input: {
      actId: t.input.id({ required: true }),
      on: t.input.field({ type: 'Date', required: true, description: 'The day it holds from.' }),
      order: t.input.field({ type: ReorganisationOrderItem, required: true }),
      planHash: t.input.field({ type: 'Hash', required: true, description: 'Of the plan that was previewed.' }),
      idempotencyKey: t.input.field({ type: 'IdempotencyKey', required: true }),
    },
    resolve: (_root, { input: { on, planHash, idempotencyKey, ...input } }, context) =>
      runCommand(context, (session) => {
        const actId = idOf(session, 'Act', input.actId);
        const order = readOrder(session, input.order);
        if (actId === null || order === null) return notFound();
        return reorganise(context.deps, session, { actId, on, order, planHash, idempotencyKey });
      }),
  }),
  foundAssociations: t.fieldWithInput({
    type: FoundAssociationsResult,
    nullable: true,
    description: 'Founds associations by an act: all of them or none.',
    input: {
      actId: t.input.id({ required: true }),
      on: t.input.field({ type: 'Date', required: true, description: 'The day on which the act is cited.' }),
      items: t.input.field({ type: [FoundingItem], required: true }),
      idempotencyKey: t.input.field({ type: 'IdempotencyKey', required: true }),
    },
    complexity: itemsCost,
    resolve: (_root, { input: { on, items, idempotencyKey, ...input } }, context) =>
      runCommand(context, async (session): Promise<Result<Founded, AssociationFoundingRefusal>> => {
        if (items.length > itemsLimit) return err({ code: 'TOO_MANY', given: items.length, limit: itemsLimit });
        const actId = idOf(session, 'Act', input.actId);
        const units = actId === null ? null : readUnits(context.deps, session, actId, items);
        if (actId === null || units === null) return notFound();
        const founded = await foundAssociations(context.deps, session, { actId, on, units, idempotencyKey });
        return founded.ok ? ok({ founded: founded.value }) : founded;
      }),
  }),
}));

/** Null when an item names what cannot exist here, or is not to stand below an earlier one. */
function readUnits(
  { digest }: Pick<UseCaseDeps, 'digest'>,
  session: Session,
  actId: ActId,
  items: readonly (typeof FoundingItem)['$inferInput'][],
): readonly UnitToFound[] | null {
  const key = { tenantId: session.tenantId, actId, digest };
  const units: UnitToFound[] = [];
  for (const { association, below = null } of items) {
    const unit = readNewAssociation(session, association);
    if (unit === null) return null;
    const above = below === null ? undefined : units[below];
    if (below !== null && (above === undefined || unit.parentId !== null)) return null;
    // What is to be founded has its id already: it follows from the act and the founding.
    units.push(above === undefined ? unit : { ...unit, parentId: associationToFound(key, above).id });
  }
  return units;
}
