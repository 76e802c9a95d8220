import { ClosedTenant, type Session } from '@khuyenhoc/application';
import { err, type Result } from '@khuyenhoc/kernel';
import type { GraphQLContext } from './context.ts';
import type { AnyRefusal, RefusalWith } from './refusals/refusal.ts';
import { requireSession } from './require-session.ts';

/** Runs a command that has one answer: what was done, or the refusal. Nothing expected is thrown. */
export async function runCommand<Value, Refusal extends AnyRefusal>(
  { viewer, reads }: GraphQLContext,
  take: (session: Session) => Promise<Result<Value, Refusal>>,
): Promise<Value | Refusal | RefusalWith<'SIGN_IN_REQUIRED' | 'MANDATE_REQUIRED' | 'TENANT_CLOSED'>> {
  const session = requireSession(viewer);
  if (!session.ok) return session.error;
  const result = await unlessClosed(() => take(session.value));
  reads.forget();
  return result.ok ? result.value : result.error;
}

/** The answer to a command that names something that cannot exist here. */
export function notFound(): Promise<Result<never, RefusalWith<'NOT_FOUND'>>> {
  return Promise.resolve(err({ code: 'NOT_FOUND' }));
}

/** What a command gives, or the refusal of a network that is closed, which any unit of work may throw. */
export async function unlessClosed<Value, Refusal>(
  take: () => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | RefusalWith<'TENANT_CLOSED'>>> {
  try {
    return await take();
  } catch (error) {
    if (error instanceof ClosedTenant) return err(error.refusal);
    throw error;
  }
}
