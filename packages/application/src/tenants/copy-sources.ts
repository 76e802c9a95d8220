import type { Association } from '@khuyenhoc/domain';
import { present, type AssociationId } from '@khuyenhoc/kernel';
import type { CrossingRepositories } from '../ports/crossings.ts';
import type { CrossingLuggage } from './read-crossing.ts';

/**
 * Rule sets and workflows go along under their hashes, unchanged, so that a case is decided as it was begun. A version number is
 * taken within a network: where another rule set has it here already, the copy takes the next one that is free.
 */
export async function copySources(
  { sources }: CrossingRepositories,
  { ruleSets, workflows }: CrossingLuggage,
  successorOf: ReadonlyMap<AssociationId, Association>,
): Promise<void> {
  const known = new Set((await sources.findRuleSets(ruleSets.map((one) => one.hash))).map((one) => one.hash));
  const latest = new Map<string, number>();
  for (const ruleSet of ruleSets.toSorted((a, b) => a.version - b.version)) {
    if (known.has(ruleSet.hash)) continue;
    const last = latest.get(ruleSet.id) ?? (await sources.latestRuleSetVersion(ruleSet.id));
    const version = Math.max(last + 1, ruleSet.version);
    latest.set(ruleSet.id, version);
    const { id } = present(successorOf.get(ruleSet.associationId), 'the association of a rule set');
    // The acts it names stand in the register of the network that closed; their numbers stand in its source.
    sources.addRuleSet({ ...ruleSet, version, associationId: id }, []);
  }
  for (const workflow of workflows) await sources.addWorkflow(workflow);
}
