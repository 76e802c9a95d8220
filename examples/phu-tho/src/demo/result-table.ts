import type { StoryResult } from './play-story.ts';

/** The result as a table that an officer can read. */
export function resultTable(result: StoryResult): string {
  const { list, audit } = result;
  const rows: readonly (readonly [string, string])[] = [
    ['Dòng trong danh sách · rows in the list', String(list.rows)],
    ['  trả lại kèm cột Lỗi · sent back with the column Lỗi', String(list.faulty)],
    ['Đề cử · nominated', String(list.nominated)],
    ['  đạt · eligible', String(result.eligible)],
    ...[...result.refusedByClause].map(([clause, count]): readonly [string, string] => [
      `  không đạt · refused by ${clause}`,
      String(count),
    ]),
    ['  thiếu thông tin, trả lại · undecidable, returned', String(result.returned)],
    ['Hết chỉ tiêu · over quota', String(result.overQuota)],
    ['Phê duyệt · approved', String(result.approved)],
    ['Đã chi · paid', String(result.paid)],
    ['  đồng · đồng', `${result.paidVnd.toLocaleString('vi-VN')} ₫`],
    ['Đã ký nhận · signed for', String(result.acknowledged)],
    [
      'Lịch sử đúng · histories that hold',
      `${audit.awards - audit.brokenHistories} / ${audit.awards} (${audit.events} sự kiện)`,
    ],
    ['Sổ cái đúng · the ledger holds', audit.ledgerHolds ? `có (${audit.transfers} bút toán)` : 'KHÔNG'],
    ['Thời gian · time', `${result.seconds.toFixed(1)} s`],
  ];
  const width = Math.max(...rows.map(([title]) => title.length));
  return `${rows.map(([title, value]) => `${title.padEnd(width)}  ${value}`).join('\n')}\n`;
}

/** The same for programs. */
export function resultJson(result: StoryResult): string {
  const plain = {
    ...result,
    refusedByClause: Object.fromEntries(result.refusedByClause),
    paidVnd: result.paidVnd.toString(),
    audit: { ...result.audit, byState: Object.fromEntries(result.audit.byState) },
  };
  return `${JSON.stringify(plain, null, 2)}\n`;
}

/** Whether everything that was promised holds. */
export function allHolds({
  audit,
  list,
  eligible,
  refusedByClause,
  returned,
  approved,
  overQuota,
  paid,
  acknowledged,
}: StoryResult): boolean {
  const refused = [...refusedByClause.values()].reduce((sum, count) => sum + count, 0);
  return (
    audit.brokenHistories === 0 &&
    audit.ledgerHolds &&
    audit.awards === list.nominated &&
    list.rows === list.nominated + list.faulty &&
    list.nominated === eligible + refused + returned &&
    eligible === approved + overQuota &&
    approved === paid &&
    paid === acknowledged
  );
}
