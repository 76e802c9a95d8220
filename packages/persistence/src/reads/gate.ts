import type { Gate, GatePerson } from '@khuyenhoc/application';
import { parsePath, type Role } from '@khuyenhoc/domain';
import { calendarDate, type AssociationId, type MandateId, type PersonId, type TenantId } from '@khuyenhoc/kernel';
import { statement, type Database } from '../database.ts';

/** One sign-in may be a person in several tenants: networks do not know each other, people do. */
const sql = `/*n:find_people*/
select i.tenant_id, t.name as tenant_name, i.person_id, m.id as mandate_id, m.role, m.association_id, m.path,
  m.valid_from::text as valid_from, m.valid_to::text as valid_to, a.name as association_name
from identity i
join tenant t on t.tenant_id = i.tenant_id
left join (mandate m join association a on a.tenant_id = m.tenant_id and a.id = m.association_id)
  on m.tenant_id = i.tenant_id and m.person_id = i.person_id
    and m.valid_from <= $3::date and (m.valid_to is null or $3::date <= m.valid_to)
where i.issuer = $1 and i.subject = $2
order by i.tenant_id, m.path, m.id`;

interface GateColumns {
  readonly tenant_id: TenantId;
  readonly tenant_name: string;
  readonly person_id: PersonId;
  readonly mandate_id: MandateId | null;
  readonly role: Role;
  readonly association_id: AssociationId;
  readonly path: string;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly association_name: string;
}

/** Finds who signs in, under a role that sees sign-ins, mandates and names of associations, and no person. */
export function createPostgresGate(database: Database): Gate {
  return {
    async findPeople(issuer, subject, today) {
      // PostgreSQL has no text with NUL, so nobody has such a name.
      if (`${issuer}${subject}`.includes('\u0000')) return [];
      const rows = await database.transaction({ role: 'gate' }, (em) =>
        statement<GateColumns>(em, sql, [issuer, subject, today]),
      );
      return [...Map.groupBy(rows, (row) => row.tenant_id).values()].flatMap(personOf);
    },
  };
}

function personOf(rows: readonly GateColumns[]): readonly GatePerson[] {
  const [first] = rows;
  if (first === undefined) return [];
  return [
    {
      tenantId: first.tenant_id,
      tenantName: first.tenant_name,
      personId: first.person_id,
      mandates: rows.flatMap(mandateOf),
    },
  ];
}

function mandateOf(row: GateColumns): GatePerson['mandates'] {
  if (row.mandate_id === null) return [];
  return [
    {
      id: row.mandate_id,
      personId: row.person_id,
      role: row.role,
      associationId: row.association_id,
      path: parsePath(row.path),
      validFrom: calendarDate(row.valid_from),
      validTo: row.valid_to === null ? null : calendarDate(row.valid_to),
      associationName: row.association_name,
    },
  ];
}
