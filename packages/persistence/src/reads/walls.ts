import type { ReadScope } from '@khuyenhoc/application';

/**
 * The first wall, in every statement: the tenant and the range of paths, as `$1`, `$2` and `$3`. The row policies of the
 * reader's role say the same once more, so that either wall holds alone.
 */
export function scopeParameters(scope: ReadScope): readonly string[] {
  return [scope.tenantId, scope.from, scope.to];
}

/** How many parameters the scope takes. */
export const scopeSize = 3;

/** What stands in the scope's range. */
export function within(alias: string): string {
  return `${alias}.tenant_id = $1::uuid and ${alias}.path >= $2 and ${alias}.path < $3`;
}

/** What stands in the scope's range, or above it, such as the campaign of a branch's province. */
export function withinOrAbove(alias: string): string {
  return `${alias}.tenant_id = $1::uuid and (${alias}.path >= $2 and ${alias}.path < $3 or starts_with($2, ${alias}.path))`;
}
