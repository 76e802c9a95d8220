import { wordList } from './word-list.ts';

/**
 * Common Vietnamese family names, most frequent first. All parts of a name are drawn independently of each other, so a full
 * name made from them belongs to nobody in particular.
 */
export const familyNames: readonly string[] = wordList(
  'Nguyễn, Trần, Lê, Phạm, Hoàng, Phan, Vũ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Lý, Đào, Đinh, Trịnh, Tạ',
  'Lương, Cao, Kiều, Tô, Chu, Lưu',
);

/** Peoples of the province by the family names common among them; the other parts are shared. */
export const familyNamesByPeople = {
  KINH: familyNames,
  MUONG: ['Đinh', 'Hà', 'Bùi', 'Quách', 'Phùng', 'Hoàng', 'Nguyễn', 'Sa'],
  DAO: ['Bàn', 'Triệu', 'Dương', 'Đặng', 'Lý', 'Phùng'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Middle names by sex. */
export const middleNames = {
  MALE: wordList('Văn, Đức, Hữu, Quang, Minh, Công, Xuân, Thanh, Tuấn, Gia, Bảo, Đình, Anh, Hải'),
  FEMALE: wordList('Thị, Thị Thu, Thị Ngọc, Thị Kim, Ngọc, Thu, Khánh, Phương, Thanh, Bảo, Diệu, Hà, Mai'),
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Given names by sex. */
export const givenNames = {
  MALE: wordList(
    'An, Bách, Bình, Cường, Dũng, Duy, Đạt, Đông, Giang, Hào, Hậu, Hiếu, Hòa, Huy, Hưng, Khang, Khôi',
    'Kiên, Lâm, Long, Lộc, Mạnh, Nam, Nghĩa, Nhật, Phong, Phúc, Quân, Quyết, Sơn, Tài, Thái, Thành, Thắng',
    'Tiến, Toàn, Trung, Tùng, Việt, Vinh',
  ),
  FEMALE: wordList(
    'An, Ánh, Châu, Chi, Diệp, Dung, Duyên, Đào, Giang, Hà, Hạnh, Hằng, Hiền, Hoa, Hòa, Huệ, Huyền, Hương',
    'Lan, Linh, Loan, Ly, Mai, My, Nga, Ngân, Nhi, Nhung, Oanh, Phương, Quỳnh, Tâm, Thảo, Thơ, Thùy',
    'Trang, Trà, Uyên, Vân, Yến',
  ),
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Names of well-known people that the parts above make now and then. They are drawn again. */
export const famousNames: readonly string[] = wordList(
  'Lê Công Vinh, Đặng Văn Lâm, Phạm Đức Huy, Nguyễn Hữu Thắng, Đinh Thanh Trung, Hoàng Xuân Vinh',
  'Nguyễn Thị Oanh, Nguyễn Thị Huyền, Quách Thị Lan, Bùi Thị Thu Thảo, Đỗ Thị Hà, Trần Thu Hà, Phạm Thu Hà',
  'Phan Văn Giang, Nguyễn Văn Thắng, Nguyễn Văn Bình, Trần Văn Sơn, Bùi Văn Cường, Nguyễn Thanh Long',
  'Lê Minh Hưng, Lê Minh Khôi, Hồ Đức Việt, Nguyễn Đức Kiên, Nguyễn Thị Hằng',
);
