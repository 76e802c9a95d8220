import { err, foldText, ok, type Result } from '@khuyenhoc/kernel';
import { circular22, circular27, circular58, secondaryScale, type StudyScale } from '@khuyenhoc/rules';

/** A level on the scale by which a grade was assessed. */
export interface ScaledLevel {
  readonly scale: string;
  readonly level: string;
}

/** A word that the scale does not have; `accepted` are those it has, best first. */
export interface NotOnScale {
  readonly accepted: readonly string[];
}

/** Reads a word for study results in a grade of a school year: "Khá", "hoàn thành tốt", "HTT". */
export function studyLevel(word: string, grade: number, schoolYear: string): Result<ScaledLevel, NotOnScale> {
  const scale = scaleOf(grade, schoolYear);
  return findLevel(word, scale.id, scale.levels);
}

/** The words for study results in a grade of a school year, best first. */
export function studyWords(grade: number, schoolYear: string): readonly string[] {
  return Object.values(scaleOf(grade, schoolYear).levels);
}

/** Reads a word for conduct (hạnh kiểm, rèn luyện, phẩm chất) in a grade of a school year. */
export function conductLevel(word: string, grade: number, schoolYear: string): Result<ScaledLevel, NotOnScale> {
  const { id } = scaleOf(grade, schoolYear);
  return findLevel(word, id, conductLevels[id] ?? {});
}

interface Levels {
  readonly [level: string]: string;
}

/** Conduct has words of its own in each circular; those of 22/2021 and 58/2011 stand beside the study results there. */
const conductLevels: { readonly [scale: string]: Levels } = {
  [circular27.id]: { tot: 'Tốt', dat: 'Đạt', 'can-co-gang': 'Cần cố gắng' },
  [circular22.id]: circular22.levels,
  [circular58.id]: { tot: 'Tốt', kha: 'Khá', 'trung-binh': 'Trung bình', yeu: 'Yếu' },
};

/** How schools shorten the words. */
const shortForms: { readonly [short: string]: string } = {
  htxs: 'hoan-thanh-xuat-sac',
  htt: 'hoan-thanh-tot',
  ht: 'hoan-thanh',
  cht: 'chua-hoan-thanh',
  tb: 'trung-binh',
  ccg: 'can-co-gang',
  cd: 'chua-dat',
};

function scaleOf(grade: number, schoolYear: string): StudyScale {
  return secondaryScale(grade, schoolYear) ?? circular27;
}

function findLevel(word: string, scale: string, levels: Levels): Result<ScaledLevel, NotOnScale> {
  const folded = foldText(word);
  const found = Object.entries(levels).find(
    ([level, title]) => foldText(title) === folded || shortForms[folded] === level,
  );
  return found === undefined ? err({ accepted: Object.values(levels) }) : ok({ scale, level: found[0] });
}
