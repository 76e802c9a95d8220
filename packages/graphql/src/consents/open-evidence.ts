import { evidenceFromText, type ConsentEvidence, type StoredConsent, type Vault } from '@khuyenhoc/application';

/** What was written of a consent's giver and paper, or null once the person was erased. */
export function openEvidence(vault: Vault, { key, evidence }: StoredConsent): ConsentEvidence | null {
  return key === null ? null : evidenceFromText(vault.open(key, evidence));
}
