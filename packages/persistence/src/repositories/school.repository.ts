import type { SchoolPeriod, SchoolRecord, SchoolRepository } from '@khuyenhoc/application';
import { calendarDate, type AssociationId, type PersonId, type SchoolId } from '@khuyenhoc/kernel';
import { LockMode } from '@mikro-orm/core';
import { SchoolPeriodRow } from '../entities/school-period.entity.ts';
import { SchoolRow } from '../entities/school.entity.ts';
import { knownIds } from '../mappers/known-ids.ts';
import { instantFrom, momentOf } from '../mappers/moments.ts';
import type { WorkContext } from './work-context.ts';

/** Schools and their periods through MikroORM. */
export function createSchoolRepository({ em, tenantId }: WorkContext): SchoolRepository {
  const addPeriods = (periods: readonly SchoolPeriod[]): void => {
    for (const { place, recordedAt, ...period } of periods) {
      const placed = { placeCodeSystem: place?.codeSystem ?? null, placeCode: place?.code ?? null };
      em.persist(em.create(SchoolPeriodRow, { tenantId, ...period, ...placed, recordedAt: momentOf(recordedAt) }));
    }
  };
  const coded = ({ code }: SchoolRecord) => ({ code: code?.text ?? null, codeIssuer: code?.issuer ?? null });
  return {
    add(schools, periods) {
      for (const school of schools) {
        const createdAt = momentOf(school.createdAt);
        em.persist(em.create(SchoolRow, { tenantId, ...school, ...coded(school), createdAt }));
      }
      addPeriods(periods);
    },
    addPeriods,
    async save(school) {
      const row = await em.findOneOrFail(SchoolRow, { tenantId, id: school.id });
      em.assign(row, { name: school.name, nameKey: school.nameKey, level: school.level, ...coded(school) });
    },
    async lock(ids) {
      const rows = await em.find(
        SchoolRow,
        { tenantId, id: { $in: knownIds(ids) } },
        { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' }, refresh: true },
      );
      return rows.map(schoolFromRow);
    },
    async findByIds(ids) {
      const rows = await em.find(SchoolRow, { tenantId, id: { $in: knownIds(ids) } }, { orderBy: { id: 'asc' } });
      return rows.map(schoolFromRow);
    },
    async findByCodes(codes) {
      if (codes.length === 0) return [];
      const either = { $or: codes.map(({ issuer, text }) => ({ codeIssuer: issuer, code: text })) };
      return (await em.find(SchoolRow, { tenantId, ...either })).map(schoolFromRow);
    },
    async findBatch(batchId) {
      const of = { tenantId, batchId: { $in: knownIds([batchId]) } };
      return (await em.find(SchoolPeriodRow, of, { orderBy: { schoolId: 'asc' } })).map(periodFromRow);
    },
    async periodsOf(ids) {
      const rows = await em.find(
        SchoolPeriodRow,
        { tenantId, schoolId: { $in: knownIds(ids) } },
        { orderBy: { schoolId: 'asc', validFrom: 'asc' } },
      );
      return rows.map(periodFromRow);
    },
  };
}

function schoolFromRow(row: SchoolRow): SchoolRecord {
  const { code = null, codeIssuer = null } = row;
  return {
    id: row.id as SchoolId,
    name: row.name,
    nameKey: row.nameKey,
    level: row.level,
    code: code === null || codeIssuer === null ? null : { issuer: codeIssuer, text: code },
    createdAt: instantFrom(row.createdAt),
  };
}

function periodFromRow(row: SchoolPeriodRow): SchoolPeriod {
  const { placeCodeSystem = null, placeCode = null } = row;
  return {
    schoolId: row.schoolId as SchoolId,
    validFrom: calendarDate(row.validFrom),
    name: row.name,
    level: row.level,
    place: placeCodeSystem === null || placeCode === null ? null : { codeSystem: placeCodeSystem, code: placeCode },
    associationId: row.associationId as AssociationId,
    batchId: row.batchId,
    recordedAt: instantFrom(row.recordedAt),
    recordedBy: row.recordedBy as PersonId,
  };
}
