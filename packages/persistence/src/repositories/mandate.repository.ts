import type { MandateRepository, SignInName } from '@khuyenhoc/application';
import { selfAndAbove } from '@khuyenhoc/domain';
import { LockMode } from '@mikro-orm/core';
import type { PersonId } from '@khuyenhoc/kernel';
import { IdentityRow } from '../entities/identity.entity.ts';
import { MandateRow } from '../entities/mandate.entity.ts';
import { knownIds } from '../mappers/known-ids.ts';
import { mandateFromRow, mandateToRow } from '../mappers/mandate.mapper.ts';
import type { WorkContext } from './work-context.ts';

/** Mandates and sign-ins through MikroORM. */
export function createMandateRepository({ em, tenantId }: WorkContext): MandateRepository {
  const inOrder = { orderBy: { id: 'asc' } } as const;
  const locked = { ...inOrder, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  return {
    addAll(mandates) {
      for (const mandate of mandates) em.persist(em.create(MandateRow, mandateToRow(tenantId, mandate)));
    },
    addIdentities(identities) {
      for (const identity of identities) em.persist(em.create(IdentityRow, { tenantId, ...identity }));
    },
    async findIdentities(asked) {
      const names = asked.filter(isText).map(({ issuer, subject }) => ({ issuer, subject }));
      if (names.length === 0) return [];
      const rows = await em.find(IdentityRow, { tenantId, $or: names });
      return rows.map(({ issuer, subject, personId }) => ({ issuer, subject, personId: personId as PersonId }));
    },
    async findValid(id, personId, today) {
      const row = await em.findOne(MandateRow, {
        tenantId,
        id: { $in: knownIds([id]) },
        personId: { $in: knownIds([personId]) },
        validFrom: { $lte: today },
        $or: [{ validTo: null }, { validTo: { $gte: today } }],
      });
      return row === null ? null : mandateFromRow(row);
    },
    async lock(ids) {
      return (await em.find(MandateRow, { tenantId, id: { $in: knownIds(ids) } }, locked)).map(mandateFromRow);
    },
    async findGroup(groupId) {
      return (await em.find(MandateRow, { tenantId, groupId }, inOrder)).map(mandateFromRow);
    },
    async findLentFrom(ids) {
      const rows = await em.find(MandateRow, { tenantId, delegatedFrom: { $in: knownIds(ids) } }, inOrder);
      return rows.map(mandateFromRow);
    },
    async findOf(personIds) {
      const rows = await em.find(MandateRow, { tenantId, personId: { $in: knownIds(personIds) } }, inOrder);
      return rows.map(mandateFromRow);
    },
    async findReaching(path, role) {
      const rows = await em.find(MandateRow, { tenantId, role, path: { $in: [...selfAndAbove(path)] } }, inOrder);
      return rows.map(mandateFromRow);
    },
    async end(ids, lastDay) {
      const rows = await em.find(MandateRow, { tenantId, id: { $in: knownIds(ids) } }, locked);
      for (const row of rows) {
        const { validTo = null } = row;
        // Ending never lengthens a mandate that ends sooner.
        if (validTo === null || validTo > lastDay) row.validTo = lastDay;
      }
      await em.flush();
    },
  };
}

/** PostgreSQL has no text with NUL, so nobody has such a name. */
function isText({ issuer, subject }: SignInName): boolean {
  return !`${issuer}${subject}`.includes('\u0000');
}
