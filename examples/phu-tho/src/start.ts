import { runServer, type DemoPersona } from '@khuyenhoc/server';
import { firstQuery } from './first-query.ts';
import { phuThoNetwork } from './network.ts';
import { examplePersonas } from './personas.ts';
import { seedPhuTho } from './seed/seed-phu-tho.ts';

/** `pnpm start`: the server with the example's story in its database. */
const roleNames = {
  officer: 'cán bộ · officer',
  nominator: 'người đề cử · nominator',
  verifier: 'người thẩm định · verifier',
  approver: 'người phê duyệt · approver',
  treasurer: 'thủ quỹ · treasurer',
  auditor: 'kiểm tra · auditor',
} as const;

const names = new Map(phuThoNetwork().associations.map((one) => [one.ref, one.name]));

const personas = examplePersonas().map(({ key, subject, role, associationRef }): DemoPersona => ({
  key,
  subject,
  about: `${roleNames[role]}, ${names.get(associationRef) ?? associationRef}`,
}));

await runServer({
  environment: process.env,
  arguments: process.argv.slice(2),
  story: { personas, seed: seedPhuTho, query: firstQuery },
});
