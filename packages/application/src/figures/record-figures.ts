import type { Digest } from '@khuyenhoc/audit';
import { checkFigures, type FigureFault, type FigureToRecord } from '@khuyenhoc/domain';
import {
  cleanText,
  err,
  ok,
  vietnamDate,
  type CanonicalValue,
  type FigureId,
  type Instant,
  type Result,
} from '@khuyenhoc/kernel';
import { authorize, reached, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import { once, type IdempotencyKeyReused } from '../commands/once.ts';
import { recordAssociationHistory } from '../histories/record-history.ts';
import type { Clock } from '../ports/clock.ts';
import type { FigureRecord } from '../ports/figures.ts';
import type { Ids } from '../ports/ids.ts';
import type { Repositories, UnitOfWork } from '../ports/unit-of-work.ts';
import type { Vault } from '../ports/vault.ts';
import type { Session } from '../session.ts';

export interface RecordFiguresDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly vault: Vault;
  readonly digest: Digest;
  readonly unitOfWork: UnitOfWork;
}

export interface RecordFiguresInput {
  readonly figures: readonly FigureToRecord[];
  /** The caller's own key: the same list sent twice is recorded once. */
  readonly idempotencyKey: string;
}

/** The figures in the order of the list. `replayed` says that an earlier sending recorded them. */
export interface RecordedFigures {
  readonly figures: readonly FigureRecord[];
  readonly replayed: boolean;
}

/** The list was not recorded; every figure at fault is told. */
export interface FiguresInvalid {
  readonly code: 'FIGURES_INVALID';
  readonly faults: readonly FigureFault[];
}

export type RecordFiguresRefusal = Forbidden | NotFound | IdempotencyKeyReused | FiguresInvalid;

/**
 * Records what associations report of themselves, all figures of a list or none. A figure is corrected by a new one that names
 * it, once; the old one stays on record. Each is an event in its association's history.
 */
export async function recordFigures(
  deps: RecordFiguresDeps,
  session: Session,
  { figures, idempotencyKey }: RecordFiguresInput,
): Promise<Result<RecordedFigures, RecordFiguresRefusal>> {
  const recordedAt = deps.clock.now();
  const { vault } = deps;
  const given = figures.map(cleaned);
  const asked = { action: 'RECORD_FIGURES', figures: given.map(toCanonical) };
  return deps.unitOfWork.run(
    session.tenantId,
    async (repositories): Promise<Result<RecordedFigures, RecordFiguresRefusal>> => {
      const { mandates, associations } = repositories;
      const reach = await authorize(mandates, session, 'figure.record', recordedAt);
      if (!reach.ok) return reach;
      const named = [...new Set(given.map((one) => one.associationId))];
      const found = new Map((await associations.findByIds(named)).map((one) => [one.id, one]));
      for (const id of named) {
        const association = reached(found.get(id), reach.value);
        if (!association.ok) return association;
      }
      return once<RecordedFigures, FiguresInvalid>(
        repositories,
        { vault, session, idempotencyKey, recordedAt, asked },
        {
          recall: async ({ subjectId }) => ({
            figures: await repositories.figures.findList(subjectId),
            replayed: true,
          }),
          async act() {
            const added = await addFigures(deps, session, repositories, given, recordedAt);
            if (!added.ok) return added;
            const { listId, records } = added.value;
            return ok({ value: { figures: records, replayed: false }, subjectId: listId, version: 1 });
          },
        },
      );
    },
  );
}

async function addFigures(
  deps: RecordFiguresDeps,
  session: Session,
  { figures, histories }: Repositories,
  given: readonly FigureToRecord[],
  recordedAt: Instant,
): Promise<Result<{ readonly listId: string; readonly records: readonly FigureRecord[] }, FiguresInvalid>> {
  const associationIds = [...new Set(given.map((one) => one.associationId))];
  // Under the associations' locks the figures that are read below stay all there are.
  await histories.lockHeads('association', associationIds);
  const indicators = [...new Set(given.map((one) => one.indicator))];
  const onRecord = await figures.findOf(associationIds, indicators);
  const faults = checkFigures(given, { figures: onRecord, today: vietnamDate(recordedAt) });
  if (faults.length > 0) return err({ code: 'FIGURES_INVALID', faults });
  const listId = deps.ids.uuid();
  const entered = { listId, enteredBy: session.personId, enteredAt: recordedAt };
  const records = given.map((figure, line): FigureRecord => ({
    ...figure,
    ...entered,
    id: deps.ids.uuid() as FigureId,
    line,
  }));
  figures.add(records);
  await recordReports(deps, session, histories, records, recordedAt);
  return ok({ listId, records });
}

/** The source is free text and stays out of the history. */
async function recordReports(
  { digest }: RecordFiguresDeps,
  { tenantId, personId, mandate }: Session,
  histories: Repositories['histories'],
  records: readonly FigureRecord[],
  at: Instant,
): Promise<void> {
  const by = { personId, mandateId: mandate.id, role: mandate.role };
  await recordAssociationHistory(
    { histories, digest },
    { tenantId, by, at, on: vietnamDate(at) },
    records.map(({ associationId, id, indicator, asOf, value, precision, unit, denominator, replaces }) => ({
      associationId,
      type: 'figure.reported@1',
      data: {
        figure: id,
        indicator,
        asOf,
        value: value.toString(),
        precision,
        unit,
        of:
          denominator === null
            ? null
            : {
                indicator: denominator.indicator,
                value: denominator.value.toString(),
                precision: denominator.precision,
              },
        replaces,
      },
    })),
  );
}

function cleaned({ source, denominator, ...rest }: FigureToRecord): FigureToRecord {
  return {
    ...rest,
    source: cleanText(source),
    denominator: denominator === null ? null : { ...denominator, source: cleanText(denominator.source) },
  };
}

function toCanonical({ value, denominator, ...rest }: FigureToRecord): CanonicalValue {
  const of = denominator === null ? null : { ...denominator, value: denominator.value.toString() };
  return { ...rest, value: value.toString(), denominator: of };
}
