import type { CalendarDate } from '@khuyenhoc/kernel';
import type { TenantClosed } from '../tenant/tenant.ts';
import type { AwardAction } from '../workflow/template.ts';
import type { StepRefusal } from './advance.ts';

/** Why a command on an award is refused. Codes are stable; the facts beside them make the message. */
export type AwardRefusal =
  | StepRefusal
  /** No such award for this actor: it does not exist, or no valid mandate of his reaches it. The two are not told apart. */
  | { readonly code: 'NOT_FOUND' }
  /** Others kept changing the same things; nothing was written, and the same command may be sent again. */
  | { readonly code: 'TRY_AGAIN' }
  | { readonly code: 'VERSION_CONFLICT'; readonly expected: number; readonly actual: number }
  | { readonly code: 'IDEMPOTENCY_KEY_REUSED' }
  | { readonly code: 'DUPLICATE_NOMINATION' }
  /** The nominee was erased: its case can be ended, and nothing else. */
  | { readonly code: 'SUBJECT_ERASED' }
  | { readonly code: 'AMOUNT_DIFFERS'; readonly decidedVnd: bigint; readonly givenVnd: bigint }
  | { readonly code: 'OVER_BUDGET'; readonly source: string; readonly availableVnd: bigint; readonly askedVnd: bigint }
  | { readonly code: 'OVER_QUOTA'; readonly pool: string; readonly available: bigint }
  | { readonly code: 'NO_BUDGET'; readonly source: string }
  | { readonly code: 'NO_QUOTA'; readonly pool: string }
  /** The step settles or gives back what was put aside, and nothing was: a template that skips the approval. */
  | { readonly code: 'NOTHING_RESERVED'; readonly action: AwardAction }
  /** The step puts money aside, and it is put aside already: a template that approves twice. */
  | { readonly code: 'ALREADY_RESERVED'; readonly action: AwardAction }
  /** The network was closed: its books and histories stay as they are, and its open cases went elsewhere. */
  | TenantClosed
  | { readonly code: 'EFFECTIVE_DATE_IN_FUTURE'; readonly effectiveOn: CalendarDate; readonly today: CalendarDate }
  | { readonly code: 'EFFECTIVE_DATE_TOO_EARLY'; readonly effectiveOn: CalendarDate; readonly earliest: CalendarDate }
  | { readonly code: 'PERIOD_CLOSED'; readonly effectiveOn: CalendarDate; readonly closedThrough: CalendarDate };
