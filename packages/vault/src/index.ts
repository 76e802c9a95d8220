export { readOrCreateMasterKey } from './master-key-file.ts';
export { sha256, systemClock, systemIds } from './sources.ts';
export { createVault } from './vault.ts';
