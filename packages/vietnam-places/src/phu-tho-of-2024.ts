import { calendarDate } from '@khuyenhoc/kernel';

/**
 * What the data set cannot know of Phú Thọ: it lists the communes of mid-2025, and half a year earlier, on 1 January 2025,
 * eighteen of them had been merged away and seven codes passed to communes of another name. With this, the 225 communes of 2024 are
 * known, which the provincial congress of December 2023 reported.
 */
export const mergersDay = calendarDate('2025-01-01');
export const lastDayOf2024 = calendarDate('2024-12-31');
export const mergersAct = '1282/NQ-UBTVQH15';

/** A commune as it was until the end of 2024, and the code of the one it went into, when a source tells it. */
export interface CommuneOf2024 {
  readonly code: string;
  readonly name: string;
  readonly districtCode: string;
  readonly successorCode: string | null;
}

/**
 * In groups of a district and a successor's code. A commune that grew goes into itself. The press told the groups of Việt Trì
 * and the first two of Đoan Hùng; those of Cẩm Khê and of Hùng Long follow from the one successor that each of their communes
 * can have had, given where the data set has them half a year later. Of three the successor is not told.
 */
const groups: readonly (readonly [districtCode: string, successorCode: string | null, communes: string])[] = [
  ['227', '07894', '07891 Phường Vân Cơ, 07894 Phường Nông Trang'],
  ['227', '07906', '07906 Phường Thọ Sơn, 07915 Phường Bến Gót'],
  ['230', '08044', '08032 Xã Vụ Quang, 08044 Xã Minh Phú, 08047 Xã Chân Mộng'],
  ['230', '08038', '08026 Xã Yên Kiện, 08038 Xã Tiêu Sơn, 08041 Xã Minh Tiến'],
  ['230', '08035', '08029 Xã Hùng Long, 08035 Xã Vân Đồn'],
  ['230', null, '07984 Xã Vân Du, 07993 Xã Minh Lương, 08017 Xã Sóc Đăng'],
  ['235', '08350', '08347 Xã Tuy Lộc, 08350 Xã Ngô Xá, 08362 Xã Thụy Liễu'],
  ['235', '08389', '08383 Xã Cấp Dẫn, 08389 Xã Xương Thịnh, 08395 Xã Sơn Tình'],
  ['235', '08398', '08392 Xã Phú Khê, 08398 Xã Yên Tập, 08404 Xã Tạ Xá'],
  ['235', '08413', '08407 Xã Phú Lạc, 08413 Xã Chương Xá, 08419 Xã Văn Khúc'],
];

export const communesOf2024: readonly CommuneOf2024[] = groups.flatMap(([districtCode, successorCode, communes]) =>
  communes
    .split(',')
    .map((entry) => entry.trim())
    .map((entry) => ({ code: entry.slice(0, 5), name: entry.slice(6), districtCode, successorCode })),
);

/** The communes that began on 1 January 2025, by their codes; all others of mid-2025 were there before. */
export const begunIn2025: ReadonlySet<string> = new Set(groups.flatMap(([, code]) => code ?? []));
