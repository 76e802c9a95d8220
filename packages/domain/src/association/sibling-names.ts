import { cleanText, type AssociationId, type CalendarDate } from '@khuyenhoc/kernel';
import type { OrganisationSnapshot } from './organisation-snapshot.ts';

/**
 * The names that are taken below each parent, on the day of a deed and today: who reads a list of units tells them apart by name.
 * Two names are one when they differ only in capitals and spaces; marks tell names apart.
 */
export class SiblingNames {
  readonly #taken = new Map<string, AssociationId>();

  /** Those that leave by the same deed give their names up. */
  constructor(
    { tree, today }: Pick<OrganisationSnapshot, 'tree' | 'today'>,
    on: CalendarDate,
    leaving: ReadonlySet<AssociationId> = new Set(),
  ) {
    for (const day of new Set([on, today])) {
      for (const { associationId, parentId, name } of tree.treeOn(day))
        if (!leaving.has(associationId)) this.take(parentId, name, associationId);
    }
  }

  /** Who has the name below a parent. */
  takenBy(parentId: AssociationId | null, name: string): AssociationId | undefined {
    return this.#taken.get(keyOf(parentId, name));
  }

  /** Gives a name to one that comes. */
  take(parentId: AssociationId | null, name: string, id: AssociationId): void {
    this.#taken.set(keyOf(parentId, name), id);
  }
}

function keyOf(parentId: AssociationId | null, name: string): string {
  return `${parentId ?? ''} ${cleanText(name).toLowerCase()}`;
}
