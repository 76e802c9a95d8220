import { schoolKey } from '@khuyenhoc/domain';
import {
  cleanText,
  err,
  ok,
  present,
  vietnamDate,
  type AssociationId,
  type CalendarDate,
  type Result,
  type SchoolId,
} from '@khuyenhoc/kernel';
import type { SchoolLevel } from '@khuyenhoc/rules';
import { authorize, reached, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import { once, type IdempotencyKeyReused } from '../commands/once.ts';
import { recordAssociationHistory } from '../histories/record-history.ts';
import type { PeopleDeps } from '../people/seal-record.ts';
import type { SchoolPeriod, SchoolRecord } from '../ports/schools.ts';
import type { Repositories } from '../ports/unit-of-work.ts';
import type { Session } from '../session.ts';

/** A school, or what a known one is from a day on. */
export interface SchoolInput {
  /** Null for a school that is not in the register yet. */
  readonly schoolId: SchoolId | null;
  readonly name: string;
  readonly level: SchoolLevel;
  readonly code: { readonly issuer: string; readonly text: string } | null;
  readonly from: CalendarDate;
  readonly place: { readonly codeSystem: string; readonly code: string } | null;
  /** The association that looks after it. */
  readonly associationId: AssociationId;
}

/** Which school of the list is refused, counted from 0. Nothing of the list was recorded. */
export type SchoolFault = { readonly index: number } & (
  | { readonly code: 'SCHOOL_CODE_TAKEN'; readonly schoolId: SchoolId }
  /** A school changes forwards: the day must lie after the one it changed last. */
  | { readonly code: 'SCHOOL_PERIOD_NOT_LATER'; readonly from: CalendarDate; readonly last: CalendarDate }
);

export type RecordSchoolsRefusal = Forbidden | NotFound | IdempotencyKeyReused | SchoolFault;

/**
 * Records schools, all or none: new ones, and what known ones are from a day on (another name, place, or association that looks
 * after them). What they were before stays as it was.
 */
export async function recordSchools(
  deps: PeopleDeps,
  session: Session,
  { schools: given, idempotencyKey }: { readonly schools: readonly SchoolInput[]; readonly idempotencyKey: string },
): Promise<Result<readonly SchoolPeriod[], RecordSchoolsRefusal>> {
  const at = deps.clock.now();
  const inputs = given.map((one) => ({ ...one, name: cleanText(one.name) }));
  const asked = { action: 'RECORD_SCHOOLS', items: inputs };
  return deps.unitOfWork.run(
    session.tenantId,
    async (repositories): Promise<Result<readonly SchoolPeriod[], RecordSchoolsRefusal>> => {
      const { mandates, associations, schools, histories } = repositories;
      const reach = await authorize(mandates, session, 'school.record', at);
      if (!reach.ok) return reach;
      const units = new Map(
        (await associations.findByIds([...new Set(inputs.map((one) => one.associationId))])).map((one) => [
          one.id,
          one,
        ]),
      );
      if (inputs.some((one) => !reached(units.get(one.associationId), reach.value).ok))
        return err({ code: 'NOT_FOUND' });
      return once<readonly SchoolPeriod[], NotFound | SchoolFault>(
        repositories,
        { vault: deps.vault, session, idempotencyKey, recordedAt: at, asked },
        {
          recall: ({ subjectId }) => schools.findBatch(subjectId),
          async act() {
            const planned = await plan(deps, session, repositories, inputs);
            if (!planned.ok) return planned;
            const { periods, fresh, changed, batchId } = planned.value;
            const isNew = new Set(fresh.map(({ id }) => id));
            schools.add(
              fresh,
              periods.filter(({ schoolId }) => isNew.has(schoolId)),
            );
            schools.addPeriods(periods.filter(({ schoolId }) => !isNew.has(schoolId)));
            for (const school of changed) await schools.save(school);
            const by = { personId: session.personId, mandateId: session.mandate.id, role: reach.value.role };
            await recordAssociationHistory(
              { histories, digest: deps.digest },
              { tenantId: session.tenantId, by, at, on: vietnamDate(at) },
              periods.map(({ associationId, schoolId, validFrom, level }) => ({
                associationId,
                type: 'school.recorded@1',
                data: { school: schoolId, from: validFrom, level },
              })),
            );
            return ok({ value: periods, subjectId: batchId, version: periods.length });
          },
        },
      );
    },
  );
}

interface Planned {
  readonly batchId: string;
  readonly periods: readonly SchoolPeriod[];
  readonly fresh: readonly SchoolRecord[];
  readonly changed: readonly SchoolRecord[];
}

async function plan(
  { ids, clock }: PeopleDeps,
  session: Session,
  { schools }: Repositories,
  inputs: readonly SchoolInput[],
): Promise<Result<Planned, NotFound | SchoolFault>> {
  const recordedAt = clock.now();
  const batchId = ids.uuid();
  const known = new Map(
    (await schools.lock(inputs.flatMap(({ schoolId }) => schoolId ?? []))).map((one) => [one.id, one]),
  );
  const last = new Map((await schools.periodsOf([...known.keys()])).map((one) => [one.schoolId, one.validFrom]));
  const codes = new Map(
    (await schools.findByCodes(inputs.flatMap(({ code }) => code ?? []))).map((one) => [codeName(one.code), one.id]),
  );
  const fresh: SchoolRecord[] = [];
  const changed: SchoolRecord[] = [];
  const periods: SchoolPeriod[] = [];
  // Ids of one millisecond are in no order; the list's is kept by giving them out sorted.
  const newIds = inputs.map(() => ids.uuid() as SchoolId).toSorted();
  for (const [index, { schoolId, name, level, code, from, place, associationId }] of inputs.entries()) {
    const id = schoolId ?? present(newIds[index], 'the id of a school');
    const before = known.get(id);
    if (schoolId !== null && before === undefined) return err({ code: 'NOT_FOUND' });
    const owner = code === null ? undefined : codes.get(codeName(code));
    if (owner !== undefined && owner !== id) return err({ code: 'SCHOOL_CODE_TAKEN', index, schoolId: owner });
    const lastChange = last.get(id);
    if (lastChange !== undefined && from <= lastChange)
      return err({ code: 'SCHOOL_PERIOD_NOT_LATER', index, from, last: lastChange });
    if (code !== null) codes.set(codeName(code), id);
    last.set(id, from);
    const school = { id, name, nameKey: schoolKey(name), level, code, createdAt: before?.createdAt ?? recordedAt };
    if (before === undefined) fresh.push(school);
    // What it will be is told by its period; the list of schools shows what it is.
    else if (from <= vietnamDate(recordedAt)) changed.push(school);
    const by = { recordedAt, recordedBy: session.personId, batchId };
    periods.push({ schoolId: id, validFrom: from, name, level, place, associationId, ...by });
  }
  return ok({ batchId, periods, fresh, changed });
}

function codeName(code: SchoolRecord['code']): string {
  return code === null ? '' : `${code.issuer}\u0000${code.text}`;
}
