import { builder } from '../builder.ts';
import { idOf } from '../global-id.ts';
import { FundRef } from '../object-refs.ts';
import { LedgerReportRef } from './ledger-report.type.ts';

builder.queryFields((t) => ({
  funds: t.field({
    type: [FundRef],
    description: 'The funds that the mandate reaches.',
    resolve: (_root, _args, { reads }) => reads.allFunds(),
  }),
  fund: t.field({
    type: FundRef,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, args, { reads, session }) => {
      const id = idOf(session, 'Fund', args.id);
      return id === null ? null : reads.funds.load(id);
    },
  }),
  ledgerReport: t.field({
    type: LedgerReportRef,
    nullable: true,
    description: 'For auditors and treasurers of a whole network; null for everybody else.',
    complexity: 1_000,
    resolve: (_root, _args, { reads }) => reads.ledgerReport(),
  }),
}));
