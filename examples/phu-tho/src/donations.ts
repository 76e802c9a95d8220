/** A giver of the example. All are invented. */
export interface ExampleDonor {
  readonly key: string;
  readonly kind: 'COMPANY' | 'PERSON' | 'COMMUNITY' | 'FOREIGN_NGO' | 'ANONYMOUS';
  /** The name to show; for an anonymous giver the words that reports use. */
  readonly name: string;
}

/** Money received for the fund. */
export interface ExampleDonation {
  readonly receiptNumber: string;
  readonly donorKey: string;
  readonly amountVnd: bigint;
  /** `YYYY-MM-DD`. */
  readonly receivedOn: string;
  readonly method: 'TRANSFER' | 'CASH';
  /** `CAMPAIGN`: given for the example's campaign alone. Null: for whatever the fund is for. */
  readonly earmark: 'CAMPAIGN' | null;
}

export const exampleDonors: readonly ExampleDonor[] = [
  { key: 'xi-mang', kind: 'COMPANY', name: 'Công ty CP Xi măng Trung Du Xanh' },
  { key: 'ngan-hang', kind: 'COMPANY', name: 'Ngân hàng TMCP Ngã Ba Sông' },
  { key: 'det-may', kind: 'COMPANY', name: 'Công ty CP Dệt may Lạc Hồng' },
  { key: 'giay', kind: 'COMPANY', name: 'Công ty CP Giấy Sông Thao Mới' },
  { key: 'xay-dung', kind: 'COMPANY', name: 'Công ty CP Xây dựng Âu Lạc' },
  { key: 'phan-bon', kind: 'COMPANY', name: 'Công ty CP Phân bón Núi Thắm' },
  { key: 'gach-men', kind: 'COMPANY', name: 'Công ty CP Gạch men Hy Sơn' },
  { key: 'che', kind: 'COMPANY', name: 'Công ty TNHH Chè Đồi Xanh' },
  { key: 'nuoc-khoang', kind: 'COMPANY', name: 'Công ty TNHH Nước khoáng Thanh Tuyền' },
  { key: 'van-tai', kind: 'COMPANY', name: 'Công ty CP Vận tải Sông Thao' },
  { key: 'duoc', kind: 'COMPANY', name: 'Công ty CP Dược phẩm Xuân Lộc' },
  { key: 'dien-may', kind: 'COMPANY', name: 'Công ty TNHH Điện máy Hùng Lạc' },
  { key: 'buoi', kind: 'COMPANY', name: 'Hợp tác xã Bưởi ngọt Chân Đồi' },
  { key: 'bright-path', kind: 'FOREIGN_NGO', name: 'Bright Path Foundation (Hàn Quốc)' },
  { key: 'dong-huong', kind: 'COMMUNITY', name: 'Nhóm Đồng hương Sông Thao tại Hà Nội' },
  { key: 'cuu-hoc-sinh', kind: 'COMMUNITY', name: 'Nhóm cựu học sinh khóa 1990-1993 miền trung du' },
  { key: 'dong-ho', kind: 'COMMUNITY', name: 'Các dòng họ học tập ba huyện miền núi' },
  { key: 'ba-hao', kind: 'PERSON', name: 'Tạ Thị Kim Huệ' },
  { key: 'ong-kieu', kind: 'PERSON', name: 'Kiều Quang Hào' },
  { key: 'nha-giao', kind: 'PERSON', name: 'Nhà giáo nghỉ hưu Lưu Thị Diệp' },
  { key: 'an-danh-1', kind: 'ANONYMOUS', name: 'Nhà hảo tâm giấu tên' },
  { key: 'an-danh-2', kind: 'ANONYMOUS', name: 'Một gia đình giấu tên' },
];

/** The half-year's donations, in the order of their receipts. */
export const exampleDonations: readonly ExampleDonation[] = (
  [
    ['xi-mang', 350_000_000n, '2024-01-09', 'TRANSFER', null],
    ['ngan-hang', 300_000_000n, '2024-01-15', 'TRANSFER', null],
    ['nha-giao', 10_000_000n, '2024-01-22', 'CASH', null],
    ['dong-ho', 36_500_000n, '2024-01-30', 'CASH', null],
    ['giay', 250_000_000n, '2024-02-02', 'TRANSFER', null],
    ['dong-huong', 168_000_000n, '2024-02-05', 'TRANSFER', null],
    ['an-danh-1', 20_000_000n, '2024-02-06', 'CASH', null],
    ['det-may', 400_000_000n, '2024-02-26', 'TRANSFER', null],
    ['gach-men', 220_000_000n, '2024-03-04', 'TRANSFER', null],
    ['bright-path', 380_000_000n, '2024-03-11', 'TRANSFER', null],
    ['phan-bon', 260_000_000n, '2024-03-19', 'TRANSFER', null],
    ['ong-kieu', 50_000_000n, '2024-03-28', 'TRANSFER', null],
    ['xay-dung', 280_000_000n, '2024-04-02', 'TRANSFER', null],
    ['che', 150_000_000n, '2024-04-08', 'TRANSFER', null],
    ['ngan-hang', 200_000_000n, '2024-04-16', 'TRANSFER', 'CAMPAIGN'],
    ['van-tai', 130_000_000n, '2024-04-22', 'TRANSFER', null],
    ['bright-path', 150_000_000n, '2024-05-03', 'TRANSFER', 'CAMPAIGN'],
    ['duoc', 120_000_000n, '2024-05-08', 'TRANSFER', null],
    ['nuoc-khoang', 180_000_000n, '2024-05-13', 'TRANSFER', null],
    ['cuu-hoc-sinh', 75_500_000n, '2024-05-17', 'TRANSFER', 'CAMPAIGN'],
    ['ba-hao', 30_000_000n, '2024-05-20', 'CASH', 'CAMPAIGN'],
    ['buoi', 45_000_000n, '2024-05-24', 'TRANSFER', null],
    ['dien-may', 110_000_000n, '2024-05-30', 'TRANSFER', null],
    ['xi-mang', 250_000_000n, '2024-06-04', 'TRANSFER', null],
    ['det-may', 200_000_000n, '2024-06-11', 'TRANSFER', null],
    ['an-danh-2', 60_000_000n, '2024-06-14', 'TRANSFER', 'CAMPAIGN'],
    ['giay', 100_000_000n, '2024-06-20', 'TRANSFER', null],
  ] as const
).map(([donorKey, amountVnd, receivedOn, method, earmark], index) => ({
  receiptNumber: `PT-2024-${String(index + 1).padStart(4, '0')}`,
  donorKey,
  amountVnd,
  receivedOn,
  method,
  earmark,
}));
