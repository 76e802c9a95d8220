import type { ExampleAreaClass } from './association.ts';
import { wordList } from './word-list.ts';

/**
 * Classes of the communes by district. Which districts are mountainous is real; the class of the single commune is
 * plausible and chosen for this example. It is not a copy of the list that the Prime Minister decides.
 */
const classes: Readonly<Record<string, Readonly<Partial<Record<ExampleAreaClass, readonly string[]>>>>> = {
  'Tân Sơn': {
    III: wordList(
      'Thu Cúc, Thạch Kiệt, Thu Ngạc, Đồng Sơn, Lai Đồng, Kim Thượng, Xuân Đài, Xuân Sơn, Tam Thanh, Vinh Tiền, Long Cốc',
    ),
    II: ['Kiệt Sơn', 'Tân Sơn'],
    I: ['Minh Đài', 'Mỹ Thuận', 'Văn Luông', 'Tân Phú'],
  },
  'Yên Lập': {
    III: ['Trung Sơn', 'Nga Hoàng', 'Thượng Long', 'Phúc Khánh'],
    II: ['Mỹ Lung', 'Xuân An', 'Minh Hòa'],
    I: ['Ngọc Lập', 'Ngọc Đồng', 'Mỹ Lương', 'Lương Sơn', 'Xuân Viên', 'Xuân Thủy', 'Đồng Lạc', 'Đồng Thịnh'],
  },
  'Thanh Sơn': {
    III: ['Thượng Cửu', 'Đông Cửu', 'Khả Cửu', 'Yên Sơn', 'Yên Lãng'],
    II: ['Tân Minh', 'Văn Miếu'],
    I: ['Võ Miếu', 'Cự Đồng', 'Cự Thắng', 'Tất Thắng', 'Hương Cần', 'Tinh Nhuệ', 'Lương Nha', 'Yên Lương', 'Địch Quả'],
  },
};

/** The class of a commune, or null for the ones outside the mountains. */
export function areaClassOf(districtName: string, communeName: string): ExampleAreaClass | null {
  const ofDistrict = classes[districtName] ?? {};
  for (const areaClass of ['III', 'II', 'I'] as const) {
    if (ofDistrict[areaClass]?.includes(communeName)) return areaClass;
  }
  return null;
}
