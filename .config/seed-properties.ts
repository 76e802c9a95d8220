import { configureGlobal } from 'fast-check';

/** Every property starts from one seed, so that a run that was green is green again; `pnpm test:deep` sets another. */
configureGlobal({ seed: Number(process.env['KHUYENHOC_SEED'] ?? 1) });
