import { slug } from './association.ts';
import { districts } from './districts.ts';
import { wordList } from './word-list.ts';

/** A body directly under the province that is no territory, with the grass-roots units below it. */
export interface AffiliatedBody {
  readonly name: string;
  /** What the names of its units begin with: schools have associations, agencies and firms have boards. */
  readonly unitPrefix: 'Hội Khuyến học' | 'Ban khuyến học';
  readonly units: readonly string[];
}

const agencies = [
  'Văn phòng Tỉnh ủy',
  'Văn phòng Ủy ban nhân dân tỉnh',
  'Sở Nội vụ',
  'Sở Tài chính',
  'Sở Kế hoạch và Đầu tư',
  'Sở Y tế',
  'Sở Tư pháp',
  'Sở Xây dựng',
  'Sở Giao thông vận tải',
  'Sở Công Thương',
  'Sở Khoa học và Công nghệ',
  'Sở Tài nguyên và Môi trường',
  'Sở Nông nghiệp và Phát triển nông thôn',
  'Sở Thông tin và Truyền thông',
  'Sở Lao động - Thương binh và Xã hội',
  'Sở Văn hóa, Thể thao và Du lịch',
  'Ban Dân tộc',
  'Thanh tra tỉnh',
  'Kho bạc Nhà nước tỉnh',
  'Bảo hiểm xã hội tỉnh',
  'Cục Thống kê tỉnh',
  'Thư viện tỉnh',
];

// Invented firms: no association is said to exist in a real one.
const firms = [
  'Công ty CP Xi măng Trung Du Xanh',
  'Công ty CP Giấy Sông Thao Mới',
  'Công ty CP Phân bón Núi Thắm',
  'Công ty CP Gạch men Hy Sơn',
  'Công ty CP Dệt may Lạc Hồng',
  'Công ty CP Dược phẩm Xuân Lộc',
  'Công ty CP Xây dựng Âu Lạc',
  'Công ty CP Cấp nước Ngã Ba Sông',
  'Công ty CP Vận tải Sông Thao',
  'Công ty CP Bao bì Minh Nông',
  'Công ty CP Cơ khí Bạch Hạc Mới',
  'Công ty CP Rượu bia Đất Đỏ',
  'Công ty TNHH Chè Đồi Xanh',
  'Công ty TNHH May Thắng Lợi Trung Du',
  'Công ty TNHH Điện máy Hùng Lạc',
  'Công ty TNHH Gỗ Đoan Sơn',
  'Công ty TNHH Nước khoáng Thanh Tuyền',
  'Công ty TNHH Thực phẩm Hương Cọ',
];

const upperSecondarySchools = wordList(
  'Chuyên Hùng Vương, Việt Trì, Công nghiệp Việt Trì, Kỹ thuật Việt Trì, Nguyễn Tất Thành, Hùng Vương',
  'Thị xã Phú Thọ, Trường Chinh, Phù Ninh, Tử Đà, Trung Giáp, Phan Đăng Lưu, Long Châu Sa, Phong Châu',
  'Đoan Hùng, Chân Mộng, Quế Lâm, Thanh Ba, Yển Khê, Hạ Hòa, Vĩnh Chân, Xuân Áng, Cẩm Khê, Phương Xá',
  'Hiền Đa, Yên Lập, Lương Sơn, Minh Hòa, Thanh Sơn, Hương Cần, Văn Miếu, Minh Đài, Thạch Kiệt',
  'Tam Nông, Mỹ Văn, Hưng Hóa, Thanh Thủy',
);

const hungVuongFaculties = wordList(
  'Giáo dục Tiểu học và Mầm non, Khoa học Tự nhiên, Khoa học Xã hội và Văn hóa Du lịch, Ngoại ngữ',
  'Kinh tế và Quản trị kinh doanh, Kỹ thuật - Công nghệ, Nông - Lâm - Ngư, Chính trị và Tâm lý giáo dục',
  'Thể dục thể thao, Nghệ thuật',
);

const industryFaculties = wordList(
  'Công nghệ Hóa học, Cơ khí, Điện, Công nghệ thông tin, Kinh tế, Kỹ thuật phân tích, Ngoại ngữ',
  'Khoa học cơ bản',
);

/** The seven that make the thirteen districts twenty. The kinds are those that reports name; the units are plausible. */
export const affiliatedBodies: readonly AffiliatedBody[] = [
  { name: 'Khối các cơ quan tỉnh', unitPrefix: 'Ban khuyến học', units: agencies },
  { name: 'Khối doanh nghiệp tỉnh', unitPrefix: 'Ban khuyến học', units: firms },
  {
    name: 'ngành Giáo dục và Đào tạo',
    unitPrefix: 'Hội Khuyến học',
    units: upperSecondarySchools.map((school) => `Trường THPT ${school}`),
  },
  {
    name: 'Trường Đại học Hùng Vương',
    unitPrefix: 'Ban khuyến học',
    units: hungVuongFaculties.map((faculty) => `Khoa ${faculty}`),
  },
  {
    name: 'Trường Đại học Công nghiệp Việt Trì',
    unitPrefix: 'Ban khuyến học',
    units: industryFaculties.map((faculty) => `Khoa ${faculty}`),
  },
  { name: 'Công an tỉnh', unitPrefix: 'Ban khuyến học', units: ofEachDistrict('Công an') },
  { name: 'Bộ Chỉ huy quân sự tỉnh', unitPrefix: 'Ban khuyến học', units: ofEachDistrict('Ban Chỉ huy quân sự') },
];

/** The key of the body's association. */
export function affiliatedRef({ name }: AffiliatedBody): string {
  return `phu-tho/${slug(name)}`;
}

function ofEachDistrict(body: string): readonly string[] {
  return districts.map(({ kind, name }) => `${body} ${kind} ${name}`);
}
