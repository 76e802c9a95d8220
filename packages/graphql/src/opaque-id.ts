import { isUuid } from '@khuyenhoc/kernel';

/** An id as histories and the API show it, or null when the text cannot be one: `opaqueId<PersonId>(text)`. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- a text has no brand to be inferred from
export function opaqueId<Id extends string>(text: string): Id | null {
  return isUuid(text) ? (text as Id) : null;
}
