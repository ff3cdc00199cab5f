import { type CommuneSeed, type DepartmentSeed } from './types.js';

/** The host: Hoài Đức, until district governments ended on 30/6/2025. */
export const district: DepartmentSeed = {
  code: '274',
  name: { vi: 'Huyện Hoài Đức', en: 'Hoai Duc District' },
  abbreviation: 'HĐ',
  validFrom: '2021-01-01',
  validTo: '2025-06-30',
};

/** The twelve specialised departments under the People's Committee of the district. */
export const departments: readonly DepartmentSeed[] = [
  { code: 'NV', name: { vi: 'Phòng Nội vụ', en: 'Interior Office' }, abbreviation: 'P.NV', validFrom: '2021-01-01', validTo: '2025-06-30' },
  {
    code: 'VP',
    name: { vi: 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân', en: "Office of the People's Council and People's Committee" },
    abbreviation: 'VP',
    validFrom: '2021-01-01',
    validTo: '2025-06-30',
  },
  {
    code: 'TCKH',
    name: { vi: 'Phòng Tài chính - Kế hoạch', en: 'Finance and Planning Department' },
    abbreviation: 'P.TCKH',
    validFrom: '2021-01-01',
    validTo: '2025-06-30',
  },
  {
    code: 'TP',
    name: { vi: 'Phòng Tư pháp', en: 'Justice Department' },
    abbreviation: 'P.TP',
    validFrom: '2021-01-01',
    validTo: '2025-06-30',
  },
  {
    code: 'LDTBXH',
    name: { vi: 'Phòng Lao động - Thương binh và Xã hội', en: 'Labour, Invalids and Social Affairs Department' },
    abbreviation: 'P.LĐTBXH',
    validFrom: '2021-01-01',
    validTo: '2025-06-30',
  },
  {
    code: 'VHTT',
    name: { vi: 'Phòng Văn hóa và Thông tin', en: 'Culture and Information Department' },
    abbreviation: 'P.VHTT',
    validFrom: '2021-01-01',
    validTo: '2025-06-30',
  },
  {
    code: 'GDDT',
    name: { vi: 'Phòng Giáo dục và Đào tạo', en: 'Education and Training Department' },
    abbreviation: 'P.GDĐT',
    validFrom: '2021-01-01',
    validTo: '2025-06-30',
  },
  {
    code: 'TNMT',
    name: { vi: 'Phòng Tài nguyên và Môi trường', en: 'Natural Resources and Environment Department' },
    abbreviation: 'P.TNMT',
    validFrom: '2021-01-01',
    validTo: '2025-06-30',
  },
  {
    code: 'QLDT',
    name: { vi: 'Phòng Quản lý đô thị', en: 'Urban Management Department' },
    abbreviation: 'P.QLĐT',
    validFrom: '2021-01-01',
    validTo: '2025-06-30',
  },
  {
    code: 'KT',
    name: { vi: 'Phòng Kinh tế', en: 'Economic Department' },
    abbreviation: 'P.KT',
    validFrom: '2021-01-01',
    validTo: '2025-06-30',
  },
  { code: 'YT', name: { vi: 'Phòng Y tế', en: 'Health Department' }, abbreviation: 'P.YT', validFrom: '2021-01-01', validTo: '2025-06-30' },
  {
    code: 'TTR',
    name: { vi: 'Thanh tra huyện', en: 'District Inspectorate' },
    abbreviation: 'TTr',
    validFrom: '2021-01-01',
    validTo: '2025-06-30',
  },
];

/** The twenty of units-2021.csv again, with the names that English pages show. */
export const communes: readonly CommuneSeed[] = [
  { gsoCode: '09832', name: { vi: 'Thị trấn Trạm Trôi', en: 'Tram Troi Township' } },
  { gsoCode: '09835', name: { vi: 'Xã Đức Thượng', en: 'Duc Thuong Commune' } },
  { gsoCode: '09838', name: { vi: 'Xã Minh Khai', en: 'Minh Khai Commune' } },
  { gsoCode: '09841', name: { vi: 'Xã Dương Liễu', en: 'Duong Lieu Commune' } },
  { gsoCode: '09844', name: { vi: 'Xã Di Trạch', en: 'Di Trach Commune' } },
  { gsoCode: '09847', name: { vi: 'Xã Đức Giang', en: 'Duc Giang Commune' } },
  { gsoCode: '09850', name: { vi: 'Xã Cát Quế', en: 'Cat Que Commune' } },
  { gsoCode: '09853', name: { vi: 'Xã Kim Chung', en: 'Kim Chung Commune' } },
  { gsoCode: '09856', name: { vi: 'Xã Yên Sở', en: 'Yen So Commune' } },
  { gsoCode: '09859', name: { vi: 'Xã Sơn Đồng', en: 'Son Dong Commune' } },
  { gsoCode: '09862', name: { vi: 'Xã Vân Canh', en: 'Van Canh Commune' } },
  { gsoCode: '09865', name: { vi: 'Xã Đắc Sở', en: 'Dac So Commune' } },
  { gsoCode: '09868', name: { vi: 'Xã Lại Yên', en: 'Lai Yen Commune' } },
  { gsoCode: '09871', name: { vi: 'Xã Tiền Yên', en: 'Tien Yen Commune' } },
  { gsoCode: '09874', name: { vi: 'Xã Song Phương', en: 'Song Phuong Commune' } },
  { gsoCode: '09877', name: { vi: 'Xã An Khánh', en: 'An Khanh Commune' } },
  { gsoCode: '09880', name: { vi: 'Xã An Thượng', en: 'An Thuong Commune' } },
  { gsoCode: '09883', name: { vi: 'Xã Vân Côn', en: 'Van Con Commune' } },
  { gsoCode: '09889', name: { vi: 'Xã La Phù', en: 'La Phu Commune' } },
  { gsoCode: '09892', name: { vi: 'Xã Đông La', en: 'Dong La Commune' } },
];
