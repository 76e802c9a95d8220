import { assert, canonicalJson } from '@khuyenhoc/kernel';
import type { Digest } from './digest.ts';
import type { DefinedModule } from './rule-module.ts';

/**
 * The modules at hand, found by id and exact version. Several versions of one module may stand side by side, and should:
 * a published rule set names the version it was published with.
 */
export interface RuleModuleRegistry {
  readonly modules: readonly RegisteredModule[];
  readonly digest: Digest;
  find(id: string, version: string): RegisteredModule | undefined;
  /** The versions at hand of a module, in the order they were registered. */
  versionsOf(id: string): readonly string[];
}

/** A module with the digest of its manifest. */
export interface RegisteredModule {
  readonly module: DefinedModule;
  readonly checksum: string;
}

/** Collects modules into a registry. Throws when two claim the same id and version. */
export function ruleModuleRegistry(modules: readonly DefinedModule[], digest: Digest): RuleModuleRegistry {
  const byIdentity = new Map<string, RegisteredModule>();
  for (const module of modules) {
    const identity = `${module.id}@${module.version}`;
    assert(!byIdentity.has(identity), `rule module ${identity} is registered twice`);
    byIdentity.set(identity, { module, checksum: digest(canonicalJson(module.manifest)) });
  }
  return {
    modules: [...byIdentity.values()],
    digest,
    find: (id, version) => byIdentity.get(`${id}@${version}`),
    versionsOf: (id) => modules.filter((module) => module.id === id).map(({ version }) => version),
  };
}
