import { vnd } from '@khuyenhoc/domain';
import {
  cleanText,
  err,
  ok,
  present,
  type AccountId,
  type AssociationId,
  type FundId,
  type Result,
} from '@khuyenhoc/kernel';
import { whyClosed, type AssociationClosed } from '../associations/why-closed.ts';
import { authorize, reached, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import { once, type IdempotencyKeyReused } from '../commands/once.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { FundRecord, UnitOfWork } from '../ports/unit-of-work.ts';
import type { Vault } from '../ports/vault.ts';
import type { Session } from '../session.ts';

export interface FundDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly vault: Vault;
  readonly unitOfWork: UnitOfWork;
}

export interface FundInput {
  readonly associationId: AssociationId;
  readonly name: string;
  /** Most funds are an association's own account, not a licensed legal entity (`domain.md` 2.1). */
  readonly legalForm: 'LICENSED_SOCIAL_FUND' | 'ASSOCIATION_ACCOUNT' | 'CLAN_OR_SCHOOL_FUND';
  /** The caller's own key: one key opens one fund. */
  readonly idempotencyKey: string;
}

export type OpenFundRefusal = Forbidden | NotFound | IdempotencyKeyReused | AssociationClosed;

/** Opens a fund and its account. It holds nothing until a donation is recorded. */
export async function openFund(
  deps: FundDeps,
  session: Session,
  input: FundInput,
): Promise<Result<FundRecord, OpenFundRefusal>> {
  const recordedAt = deps.clock.now();
  const { vault } = deps;
  const { associationId, legalForm, idempotencyKey } = input;
  const name = cleanText(input.name);
  const asked = { action: 'OPEN_FUND', association: associationId, name, legalForm };
  return deps.unitOfWork.run(session.tenantId, async (repositories): Promise<Result<FundRecord, OpenFundRefusal>> => {
    const { mandates, associations, funds, ledger } = repositories;
    const reach = await authorize(mandates, session, 'fund.open', recordedAt);
    if (!reach.ok) return reach;
    const [found] = await associations.findByIds([associationId]);
    const association = reached(found, reach.value);
    if (!association.ok) return association;
    const { path } = association.value;
    return once<FundRecord, AssociationClosed>(
      repositories,
      { vault, session, idempotencyKey, recordedAt, asked },
      {
        async recall({ subjectId }) {
          const [fund] = await funds.findByIds([subjectId as FundId]);
          return present(fund, 'the fund that a key opened');
        },
        async act() {
          const closed = whyClosed(association.value);
          if (closed !== null) return err(closed);
          const id = deps.ids.uuid() as FundId;
          const accountId = deps.ids.uuid() as AccountId;
          const owner = `fund ${id}`;
          const fund = { id, associationId, path, name, legalForm, accountId };
          ledger.open([{ id: accountId, path, commodity: vnd, kind: 'FUND', owner, mayGoBelowZero: false }]);
          funds.add(fund);
          return ok({ value: fund, subjectId: id, version: 1 });
        },
      },
    );
  });
}
