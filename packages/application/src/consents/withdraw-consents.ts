import { maskedFurther, publishedChild, type Path } from '@khuyenhoc/domain';
import {
  err,
  ok,
  present,
  vietnamDate,
  type CalendarDate,
  type ConsentId,
  type PersonId,
  type Result,
} from '@khuyenhoc/kernel';
import { authorize, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import { once, type IdempotencyKeyReused } from '../commands/once.ts';
import { isErased } from '../erasures/is-erased.ts';
import { recordPersonHistory } from '../histories/record-history.ts';
import { profileFromText } from '../people/profile.ts';
import type { ConsentRecord, ConsentSubject } from '../ports/consents.ts';
import type { Repositories } from '../ports/unit-of-work.ts';
import type { Session } from '../session.ts';
import type { AlreadyWithdrawn, WithdrawalInput } from './consent-input.ts';
import type { ConsentDeps } from './give-consents.ts';
import { stands } from './why-not-consent.ts';

export interface WithdrawConsentsInput {
  readonly withdrawals: readonly WithdrawalInput[];
  readonly idempotencyKey: string;
}

/** What a withdrawal took from the public's eyes. */
export interface WithdrawnConsents {
  readonly consentIds: readonly ConsentId[];
  readonly maskedAwards: number;
}

export type WithdrawConsentsRefusal = Forbidden | NotFound | IdempotencyKeyReused | AlreadyWithdrawn;

/**
 * Withdraws consents from today on, all or none. What they made public is masked again in the same transaction, in every
 * publication of the person, and the person's history tells how many there were.
 */
export async function withdrawConsents(
  deps: ConsentDeps,
  session: Session,
  { withdrawals, idempotencyKey }: WithdrawConsentsInput,
): Promise<Result<WithdrawnConsents, WithdrawConsentsRefusal>> {
  const at = deps.clock.now();
  const consentIds = [...new Set(withdrawals.map(({ consentId }) => consentId))];
  const asked = { action: 'WITHDRAW_CONSENTS', consents: consentIds };
  return deps.unitOfWork.run(
    session.tenantId,
    async (repositories): Promise<Result<WithdrawnConsents, WithdrawConsentsRefusal>> => {
      const reach = await authorize(repositories.mandates, session, 'consent.record', at);
      if (!reach.ok) return reach;
      return once<WithdrawnConsents, WithdrawConsentsRefusal>(
        repositories,
        { vault: deps.vault, session, idempotencyKey, recordedAt: at, asked },
        {
          recall: ({ version }) => Promise.resolve({ consentIds, maskedAwards: version }),
          async act() {
            const found = await findOpen(repositories, reach.value, consentIds);
            if (!found.ok) return found;
            const { consents, subjects } = found.value;
            const withdrawnOn = vietnamDate(at);
            await repositories.consents.withdraw(
              consents.map(({ id, personId }) => ({
                consentId: id,
                personId,
                withdrawnOn,
                recordedAt: at,
                recordedBy: session.personId,
              })),
            );
            const masked = await maskAgain(deps, repositories, subjects, withdrawnOn);
            await remember(deps, session, repositories, consents, masked);
            const maskedAwards = masked.values().reduce((sum, count) => sum + count, 0);
            const [first] = consentIds;
            // The key keeps where its result stands and one number: how much was masked is the number of this one.
            const subjectId = first ?? session.personId;
            return ok({ value: { consentIds, maskedAwards }, subjectId, version: maskedAwards });
          },
        },
      );
    },
  );
}

interface OpenConsents {
  readonly consents: readonly ConsentRecord[];
  readonly subjects: readonly ConsentSubject[];
}

async function findOpen(
  { consents }: Repositories,
  reach: { readonly path: Path },
  ids: readonly ConsentId[],
): Promise<Result<OpenConsents, NotFound | AlreadyWithdrawn>> {
  const named = await consents.findByIds(ids);
  const subjects = await consents.lockSubjects([...new Set(named.map(({ personId }) => personId))]);
  const inReach = new Set(subjects.filter((one) => stands(one, reach.path)).map(({ person }) => person.id));
  // Asked again under the lock: somebody may have withdrawn it while we waited.
  const byId = new Map((await consents.findByIds(ids)).map((one) => [one.id, one]));
  const open: ConsentRecord[] = [];
  for (const [index, id] of ids.entries()) {
    const one = byId.get(id);
    if (one === undefined || !inReach.has(one.personId)) return err({ code: 'NOT_FOUND' });
    if (one.withdrawnOn !== null) return err({ code: 'CONSENT_WITHDRAWN', index, withdrawnOn: one.withdrawnOn });
    open.push(one);
  }
  return ok({ consents: open, subjects });
}

/** Makes every published award of the subjects what it may be from now on, and tells how many of each are less than before. */
async function maskAgain(
  { vault }: ConsentDeps,
  { consents, publications }: Repositories,
  subjects: readonly ConsentSubject[],
  on: CalendarDate,
): Promise<ReadonlyMap<PersonId, number>> {
  const readable = new Map(subjects.filter(({ person }) => !isErased(person)).map(({ person }) => [person.id, person]));
  const shown = (await publications.shownOf([...readable.keys()])).filter(({ personId }) => readable.has(personId));
  const given = Map.groupBy(await consents.ofPeople([...readable.keys()]), ({ personId }) => personId);
  await publications.showOtherwise(
    shown.map(({ awardId, personId, profile, child: before }) => {
      const person = present(readable.get(personId), 'the person of a publication');
      const child = profileFromText(vault.open(person.key, person.profile));
      const after = publishedChild(profile, child, given.get(personId) ?? [], on);
      return { awardId, child: maskedFurther(before, after) };
    }),
  );
  return new Map(
    Map.groupBy(shown, ({ personId }) => personId)
      .entries()
      .map(([id, awards]) => [id, awards.length]),
  );
}

async function remember(
  { digest, clock }: ConsentDeps,
  { tenantId, personId, mandate }: Session,
  { histories }: Repositories,
  consents: readonly ConsentRecord[],
  masked: ReadonlyMap<PersonId, number>,
): Promise<void> {
  const at = clock.now();
  await recordPersonHistory(
    { histories, digest },
    { tenantId, by: { personId, mandateId: mandate.id, role: mandate.role }, at, on: vietnamDate(at) },
    consents.map((one) => ({
      personId: one.personId,
      type: 'person.consent-withdrawn@1',
      data: { consent: one.id, purpose: one.purpose, masked: masked.get(one.personId) ?? 0 },
    })),
  );
}
