/**
 * What the provincial congress of 28 December 2023 was told, by two reports. They give one number of members and two
 * percentages, 41.3 and 56: of the people, and of those aged 18 and more. Neither report gives the whole; what it must have been
 * follows from the percentage, and is therefore "about".
 */
export const congressFigures = {
  asOf: '2023-12-28',
  source: 'Đại hội Hội Khuyến học tỉnh Phú Thọ 2023',
  members: 579_134,
  wholes: [
    { indicator: 'population', value: 1_402_262, source: 'tính từ 41,3 % dân số, vietnam.vn' },
    { indicator: 'adults', value: 1_034_168, source: 'tính từ 56 % người từ 18 tuổi, Báo Phú Thọ 204648' },
  ],
  communeAssociations: 225,
  branchesAndBoards: 6_355,
} as const;
