import type { Association, Mandate } from '@khuyenhoc/domain';
import { canonicalJson, type CanonicalValue, type PersonId, type TenantId } from '@khuyenhoc/kernel';
import { standardTemplate, type Role } from '@khuyenhoc/domain';
import type { Digest } from '@khuyenhoc/rules';
import { profileToText, type PersonProfile } from '../people/profile.ts';
import type { Clock } from '../ports/clock.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { Vault } from '../ports/vault.ts';

export interface FoundNetworkDeps {
  readonly clock: Clock;
  readonly unitOfWork: UnitOfWork;
  readonly vault: Vault;
  readonly digest: Digest;
}

/** A network at its beginning: the tenant, its tree, and the first people with their mandates. */
export interface NewNetwork {
  readonly tenantId: TenantId;
  readonly name: string;
  readonly associations: readonly Association[];
  readonly people: readonly NewOfficial[];
}

export interface NewOfficial {
  readonly id: PersonId;
  readonly profile: PersonProfile;
  readonly identity: { readonly issuer: string; readonly subject: string } | null;
  readonly mandates: readonly (Mandate & { readonly role: Role; readonly decision: string })[];
}

/**
 * Founds a network in one transaction. It needs no mandate, since nobody has one yet: only who runs the server can call it
 * (the command line, or the demo's first start).
 */
export async function foundNetwork(
  deps: FoundNetworkDeps,
  network: NewNetwork,
): Promise<{ readonly workflowHash: string }> {
  const createdAt = deps.clock.now();
  const source = canonicalJson(templateToCanonical());
  const workflowHash = deps.digest(source);
  const pathOf = new Map(network.associations.map((one) => [one.id, one.path]));
  await deps.unitOfWork.run(network.tenantId, async (repositories) => {
    repositories.tenants.add({ id: network.tenantId, name: network.name, createdAt });
    repositories.associations.addAll(network.associations);
    repositories.people.addAll(
      network.people.map((person) => {
        const key = deps.vault.newSubject();
        const path = person.mandates
          .map((mandate) => pathOf.get(mandate.associationId))
          .find((one) => one !== undefined);
        if (path === undefined) throw new RangeError('the first people of a network have mandates in it');
        return {
          id: person.id,
          path,
          matchKey: null,
          key,
          profile: deps.vault.encrypt(key, profileToText(person.profile)),
          createdAt,
        };
      }),
    );
    repositories.mandates.addAll(network.people.flatMap((person) => person.mandates));
    repositories.mandates.addIdentities(
      network.people.flatMap((person) =>
        person.identity === null ? [] : [{ ...person.identity, personId: person.id }],
      ),
    );
    await repositories.sources.addWorkflow({
      hash: workflowHash,
      code: standardTemplate.code,
      source,
      publishedAt: createdAt,
    });
  });
  return { workflowHash };
}

/** The template is plain data; the copy gives it the index signature that canonical JSON asks for. */
function templateToCanonical(): CanonicalValue {
  return JSON.parse(JSON.stringify(standardTemplate)) as CanonicalValue;
}
