import { builder } from '../builder.ts';

/** How somebody signs in, as an officer enters it. */
export const SignInItem = builder.inputType('SignIn', {
  description: 'What a token says of who signs in. `viewer { issuer subject }` shows everybody his own.',
  fields: (t) => ({
    issuer: t.field({ type: 'ShortText', required: true }),
    subject: t.field({ type: 'ShortText', required: true }),
  }),
});
