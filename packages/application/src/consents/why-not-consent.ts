import { birthdayOf, consentAgesOn, isOfAge, isWithin, type Path } from '@khuyenhoc/domain';
import { cleanText, vietnamDate, type Instant, type PersonId } from '@khuyenhoc/kernel';
import { isErased } from '../erasures/is-erased.ts';
import { profileFromText } from '../people/profile.ts';
import type { ConsentSubject } from '../ports/consents.ts';
import type { FileRecord } from '../ports/files.ts';
import type { Vault } from '../ports/vault.ts';
import type { ConsentFault, ConsentInput } from './consent-input.ts';

/** What is known of those whom a list of consents names, under lock. */
export interface ConsentGround {
  readonly vault: Vault;
  readonly reach: Path;
  readonly at: Instant;
  readonly subjects: ReadonlyMap<PersonId, ConsentSubject>;
  readonly files: readonly FileRecord[];
}

type Fault = ConsentFault extends infer One ? (One extends ConsentFault ? Omit<One, 'index'> : never) : never;

/** The first fault of a list of consents, in the order of the list. */
export function whyNotConsent(ground: ConsentGround, inputs: readonly ConsentInput[]): ConsentFault | null {
  for (const [index, input] of inputs.entries()) {
    const fault = faultOf(ground, input);
    if (fault !== null) return { ...fault, index };
  }
  return null;
}

function faultOf({ vault, reach, at, subjects, files }: ConsentGround, input: ConsentInput): Fault | null {
  const { givenOn, giver, representative, fileId, paper } = input;
  const subject = subjects.get(input.personId);
  if (subject === undefined || !stands(subject, reach)) return { code: 'NOT_FOUND' };
  if (isErased(subject.person)) return { code: 'SUBJECT_ERASED' };
  const today = vietnamDate(at);
  if (givenOn > today) return { code: 'CONSENT_DATE_IN_FUTURE', givenOn, today };
  const { birthDate } = profileFromText(vault.open(subject.person.key, subject.person.profile));
  const ages = consentAgesOn(givenOn);
  if (birthDate !== null && ages !== null && !isOfAge({ giver, givenOn }, birthDate))
    return { code: 'CONSENT_GIVER_TOO_YOUNG', askedFrom: birthdayOf(birthDate, ages.askedFromAge), givenOn };
  if (giver === 'REPRESENTATIVE' && !isNamed(representative, subjects, reach))
    return { code: 'REPRESENTATIVE_MISSING' };
  if (fileId === null && cleanText(paper ?? '') === '') return { code: 'CONSENT_EVIDENCE_MISSING' };
  return fileId !== null && !isEvidence(files, input, reach) ? { code: 'EVIDENCE_NOT_FOUND' } : null;
}

/** Whether a person stands within a reach: registered there, or nominated there. */
export function stands({ places }: ConsentSubject, reach: Path): boolean {
  return places.some((place) => isWithin(place, reach));
}

function isNamed(
  representative: ConsentInput['representative'],
  subjects: ReadonlyMap<PersonId, ConsentSubject>,
  reach: Path,
): boolean {
  if (representative === null || cleanText(representative.relation) === '') return false;
  if (representative.personId === null) return cleanText(representative.name ?? '') !== '';
  const known = subjects.get(representative.personId);
  return known !== undefined && stands(known, reach) && !isErased(known.person);
}

/** The scan is of this very child, or of nobody: a signed list of a class lies with the association. */
function isEvidence(files: readonly FileRecord[], { fileId, personId }: ConsentInput, reach: Path): boolean {
  const file = files.find(({ id }) => id === fileId);
  if (file === undefined || file.erasedAt !== null || !isWithin(file.path, reach)) return false;
  return file.personId === null || file.personId === personId;
}
