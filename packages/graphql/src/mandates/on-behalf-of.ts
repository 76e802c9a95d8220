import type { MandateView } from '@khuyenhoc/application';
import type { Localized } from '@khuyenhoc/rules';

/** In whose place somebody acts under a mandate that was lent. */
export function onBehalfOf(mandate: MandateView): Localized | null {
  const { lent, associationName, coveredByName } = mandate;
  if (lent === undefined) return null;
  if (lent.kind === 'delegated')
    return { vi: `được ủy quyền, thay mặt ${associationName}`, en: `delegated, on behalf of ${associationName}` };
  const from =
    coveredByName === null ? { vi: '', en: '' } : { vi: ` (người của ${coveredByName})`, en: ` (of ${coveredByName})` };
  return {
    vi: `làm thay, thay mặt ${associationName}${from.vi}`,
    en: `covering, on behalf of ${associationName}${from.en}`,
  };
}
