export { eventHash, type Digest } from './event-hash.ts';
export { verifyChain, type ChainFault, type ChainReport, type StoredEvent } from './verify-chain.ts';
