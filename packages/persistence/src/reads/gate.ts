import type { Gate, GatePerson } from '@khuyenhoc/application';
import { calendarDate, type PersonId, type TenantId } from '@khuyenhoc/kernel';
import { statement, type Database } from '../database.ts';
import { mandateViewColumns, mandateViewFrom, type MandateViewColumns } from './mandate-reads.ts';

/** One sign-in may be a person in several tenants: networks do not know each other, people do. */
const people = `/*n:find_people*/
select i.tenant_id as "tenantId", t.name as "tenantName", i.person_id as "personId", near.name as "askName",
  near.valid_from::text as "askFrom", near.valid_to::text as "askTo"
from identity i
join tenant t on t.tenant_id = i.tenant_id
left join lateral (
  select a.name, m.valid_from, m.valid_to
  from mandate m join association a on a.tenant_id = m.tenant_id and a.id = m.association_id
  where m.tenant_id = i.tenant_id and m.person_id = i.person_id
  order by least(abs(m.valid_from - $3::date), abs(coalesce(m.valid_to, m.valid_from) - $3::date)), m.id
  limit 1
) near on true
where i.issuer = $1 and i.subject = $2
order by i.tenant_id`;

interface PersonColumns {
  readonly tenantId: TenantId;
  readonly tenantName: string;
  readonly personId: PersonId;
  readonly askName: string | null;
  readonly askFrom: string | null;
  readonly askTo: string | null;
}

const valid = `/*n:find_mandates*/
select ${mandateViewColumns}
from unnest($1::uuid[], $2::uuid[]) k(tenant_id, person_id)
join mandate m on m.tenant_id = k.tenant_id and m.person_id = k.person_id
  and m.valid_from <= $3::date and (m.valid_to is null or $3::date <= m.valid_to)
join association held on held.tenant_id = m.tenant_id and held.id = m.association_id
left join association coverer on coverer.tenant_id = m.tenant_id and coverer.id = m.covered_by
order by m.tenant_id, m.path, m.id`;

/** Finds who signs in, under a role that sees sign-ins, mandates and names of associations, and no person. */
export function createPostgresGate(database: Database): Gate {
  return {
    async findPeople(issuer, subject, today) {
      // PostgreSQL has no text with NUL, so nobody has such a name.
      if (`${issuer}${subject}`.includes('\u0000')) return [];
      return database.transaction({ role: 'gate' }, async (em) => {
        const found = await statement<PersonColumns>(em, people, [issuer, subject, today]);
        if (found.length === 0) return [];
        const tenants = found.map(({ tenantId }) => tenantId);
        const ids = found.map(({ personId }) => personId);
        const rows = await statement<MandateViewColumns>(em, valid, [tenants, ids, today]);
        return found.map((person) => gatePersonFrom(person, rows));
      });
    },
  };
}

function gatePersonFrom(person: PersonColumns, rows: readonly MandateViewColumns[]): GatePerson {
  const { tenantId, tenantName, personId } = person;
  const mandates = rows.filter((row) => row.tenantId === tenantId).map(mandateViewFrom);
  return { tenantId, tenantName, personId, mandates, ask: mandates.length > 0 ? null : askOf(person) };
}

function askOf({ askName, askFrom, askTo }: PersonColumns): GatePerson['ask'] {
  if (askName === null || askFrom === null) return null;
  return {
    associationName: askName,
    validFrom: calendarDate(askFrom),
    validTo: askTo === null ? null : calendarDate(askTo),
  };
}
