export { addMasterKey, countMasterKeys, openKeyFolder, retireMasterKeys } from './key-folder.ts';
export { MasterKeyMissing, type KeyId, type KeyProvider } from './key-provider.ts';
export { createKeyRing, masterKeysFrom, type MasterKeys } from './key-ring.ts';
export { sha256, sha256OfBytes, systemClock, systemIds } from './sources.ts';
export { createVault, deriveSecret } from './vault.ts';
