/**
 * The mandate `m` that the actor of a key `k` names, if it is his, valid on the key's day and reaching the path of `a`; a row
 * without one drops out. The tenant is `$1`. Written once, since every way to change an award stands or falls with it.
 */
export const actorMandate = `cross join lateral (
  select role, path from mandate
  where tenant_id = $1::uuid and id = k.mandate_id and person_id = k.person_id
    and a.path >= path and a.path < rtrim(path, '/') || '0'
    and k.today >= valid_from and (valid_to is null or k.today <= valid_to)
  offset 0
) m`;
