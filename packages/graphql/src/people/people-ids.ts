import { isUuid } from '@khuyenhoc/kernel';

type Branded<Brand extends string> = string & { readonly __brand: Brand };

/** Reads ids of one kind as the API shows them: null for a text that cannot be one. Whether it names anything, the use case finds. */
function idsOf<Brand extends string>(): (text: string) => Branded<Brand> | null {
  return (text) => (isUuid(text) ? (text as Branded<Brand>) : null);
}

export const personIdOf = idsOf<'PersonId'>();
export const recordIdOf = idsOf<'PersonRecordId'>();
export const matchCaseIdOf = idsOf<'MatchCaseId'>();
export const matchingGroupIdOf = idsOf<'MatchingGroupId'>();
export const schoolIdOf = idsOf<'SchoolId'>();
export const recipientGroupIdOf = idsOf<'RecipientGroupId'>();
export const tenantIdOf = idsOf<'TenantId'>();
