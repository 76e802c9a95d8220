/**
 * How pupils are graded in the school year 2023-2024. Three orders are in force side by side: primary schools assess by
 * completion, grades 6 to 8 by circular 22/2021, and grade 9 for the last time by circular 58/2011.
 */
export interface SchoolScale {
  readonly level: 'PRIMARY' | 'LOWER_SECONDARY';
  /** Words for study results, best first. The first two are what rules call "giỏi" and "khá". */
  readonly study: readonly [good: string, fair: string, ...lower: string[]];
  /** Words for conduct, best first. */
  readonly conduct: readonly [good: string, ...lower: string[]];
}

const primary: SchoolScale = {
  level: 'PRIMARY',
  study: ['Hoàn thành xuất sắc', 'Hoàn thành tốt', 'Hoàn thành', 'Chưa hoàn thành'],
  conduct: ['Tốt', 'Đạt', 'Cần cố gắng'],
};

const circular22: SchoolScale = {
  level: 'LOWER_SECONDARY',
  study: ['Tốt', 'Khá', 'Đạt', 'Chưa đạt'],
  conduct: ['Tốt', 'Khá', 'Đạt', 'Chưa đạt'],
};

const circular58: SchoolScale = {
  level: 'LOWER_SECONDARY',
  study: ['Giỏi', 'Khá', 'TB', 'Yếu'],
  conduct: ['Tốt', 'Khá', 'TB', 'Yếu'],
};

/** The scale of a grade from 1 to 9 in 2023-2024. */
export function schoolScale(grade: number): SchoolScale {
  if (!Number.isInteger(grade) || grade < 1 || grade > 9) throw new RangeError(`no grade of these schools: ${grade}`);
  if (grade <= 5) return primary;
  return grade === 9 ? circular58 : circular22;
}
