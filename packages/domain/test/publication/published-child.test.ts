import { addDays, calendarDate, type CalendarDate, type ConsentId, type PersonId } from '@khuyenhoc/kernel';
import { propertyRuns } from '@khuyenhoc/test-scale';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkPublicationProfile,
  consentGivers,
  defaultPublicationProfile,
  isUnmasked,
  maskedFurther,
  publishedChild,
  shownChild,
  treatments,
  type ChildToPublish,
  type Consent,
  type PublicationProfile,
  type PublishedChild,
} from '../../src/index.ts';

const child: ChildToPublish = {
  fullName: 'Nguyễn Văn An',
  birthDate: calendarDate('2014-05-06'),
  school: 'THCS Mẫu',
  grade: '7A2',
};
const on = calendarDate('2026-03-01');
const everything: PublicationProfile = { NAME: 'CONSENTED', GRADE: 'CONSENTED', SCHOOL: 'CONSENTED' };

function aConsent(giver: Consent['giver'], purpose: Consent['purpose'], givenOn = '2026-01-05'): Consent {
  const id = `${giver} ${purpose} ${givenOn}` as ConsentId;
  return { id, personId: 'child' as PersonId, purpose, giver, givenOn: calendarDate(givenOn), withdrawnOn: null };
}

describe('what is shown of a child', () => {
  test('is by default a masked name and the grade', () => {
    const shown = shownChild(publishedChild(defaultPublicationProfile, child, [], on), on);
    expect(shown).toEqual({ NAME: 'N. V. A***', GRADE: '7', SCHOOL: null });
  });

  test('stays masked by default even when everything was agreed to: the campaign must want to show it', () => {
    const consents = consentGivers.map((giver) => aConsent(giver, 'PUBLISH_NAME'));
    expect(isUnmasked(publishedChild(defaultPublicationProfile, child, consents, on), on)).toBe(false);
  });

  test('is the full name once child and representative agreed, and the class and school only with their own consent', () => {
    const name = consentGivers.map((giver) => aConsent(giver, 'PUBLISH_NAME'));
    const school = consentGivers.map((giver) => aConsent(giver, 'PUBLISH_SCHOOL'));
    expect(shownChild(publishedChild(everything, child, name, on), on)).toEqual({
      NAME: 'Nguyễn Văn An',
      GRADE: '7',
      SCHOOL: null,
    });
    expect(shownChild(publishedChild(everything, child, [...name, ...school], on), on)).toEqual({
      NAME: 'Nguyễn Văn An',
      GRADE: '7A2',
      SCHOOL: 'THCS Mẫu',
    });
    expect(shownChild(publishedChild(everything, child, name.slice(1), on), on).NAME).toBe('N. V. A***');
  });

  test('is nothing where the profile hides it, whatever was agreed to', () => {
    const hidden: PublicationProfile = { NAME: 'HIDDEN', GRADE: 'HIDDEN', SCHOOL: 'HIDDEN' };
    const consents = consentGivers.map((giver) => aConsent(giver, 'PUBLISH_NAME'));
    expect(shownChild(publishedChild(hidden, child, consents, on), on)).toEqual({
      NAME: null,
      GRADE: null,
      SCHOOL: null,
    });
  });
});

test('a school has no masked form, and a profile that asks for one is refused', () => {
  expect(checkPublicationProfile({ ...everything, SCHOOL: 'MASKED' })).toEqual({
    ok: false,
    error: { code: 'TREATMENT_IMPOSSIBLE', field: 'SCHOOL', treatment: 'MASKED' },
  });
  expect(checkPublicationProfile(everything).ok).toBe(true);
});

/** A deed of a story, on a day of it. */
type Deed =
  | { readonly kind: 'consent'; readonly giver: Consent['giver']; readonly purpose: 'PUBLISH_NAME' | 'PUBLISH_SCHOOL' }
  | { readonly kind: 'withdraw'; readonly which: number }
  | { readonly kind: 'profile'; readonly treatment: (typeof treatments)[number] }
  | { readonly kind: 'publish' };

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    kind: fc.constant('consent' as const),
    giver: fc.constantFrom(...consentGivers),
    purpose: fc.constantFrom('PUBLISH_NAME' as const, 'PUBLISH_SCHOOL' as const),
  }),
  fc.record({ kind: fc.constant('withdraw' as const), which: fc.nat(9) }),
  fc.record({ kind: fc.constant('profile' as const), treatment: fc.constantFrom(...treatments) }),
  fc.record({ kind: fc.constant('publish' as const) }),
);

const stories = fc.record({
  birth: fc.option(fc.integer({ min: 0, max: 18 * 365 }), { nil: null }),
  deeds: fc.array(fc.record({ deed: deeds, daysLater: fc.nat(400) }), { minLength: 1, maxLength: 14 }),
});

const begin = calendarDate('2019-01-01');

/** Said anew and by hand: a full name needs these, by the age in whole years on the day. */
function mayBeNamed(birthDate: CalendarDate | null, consents: readonly Consent[], today: CalendarDate): boolean {
  const age = birthDate === null ? null : ageOn(birthDate, today);
  const given = (giver: Consent['giver']) =>
    consents.some(
      (one) =>
        one.giver === giver &&
        one.purpose === 'PUBLISH_NAME' &&
        one.givenOn <= today &&
        (one.withdrawnOn === null || today < one.withdrawnOn) &&
        (giver === 'REPRESENTATIVE' || birthDate === null || ageOn(birthDate, one.givenOn) >= 7),
    );
  if (age === null) return given('PERSON') && given('REPRESENTATIVE');
  return (age >= 16 || given('REPRESENTATIVE')) && (age < 7 || given('PERSON'));
}

function daysFrom(first: CalendarDate, count: number): readonly CalendarDate[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

function ageOn(birthDate: CalendarDate, today: CalendarDate): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

test('over any story of consents, withdrawals, profiles and publications, no full name is public on a day on which not all have agreed', () => {
  let namedOnce = 0;
  fc.assert(
    fc.property(stories, ({ birth, deeds: story }) => {
      const birthDate = birth === null ? null : addDays(begin, -birth);
      const nominee = { ...child, birthDate };
      let today = begin;
      let profile = defaultPublicationProfile;
      let consents: readonly Consent[] = [];
      let standing: PublishedChild | null = null;
      const isSeen = (seen: PublishedChild | null, when: CalendarDate) =>
        seen !== null && shownChild(seen, when).NAME?.includes('Nguyễn Văn An') === true;
      for (const { deed, daysLater } of story) {
        const until = addDays(today, daysLater);
        // What stands there is asked for on every day that passes; the answer is looked at on all of them at once.
        const days = isSeen(standing, today) ? daysFrom(today, daysLater) : [];
        const wrong = days.find((on) => isSeen(standing, on) && !mayBeNamed(birthDate, consents, on));
        expect(wrong).toBeUndefined();
        today = until;
        if (deed.kind === 'consent') consents = [...consents, aConsent(deed.giver, deed.purpose, today)];
        if (deed.kind === 'profile') profile = { ...profile, NAME: deed.treatment };
        if (deed.kind === 'publish') standing = publishedChild(profile, nominee, consents, today);
        if (deed.kind === 'withdraw') {
          consents = consents.map((one, index) => (index === deed.which ? { ...one, withdrawnOn: today } : one));
          if (standing !== null)
            standing = maskedFurther(standing, publishedChild(everything, nominee, consents, today));
        }
        if (isSeen(standing, today)) {
          namedOnce += 1;
          expect(mayBeNamed(birthDate, consents, today), today).toBe(true);
        }
      }
    }),
    propertyRuns(10_000),
  );
  // Otherwise the property would hold of an engine that never names anybody.
  expect(namedOnce).toBeGreaterThan(0);
});
