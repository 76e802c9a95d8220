import { familyNames } from './name-lists.ts';
import type { Random } from './random.ts';
import { wordList } from './word-list.ts';

/** A branch or a board below a grass-roots association. */
export interface BaseUnit {
  readonly name: string;
  readonly type: 'BRANCH' | 'BOARD';
}

// Invented, in the manner of hamlets of the Mường and Dao.
const hamlets = wordList(
  'Chiềng, Bái, Dọc, Láng, Mít, Dụ, Còn, Bến Đá, Đồng Giang, Suối Bòng, Vường, Sận, Thân, Xoan, Mu',
  'Khoang Xanh, Ngả Hai, Đồng Cả, Suối Mười, Quyền, Lực, Trại Cọ, Đép, Đồng Phú, Nà Nờm, Chự, Sụ',
  'Minh Tiến, Suối Trò, Bến Gạo, Vạn Lèn, Đồng Tâm',
);

/** Branches at the schools of a commune. A school with an association of its own is not a branch of the commune's as well. */
export function schoolBranches(communeName: string, hasOwnLowerSecondary: boolean): readonly BaseUnit[] {
  const levels = hasOwnLowerSecondary ? ['Mầm non', 'Tiểu học'] : ['Mầm non', 'Tiểu học', 'THCS'];
  return levels.map((level) => ({ name: `Chi hội Trường ${level} ${communeName}`, type: 'BRANCH' }));
}

/** Boards of a commune: one at its office, and those of three to six clans. */
export function communeBoards(random: Random): readonly BaseUnit[] {
  const clans = random.shuffled(familyNames).slice(0, 3 + random.below(4));
  return [
    { name: 'Ban khuyến học cơ quan Ủy ban nhân dân', type: 'BOARD' },
    ...clans.map((family): BaseUnit => {
      const area = 1 + random.below(7);
      return { name: `Ban khuyến học dòng họ ${family} khu ${area}`, type: 'BOARD' };
    }),
  ];
}

/** Branches of the `count` residential areas of a commune: named hamlets in the mountains, numbers elsewhere. */
export function residentialBranches(random: Random, count: number, isMountainous: boolean): readonly BaseUnit[] {
  const named = isMountainous
    ? random
        .shuffled(hamlets)
        .slice(0, count)
        .map((hamlet) => `xóm ${hamlet}`)
    : [];
  const numbered = Array.from({ length: count - named.length }, (_, index) => `khu ${index + 1}`);
  return [...named, ...numbered].map((area) => ({ name: `Chi hội ${area}`, type: 'BRANCH' }));
}

/** The two branches of a school that has an association of its own. */
export const subjectBranches: readonly BaseUnit[] = [
  { name: 'Chi hội Tổ Khoa học tự nhiên', type: 'BRANCH' },
  { name: 'Chi hội Tổ Khoa học xã hội', type: 'BRANCH' },
];
