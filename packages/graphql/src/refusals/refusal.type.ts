import { builder } from '../builder.ts';
import { LanguageEnum } from '../enums.type.ts';
import { messageOf } from '../messages/message-of.ts';
import { familyOf, type Family, type RefusalIn } from './family-of.ts';
import type { AnyRefusal } from './refusal.ts';

/** What every refusal says of itself. */
export const RefusalInterface = builder.interfaceRef<AnyRefusal>('Refusal').implement({
  description:
    'Why something was not done, told so that the caller can act on it. Codes are stable; the types that implement this carry the facts.',
  resolveType: ({ code }) => familyOf[code],
  fields: (t) => ({
    code: t.exposeString('code', { description: 'A stable code in SCREAMING_WORDS.' }),
    message: t.string({
      description: 'What happened, why it matters and what to do next.',
      args: { lang: t.arg({ type: LanguageEnum, required: true, defaultValue: 'vi' }) },
      resolve: (refusal, { lang }) => messageOf(refusal)[lang],
    }),
  }),
});

/** Names the type of a family of refusals; its fields are its facts. */
export function family<Name extends Family>(name: Name) {
  return builder.objectRef<RefusalIn<Name>>(name);
}

/** What a type of refusals has besides its facts. */
export const asRefusal = (description: string) => ({ description, interfaces: [RefusalInterface] });
