import { hash } from 'node:crypto';
import type { Ledger } from '@khuyenhoc/application';
import { Balances, nearestFirst, pathBelow, type CommodityCode, type Path, type Transfer } from '@khuyenhoc/domain';
import { calendarDate, ok, present, type AccountId, type CalendarDate, type TenantId } from '@khuyenhoc/kernel';
import { LockMode } from '@mikro-orm/core';
import { AccountRow } from '../entities/account.entity.ts';
import { BookRow } from '../entities/book.entity.ts';
import { TransferRow } from '../entities/transfer.entity.ts';
import { accountToRow, lockedAccountFromRow, transferToRow } from '../mappers/transfer.mapper.ts';
import type { WorkContext } from './work-context.ts';

/** The ledger through MikroORM: accounts are always locked in id order, as the group-commit writer does. */
export function createLedger(context: WorkContext): Ledger {
  const { em, tenantId } = context;
  return {
    open(accounts) {
      for (const account of accounts) em.persist(em.create(AccountRow, accountToRow(tenantId, account)));
    },
    outside: (commodity, path) => outside(context, commodity, path),
    post: (transfers, counterpart) => post(context, transfers, counterpart),
    async balancesOf(ids) {
      const rows = await lockAccounts(context, ids);
      return new Map(rows.map((row) => [row.id as AccountId, row.balance]));
    },
    // For share: closing the period waits for whoever saw it open.
    closedThrough: async () => closedDay(await lockBook(context, LockMode.PESSIMISTIC_READ)),
    // For update at once: two who share the row first and then both want to change it wait for each other for ever.
    closedThroughToClose: async () => closedDay(await lockBook(context, LockMode.PESSIMISTIC_WRITE)),
    async closeThrough(day) {
      const book = await lockBook(context, LockMode.PESSIMISTIC_WRITE);
      book.closedThrough = day;
    },
  };
}

async function post(
  context: WorkContext,
  transfers: readonly Transfer[],
  counterpart?: TenantId,
): ReturnType<Ledger['post']> {
  if (transfers.length === 0) return ok(undefined);
  const { em, tenantId } = context;
  const rows = await lockAccounts(
    context,
    transfers.flatMap(({ debit, credit }) => [debit, credit]),
  );
  const balances = new Balances(rows.map(lockedAccountFromRow));
  const posted = balances.post(transfers);
  if (!posted.ok) return posted;
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  for (const { accountId, change } of balances.changes())
    present(rowOf.get(accountId), 'a locked account').balance += change;
  for (const transfer of transfers) em.persist(em.create(TransferRow, transferToRow(tenantId, transfer, counterpart)));
  return ok(undefined);
}

async function lockAccounts({ em, tenantId }: WorkContext, ids: readonly AccountId[]): Promise<readonly AccountRow[]> {
  // What was opened or posted in this unit of work must stand in the database before it is read back under lock.
  await em.flush();
  return em.find(
    AccountRow,
    { tenantId, id: { $in: [...new Set(ids)] } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' }, refresh: true },
  );
}

function lockBook({ em, tenantId }: WorkContext, lockMode: LockMode): Promise<BookRow> {
  return em.findOneOrFail(BookRow, { tenantId }, { lockMode, refresh: true });
}

function closedDay({ closedThrough = null }: BookRow): CalendarDate | null {
  return closedThrough === null ? null : calendarDate(closedThrough);
}

/** One outside account for each root and commodity. Its id follows from what it is, so that two who need it first open one. */
async function outside({ em, tenantId }: WorkContext, commodity: CommodityCode, path: Path): Promise<AccountId> {
  const root = pathBelow(null, present(nearestFirst(path).at(-1), 'the root of a path'));
  const id = namedUuid(`outside ${tenantId} ${root} ${commodity}`) as AccountId;
  const account = { id, path: root, commodity, kind: 'OUTSIDE', owner: 'outside', mayGoBelowZero: true } as const;
  await em.upsert(AccountRow, accountToRow(tenantId, account), {
    onConflictFields: ['tenantId', 'id'],
    onConflictAction: 'ignore',
  });
  return id;
}

/** A UUID of version 8 (RFC 9562 5.8) whose bits are the SHA-256 of a name. */
function namedUuid(name: string): string {
  const digest = hash('sha256', name, 'hex');
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-a${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}
