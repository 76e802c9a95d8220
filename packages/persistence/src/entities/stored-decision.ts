/** A decision as the award's row keeps it: amounts as digits, since JSON numbers are exact only to 2^53. */
export interface StoredDecision {
  readonly ruleSetHash: string;
  readonly failedClauses: readonly string[];
  readonly items: readonly { readonly source: string; readonly commodity: string; readonly quantity: string }[];
  readonly pool: string | null;
  readonly factsCommitment: string;
  readonly receiptCommitment: string;
}
