import type { StoredSealedValue, Vault } from '@khuyenhoc/application';
import { parseReceipt, type DecisionReceipt } from '@khuyenhoc/rules';

/** The value with a label that was sealed last, or null when there is none. */
export function lastSealed(
  values: readonly StoredSealedValue[],
  label: StoredSealedValue['label'],
): StoredSealedValue | null {
  const labelled = values.filter((value) => value.label === label);
  return labelled.reduce<StoredSealedValue | null>(
    (last, one) => (last === null || one.seq > last.seq ? one : last),
    null,
  );
}

/** The text of a sealed value, or null when there is none or its subject was erased. */
export function openText(vault: Vault, value: StoredSealedValue | null): string | null {
  return value === null || value.key === null ? null : vault.open(value.key, value.bytes);
}

/** The decision receipt in a sealed value, or null as for {@link openText}. */
export function openReceipt(vault: Vault, value: StoredSealedValue | null): DecisionReceipt | null {
  const text = openText(vault, value);
  return text === null ? null : parseReceipt(JSON.parse(text));
}
