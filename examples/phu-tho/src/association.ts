/** What kind of body an association is, as far as this example needs. The engine itself keeps types as data. */
export type ExampleAssociationType = 'PROVINCE' | 'DISTRICT' | 'AFFILIATED' | 'COMMUNE' | 'BRANCH' | 'BOARD';

/** How far from the root it stands. Types do not tell: a board may be grass-roots (an agency) or base (a clan). */
export type ExampleTier = 'PROVINCE' | 'DIRECT' | 'GRASS_ROOTS' | 'BASE';

/** Class of a commune in the mountains; `III` is the one with the greatest difficulties, null is outside the list. */
export type ExampleAreaClass = 'I' | 'II' | 'III';

/** An association of the example. `ref` is its stable key here; ids are given by whoever loads the example. */
export interface ExampleAssociation {
  readonly ref: string;
  readonly name: string;
  readonly type: ExampleAssociationType;
  readonly tier: ExampleTier;
  readonly parentRef: string | null;
  /** The statistics office's code of the place on the date of the tree. A code is reused later with another meaning. */
  readonly placeCode: string | null;
  readonly areaClass: ExampleAreaClass | null;
  /** `YYYY-MM-DD`, invented, never earlier than the parent's. */
  readonly foundedOn: string;
}

/** A key made of a name: no accents, words joined by hyphens. "Thị trấn Tân Phú" gives "thi-tran-tan-phu". */
export function slug(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** What the place of a commune's association is called without its kind: "Thu Cúc" of "Hội Khuyến học xã Thu Cúc". */
export function communePlaceName({ name }: ExampleAssociation): string {
  return name.replace(/^Hội Khuyến học (xã|phường|thị trấn) /, '');
}
