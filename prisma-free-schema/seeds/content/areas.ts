import { type AreaSeed } from './types.js';

const SIX = 'Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ';

/** Six areas of the national programme, and before them the seventh of Hà Nội. */
export const areas: readonly AreaSeed[] = [
  {
    code: 'LEADERSHIP',
    name: { vi: 'Công tác chỉ đạo, điều hành', en: 'Leadership and administration' },
    source: 'Cuộc thi của thành phố Hà Nội năm 2025',
  },
  { code: 'INSTITUTION', name: { vi: 'Cải cách thể chế', en: 'Institutional reform' }, source: SIX },
  { code: 'PROCEDURE', name: { vi: 'Cải cách thủ tục hành chính', en: 'Reform of administrative procedures' }, source: SIX },
  {
    code: 'APPARATUS',
    name: { vi: 'Cải cách tổ chức bộ máy hành chính nhà nước', en: 'Reform of the state administrative apparatus' },
    source: SIX,
  },
  { code: 'CIVIL_SERVICE', name: { vi: 'Cải cách chế độ công vụ', en: 'Civil service reform' }, source: SIX },
  { code: 'PUBLIC_FINANCE', name: { vi: 'Cải cách tài chính công', en: 'Public finance reform' }, source: SIX },
  {
    code: 'DIGITAL_GOV',
    name: { vi: 'Xây dựng, phát triển chính quyền điện tử, chính quyền số', en: 'E-government and digital government' },
    source: SIX,
  },
];
