import { cleanText } from '@khuyenhoc/kernel';
import type { AssociationTraits } from './association.ts';

/** The traits alone, of whatever has them, in canonical form. */
export function associationTraits(one: AssociationTraits): AssociationTraits {
  const { name, typeCode, placeCodeSystem, placeCode, unitClass, areaClass, status, term } = one;
  return { name: cleanText(name), typeCode, placeCodeSystem, placeCode, unitClass, areaClass, status, term };
}

/** Whether two say the same of an association. */
export function sameTraits(a: AssociationTraits, b: AssociationTraits): boolean {
  return (
    a.name === b.name &&
    a.typeCode === b.typeCode &&
    a.placeCodeSystem === b.placeCodeSystem &&
    a.placeCode === b.placeCode &&
    a.unitClass === b.unitClass &&
    a.areaClass === b.areaClass &&
    a.status === b.status &&
    a.term === b.term
  );
}
