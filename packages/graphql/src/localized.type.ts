import type { Localized } from '@khuyenhoc/rules';
import { builder } from './builder.ts';

export const LocalizedRef = builder.objectRef<Localized>('Localized').implement({
  description: 'A text in both languages: Vietnamese first, English complete.',
  fields: (t) => ({ vi: t.exposeString('vi'), en: t.exposeString('en') }),
});
