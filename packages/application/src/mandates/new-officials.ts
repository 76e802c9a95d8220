import { cleanText, type PersonId } from '@khuyenhoc/kernel';
import type { Path } from '@khuyenhoc/domain';
import { profileToText } from '../people/profile.ts';
import type { IdentityRecord, SignInName } from '../ports/mandates.ts';
import type { PersonRecord } from '../ports/registered-people.ts';
import type { Giving, MandateDeps } from './give-mandates.ts';

/** Somebody the network does not know yet: a name, and how he signs in when that is known. */
export interface NewOfficialInput {
  readonly fullName: string;
  readonly identity: SignInName | null;
}

/** A new official of a list, and the place of his first mandate. */
export interface NewcomerAt {
  readonly index: number;
  readonly official: NewOfficialInput;
  readonly path: Path;
}

/** The people that newcomers become, and who each place of the list is. */
export interface Newcomers {
  readonly people: readonly PersonRecord[];
  readonly identities: readonly IdentityRecord[];
  readonly personOf: ReadonlyMap<number, PersonId>;
}

/** Makes a person of each newcomer; the same sign-in twice in a list is one human with two mandates. */
export function newcomersOf(deps: MandateDeps, { recordedAt }: Giving, list: readonly NewcomerAt[]): Newcomers {
  const people: PersonRecord[] = [];
  const identities: IdentityRecord[] = [];
  const bySignIn = new Map<string, PersonId>();
  const personOf = new Map<number, PersonId>();
  for (const { index, official, path } of list) {
    const signIn = official.identity === null ? null : signInKey(official.identity);
    const known = signIn === null ? undefined : bySignIn.get(signIn);
    const personId = known ?? (deps.ids.uuid() as PersonId);
    personOf.set(index, personId);
    if (known !== undefined) continue;
    people.push(personRecord(deps, { id: personId, path, createdAt: recordedAt }, official.fullName));
    if (official.identity === null || signIn === null) continue;
    bySignIn.set(signIn, personId);
    identities.push({ ...official.identity, personId });
  }
  return { people, identities, personOf };
}

/** A sign-in as one text; the two parts may hold anything. */
export function signInKey({ issuer, subject }: SignInName): string {
  return JSON.stringify([issuer, subject]);
}

function personRecord(
  deps: MandateDeps,
  place: Pick<PersonRecord, 'id' | 'path' | 'createdAt'>,
  fullName: string,
): PersonRecord {
  const key = deps.vault.newSubject();
  const unknown = { birthDate: null, school: null, grade: null, guardianName: null, guardianRelation: null };
  const profile = deps.vault.encrypt(key, profileToText({ fullName: cleanText(fullName), ...unknown }));
  return { ...place, matchKey: null, key, profile };
}
