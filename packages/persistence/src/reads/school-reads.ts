import type {
  Reads,
  RecipientGroupPeriod,
  RecipientGroupRecord,
  SchoolPeriod,
  SchoolRecord,
} from '@khuyenhoc/application';
import { parsePath } from '@khuyenhoc/domain';
import { calendarDate, instantOf } from '@khuyenhoc/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement } from '../database.ts';
import { knownIds } from '../mappers/known-ids.ts';
import { momentMs } from '../mappers/moments.ts';
import { scopeParameters, within } from './walls.ts';

type Read<Name extends keyof Reads> = (em: EntityManager, ...call: Parameters<Reads[Name]>) => ReturnType<Reads[Name]>;

/** Schools are known to the whole network: pupils go to schools of other communes. */
const schools = `/*n:schools*/
select s.id, s.name, s.name_key as "nameKey", s.level, s.code, s.code_issuer, ${momentMs('s.created_at')} as created_ms
from school s where s.tenant_id = $1::uuid and s.id = any($2::uuid[]) order by s.id`;

type SchoolColumns = Omit<SchoolRecord, 'code' | 'createdAt'> & {
  readonly code: string | null;
  readonly code_issuer: string | null;
  readonly created_ms: number;
};

/** Schools by id. */
export const readSchools: Read<'schools'> = async (em, { tenantId }, ids) => {
  const rows = await statement<SchoolColumns>(em, schools, [tenantId, knownIds(ids)]);
  return rows.map(({ code, code_issuer: issuer, created_ms: createdMs, ...rest }) => ({
    ...rest,
    code: code === null || issuer === null ? null : { issuer, text: code },
    createdAt: instantOf(createdMs),
  }));
};

const periods = `/*n:school_periods*/
select s.school_id as "schoolId", s.valid_from::text as valid_from, s.name, s.level, s.place_code_system, s.place_code,
  s.association_id as "associationId", s.batch_id as "batchId", ${momentMs('s.recorded_at')} as recorded_ms,
  s.recorded_by as "recordedBy"
from school_period s where s.tenant_id = $1::uuid and s.school_id = any($2::uuid[]) order by s.school_id, s.valid_from`;

type PeriodColumns = Omit<SchoolPeriod, 'validFrom' | 'place' | 'recordedAt'> & {
  readonly valid_from: string;
  readonly place_code_system: string | null;
  readonly place_code: string | null;
  readonly recorded_ms: number;
};

/** The periods of schools, oldest first. */
export const readSchoolPeriods: Read<'schoolPeriods'> = async (em, { tenantId }, ids) => {
  const rows = await statement<PeriodColumns>(em, periods, [tenantId, knownIds(ids)]);
  return rows.map(
    ({ valid_from: from, place_code_system: codeSystem, place_code: code, recorded_ms: recordedMs, ...rest }) => ({
      ...rest,
      validFrom: calendarDate(from),
      place: codeSystem === null || code === null ? null : { codeSystem, code },
      recordedAt: instantOf(recordedMs),
    }),
  );
};

const groups = `/*n:recipient_groups*/
select g.id, g.association_id as "associationId", g.path, g.kind, g.name, g.version, g.batch_id as "batchId",
  ${momentMs('g.created_at')} as created_ms
from recipient_group g where ${within('g')} and g.id = any($4::uuid[]) order by g.id`;

type GroupColumns = Omit<RecipientGroupRecord, 'path' | 'createdAt'> & {
  readonly path: string;
  readonly created_ms: number;
};

/** Groups of recipients by id. */
export const readRecipientGroups: Read<'recipientGroups'> = async (em, scope, ids) => {
  const rows = await statement<GroupColumns>(em, groups, [...scopeParameters(scope), knownIds(ids)]);
  return rows.map(({ path, created_ms: createdMs, ...rest }) => ({
    ...rest,
    path: parsePath(path),
    createdAt: instantOf(createdMs),
  }));
};

const groupPeriods = `/*n:recipient_group_periods*/
select p.group_id as "groupId", p.valid_from::text as valid_from, p.members, p.payee_id as "payeeId",
  ${momentMs('p.recorded_at')} as recorded_ms, p.recorded_by as "recordedBy"
from recipient_group g
join recipient_group_period p on p.tenant_id = $1::uuid and p.group_id = g.id
where ${within('g')} and g.id = any($4::uuid[]) order by p.group_id, p.valid_from`;

type GroupPeriodColumns = Omit<RecipientGroupPeriod, 'validFrom' | 'recordedAt'> & {
  readonly valid_from: string;
  readonly recorded_ms: number;
};

/** The periods of groups, oldest first. */
export const readRecipientGroupPeriods: Read<'recipientGroupPeriods'> = async (em, scope, ids) => {
  const rows = await statement<GroupPeriodColumns>(em, groupPeriods, [...scopeParameters(scope), knownIds(ids)]);
  return rows.map(({ valid_from: from, recorded_ms: recordedMs, ...rest }) => ({
    ...rest,
    validFrom: calendarDate(from),
    recordedAt: instantOf(recordedMs),
  }));
};
