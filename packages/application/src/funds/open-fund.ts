import { vnd } from '@khuyenhoc/domain';
import { cleanText, ok, type AccountId, type AssociationId, type FundId, type Result } from '@khuyenhoc/kernel';
import { authorize, reached, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { FundRecord, UnitOfWork } from '../ports/unit-of-work.ts';
import type { Session } from '../session.ts';

export interface FundDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly unitOfWork: UnitOfWork;
}

export interface FundInput {
  readonly associationId: AssociationId;
  readonly name: string;
  /** Most funds are an association's own account, not a licensed legal entity (`domain.md` 2.1). */
  readonly legalForm: 'LICENSED_SOCIAL_FUND' | 'ASSOCIATION_ACCOUNT' | 'CLAN_OR_SCHOOL_FUND';
}

/** Opens a fund and its account. It holds nothing until a donation is recorded. */
export async function openFund(
  deps: FundDeps,
  session: Session,
  input: FundInput,
): Promise<Result<FundRecord, Forbidden | NotFound>> {
  return deps.unitOfWork.run(session.tenantId, async ({ mandates, associations, funds, ledger }) => {
    const reach = await authorize(mandates, session, 'fund.open', deps.clock.now());
    if (!reach.ok) return reach;
    const [found] = await associations.findByIds([input.associationId]);
    const association = reached(found, reach.value);
    if (!association.ok) return association;
    const { path } = association.value;
    const id = deps.ids.uuid() as FundId;
    const accountId = deps.ids.uuid() as AccountId;
    const fund = {
      id,
      associationId: input.associationId,
      path,
      name: cleanText(input.name),
      legalForm: input.legalForm,
      accountId,
    };
    ledger.open([{ id: accountId, path, commodity: vnd, kind: 'FUND', owner: `fund ${id}`, mayGoBelowZero: false }]);
    funds.add(fund);
    return ok(fund);
  });
}
