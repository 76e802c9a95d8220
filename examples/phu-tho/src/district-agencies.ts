/** Agencies of a district that have a board for promoting learning, directly under the district association. */
export const districtAgencies: readonly string[] = [
  'cơ quan Đảng, đoàn thể',
  'cơ quan Ủy ban nhân dân',
  'Phòng Giáo dục và Đào tạo',
  'Trung tâm Y tế',
  'Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên',
  'Bảo hiểm xã hội',
  'Chi cục Thuế',
  'Tòa án nhân dân',
  'Kho bạc Nhà nước',
];
