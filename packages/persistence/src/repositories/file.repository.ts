import type { EvidencedAward, FileRepository } from '@khuyenhoc/application';
import { parsePath, subtreeOf } from '@khuyenhoc/domain';
import type { AssociationId, AwardId, FileId, PersonId } from '@khuyenhoc/kernel';
import { statement } from '../database.ts';
import { AwardRow } from '../entities/award.entity.ts';
import { FileEvidenceRow } from '../entities/file-evidence.entity.ts';
import { StoredFileRow } from '../entities/stored-file.entity.ts';
import { bytesOf } from '../mappers/bytes.ts';
import { evidenceToRow, fileFromRow, fileToRow } from '../mappers/file.mapper.ts';
import { knownIds } from '../mappers/known-ids.ts';
import { momentOf } from '../mappers/moments.ts';
import type { WorkContext } from './work-context.ts';

/** Encrypted files and what they are evidence of, through MikroORM. */
export function createFileRepository({ em, tenantId }: WorkContext): FileRepository {
  return {
    add(file, content) {
      em.persist(em.create(StoredFileRow, fileToRow(tenantId, file, content)));
    },
    async findByIds(ids) {
      const rows = await em.find(StoredFileRow, { tenantId, id: { $in: knownIds(ids) } }, { orderBy: { id: 'asc' } });
      return rows.map(fileFromRow);
    },
    async findByCommitment(associationId, kind, commitment) {
      const row = await em.findOne(StoredFileRow, { tenantId, associationId, kind, commitment: bytesOf(commitment) });
      return row === null ? null : fileFromRow(row);
    },
    async concerns(personId, path) {
      const { from, to } = subtreeOf(path);
      const nominated = { tenantId, nomineeId: { $in: knownIds([personId]) }, path: { $gte: from, $lt: to } };
      return (await em.findOne(AwardRow, nominated, { fields: ['id'] })) !== null;
    },
    async findAwards(ids) {
      const rows = await em.find(
        AwardRow,
        { tenantId, id: { $in: knownIds(ids) } },
        { fields: ['id', 'associationId', 'path', 'nomineeId'], orderBy: { id: 'asc' } },
      );
      return rows.map((row): EvidencedAward => ({
        awardId: row.id as AwardId,
        associationId: row.associationId as AssociationId,
        path: parsePath(row.path),
        nomineeId: row.nomineeId as PersonId,
      }));
    },
    async attach(evidence) {
      const named = evidence.map(({ awardId, fileId, purpose }) => ({ awardId, fileId, purpose }));
      const known = named.length === 0 ? [] : await em.find(FileEvidenceRow, { tenantId, $or: named });
      const names = new Set(known.map(nameOf));
      const added = evidence.filter((one) => {
        const isNew = !names.has(nameOf(one));
        names.add(nameOf(one));
        return isNew;
      });
      for (const one of added) em.persist(em.create(FileEvidenceRow, evidenceToRow(tenantId, one)));
      return added;
    },
    async eraseOf(people, at) {
      await em.flush();
      const erased = await statement<{ readonly id: FileId }>(em, erase, [tenantId, knownIds(people), momentOf(at)]);
      return erased.map(({ id }) => id);
    },
  };
}

/** A statement, so that no content is read only to be destroyed. */
const erase = `/*n:erase_files*/
update stored_file set content = null, commitment = null, wrapped_key = null, erased_at = $3::timestamptz
where tenant_id = $1::uuid and person_id = any($2::uuid[]) and erased_at is null
returning id`;

function nameOf({ awardId, fileId, purpose }: Pick<FileEvidenceRow, 'awardId' | 'fileId' | 'purpose'>): string {
  return `${awardId} ${fileId} ${purpose}`;
}
