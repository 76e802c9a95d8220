export { readOrCreateMasterKey } from './master-key-file.ts';
export { sha256, sha256OfBytes, systemClock, systemIds } from './sources.ts';
export { createVault } from './vault.ts';
