import type { Association, Mandate } from '@khuyenhoc/domain';
import { canonicalJson, present, type CanonicalValue, type PersonId, type TenantId } from '@khuyenhoc/kernel';
import { standardTemplate, type Role } from '@khuyenhoc/domain';
import type { Digest } from '@khuyenhoc/rules';
import { indexPeople } from '../people/person-index.ts';
import { profileToText, type PersonProfile } from '../people/profile.ts';
import type { ActRecord } from '../ports/acts.ts';
import type { Clock } from '../ports/clock.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { PersonRecord } from '../ports/registered-people.ts';
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
  /** The act that founds it, as it stands in the register of its root; a demo has none. */
  readonly foundedBy?: ActRecord;
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
    const { foundedBy: act } = network;
    const foundedBy = act === undefined ? null : { number: act.number, body: act.body, date: act.issuedOn };
    repositories.tenants.add({ id: network.tenantId, name: network.name, foundedBy, createdAt });
    repositories.associations.addAll(network.associations, act?.id ?? null);
    if (act !== undefined) repositories.acts.add([act]);
    const people = network.people.map((person): PersonRecord => {
      const key = deps.vault.newSubject();
      const path = person.mandates.map((mandate) => pathOf.get(mandate.associationId)).find((one) => one !== undefined);
      if (path === undefined) throw new RangeError('the first people of a network have mandates in it');
      return {
        id: person.id,
        path,
        matchKey: null,
        key,
        profile: deps.vault.encrypt(key, profileToText(person.profile)),
        createdAt,
      };
    });
    repositories.people.addAll(people);
    const first = { actId: null, grantedBy: null, groupId: null, recordedAt: createdAt };
    repositories.mandates.addAll(
      network.people.flatMap(({ mandates }) => mandates.map((mandate) => ({ ...first, ...mandate }))),
    );
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
    const profiles = new Map(network.people.map(({ id, profile }) => [id, profile]));
    const indexed = people.map(({ id, path }) => ({ id, path, profile: present(profiles.get(id), 'a profile') }));
    await indexPeople(
      { vault: deps.vault, tenantId: network.tenantId },
      repositories,
      indexed.map((person) => ({ ...person, birth: null, isMatched: false })),
    );
  });
  return { workflowHash };
}

/** The template is plain data; the copy gives it the index signature that canonical JSON asks for. */
function templateToCanonical(): CanonicalValue {
  return JSON.parse(JSON.stringify(standardTemplate)) as CanonicalValue;
}
