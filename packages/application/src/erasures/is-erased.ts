import type { PersonRecord } from '../ports/registered-people.ts';

/** Whether a person was erased: its key is gone, so nothing of it can be read or sealed any more. */
export function isErased({ key }: Pick<PersonRecord, 'key'>): boolean {
  return key.length === 0;
}
