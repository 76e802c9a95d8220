import type { Share } from '@khuyenhoc/domain';
import { builder } from '../builder.ts';

export const ShareRef = builder.objectRef<Share>('Share').implement({
  description: 'A part of a whole, as an exact fraction.',
  fields: (t) => ({ parts: t.exposeInt('parts'), whole: t.exposeInt('whole') }),
});
