import type { HistoryReport } from '@khuyenhoc/application';
import { builder } from '../builder.ts';
import { LanguageEnum } from '../enums.type.ts';
import { ownGlobalId } from '../global-id.ts';
import { chainFaultMessage, type ChainFault } from '../messages/chain-fault-messages.ts';

const ChainFaultRef = builder.objectRef<ChainFault>('ChainFault').implement({
  description: 'What is wrong with a history, at its first bad place.',
  fields: (t) => ({
    code: t.exposeString('code'),
    seq: t.int({
      nullable: true,
      description: 'The place in the history; null when the fault is about the whole.',
      resolve: (fault) => ('seq' in fault ? fault.seq : null),
    }),
    message: t.string({
      args: { lang: t.arg({ type: LanguageEnum, required: true, defaultValue: 'vi' }) },
      resolve: (fault, { lang }) => chainFaultMessage(fault)[lang],
    }),
  }),
});

export const HistoryCheckRef = builder.objectRef<HistoryReport>('HistoryCheck').implement({
  description: 'The result of recomputing an award’s history from its stored bytes.',
  fields: (t) => ({
    awardId: t.id({ resolve: ({ awardId }, _args, { session }) => ownGlobalId(session, 'Award', awardId) }),
    holds: t.boolean({ resolve: ({ fault }) => fault === null }),
    events: t.exposeInt('events', { description: 'How many events hold, up to the first fault.' }),
    head: t.expose('head', { type: 'Hash', nullable: true }),
    fault: t.expose('fault', { type: ChainFaultRef, nullable: true }),
  }),
});
