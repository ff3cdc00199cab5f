import { type LicenceKindSaid } from '#domain/procedure';

/** Illustrative: terms and times to file in the shape of the law, codes and numbers of nobody. */
export const licenceKinds: readonly (LicenceKindSaid & { readonly code: string; readonly procedureCode: string | null })[] = [
  {
    ...{
      code: 'RUOU_BAN_LE',
      name: 'Giấy phép bán lẻ rượu (minh họa)',
      procedureCode: '9.000004.H26',
      startsOn: '2018-01-01',
      endsOn: null,
    },
    ...{ term: { amount: 5, countedIn: 'YEAR' }, fileBefore: { amount: 30, countedIn: 'DAY' }, steps: [60, 30, 7] },
    basis: 'Nghị định số 105/2017/NĐ-CP',
  },
  {
    ...{ code: 'THUOC_LA_BAN_LE', name: 'Giấy phép bán lẻ thuốc lá (minh họa)', procedureCode: null, startsOn: '2018-01-01', endsOn: null },
    ...{ term: { amount: 5, countedIn: 'YEAR' }, fileBefore: { amount: 15, countedIn: 'WORKING_DAY' }, steps: [60, 30, 7] },
    basis: 'Nghị định số 67/2013/NĐ-CP',
  },
  {
    ...{
      code: 'AN_TOAN_THUC_PHAM',
      name: 'Giấy chứng nhận an toàn thực phẩm (minh họa)',
      procedureCode: null,
      startsOn: '2018-01-01',
      endsOn: null,
    },
    ...{ term: { amount: 3, countedIn: 'YEAR' }, fileBefore: { amount: 6, countedIn: 'MONTH' }, steps: [60, 30, 7] },
    basis: 'Nghị định số 15/2018/NĐ-CP',
  },
  {
    ...{
      code: 'HO_KINH_DOANH',
      name: 'Giấy chứng nhận đăng ký hộ kinh doanh (minh họa)',
      procedureCode: null,
      startsOn: '2018-01-01',
      endsOn: null,
    },
    ...{ term: null, fileBefore: { amount: 0, countedIn: 'DAY' }, steps: [] },
    basis: 'Nghị định số 01/2021/NĐ-CP',
  },
];

/** Whose licences they are, put together by turns. */
export const BUSINESSES = ['Cửa hàng tạp hóa', 'Quán ăn', 'Đại lý', 'Nhà hàng', 'Siêu thị nhỏ', 'Cửa hàng thực phẩm'];
export const BUSINESS_NAMES = [
  'Hòa Bình',
  'Minh Tâm',
  'Thu Hương',
  'Đức Thắng',
  'Phương Nam',
  'An Phát',
  'Thanh Hà',
  'Bảo Ngọc',
  'Quang Vinh',
  'Kim Liên',
];
export const SPEAKERS = [
  'Nguyễn Thị Bình',
  'Trần Văn Tâm',
  'Lê Thị Hương',
  'Phạm Đức Thắng',
  'Hoàng Thị Nga',
  'Vũ Văn Phát',
  'Đỗ Thanh Hà',
];
