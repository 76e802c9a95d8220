import type { Session, UnitToFound } from '@khuyenhoc/application';
import { builder } from '../builder.ts';
import { idOf } from '../global-id.ts';

/** What may be said of any association; what is left out is not known, or does not apply. */
export const NewAssociationItem = builder.inputType('NewAssociation', {
  description: 'An association that an act founds.',
  fields: (t) => ({
    parentId: t.id({ description: 'What it stands below; left out for a root.' }),
    foundedOn: t.field({ type: 'Date', required: true }),
    name: t.field({ type: 'ShortText', required: true }),
    typeCode: t.field({ type: 'ShortText', required: true, description: 'In the words of the network, as `commune`.' }),
    placeCodeSystem: t.field({ type: 'ShortText' }),
    placeCode: t.field({ type: 'ShortText' }),
    unitClass: t.field({ type: 'ShortText' }),
    areaClass: t.field({ type: 'ShortText' }),
    isProvisional: t.boolean({ required: true, defaultValue: false, description: 'Until its first congress.' }),
    term: t.int({ description: 'The term (nhiệm kỳ) of its committee.' }),
  }),
});

/** Null when it names a parent that cannot exist here. */
export function readNewAssociation(
  session: Session,
  { parentId: above = null, isProvisional, ...item }: (typeof NewAssociationItem)['$inferInput'],
): UnitToFound | null {
  const parentId = above === null ? null : idOf(session, 'Association', above);
  if (above !== null && parentId === null) return null;
  const { foundedOn, name, typeCode } = item;
  const { placeCodeSystem = null, placeCode = null, unitClass = null, areaClass = null, term = null } = item;
  const status = isProvisional ? 'provisional' : 'active';
  return { parentId, foundedOn, name, typeCode, placeCodeSystem, placeCode, unitClass, areaClass, status, term };
}
