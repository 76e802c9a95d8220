/**
 * The 32 district-level units of the three provinces that became the new Phú Thọ, in the statistics office's codes. The data
 * set names districts without a code; elsewhere they stay names on their communes. Spelled as the data set does.
 */
const codes: Readonly<Record<string, string>> = {
  // Phú Thọ.
  '25': `227 Thành phố Việt Trì, 228 Thị xã Phú Thọ, 230 Huyện Đoan Hùng, 231 Huyện Hạ Hoà, 232 Huyện Thanh Ba,
    233 Huyện Phù Ninh, 234 Huyện Yên Lập, 235 Huyện Cẩm Khê, 236 Huyện Tam Nông, 237 Huyện Lâm Thao,
    238 Huyện Thanh Sơn, 239 Huyện Thanh Thuỷ, 240 Huyện Tân Sơn`,
  // Vĩnh Phúc.
  '26': `243 Thành phố Vĩnh Yên, 244 Thành phố Phúc Yên, 246 Huyện Lập Thạch, 247 Huyện Tam Dương, 248 Huyện Tam Đảo,
    249 Huyện Bình Xuyên, 251 Huyện Yên Lạc, 252 Huyện Vĩnh Tường, 253 Huyện Sông Lô`,
  // Hòa Bình.
  '17': `148 Thành phố Hòa Bình, 150 Huyện Đà Bắc, 152 Huyện Lương Sơn, 153 Huyện Kim Bôi, 154 Huyện Cao Phong,
    155 Huyện Tân Lạc, 156 Huyện Mai Châu, 157 Huyện Lạc Sơn, 158 Huyện Yên Thủy, 159 Huyện Lạc Thủy`,
};

export interface OldDistrict {
  readonly code: string;
  readonly name: string;
  readonly provinceCode: string;
}

export const oldDistricts: readonly OldDistrict[] = Object.entries(codes).flatMap(([provinceCode, list]) =>
  list
    .split(',')
    .map((entry) => entry.trim())
    .map((entry) => ({ code: entry.slice(0, 3), name: entry.slice(4), provinceCode })),
);
