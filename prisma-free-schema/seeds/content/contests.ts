import { type ContestSeed, type PrizeTierSeed } from './types.js';

const INVENTED = 'Số liệu minh họa';

/** 2023: seven prizes, so that with four of 2021 and five of 2022 the three seasons make the sixteen winners of the record. */
export const prizePlan2023: readonly PrizeTierSeed[] = [
  { key: 'FIRST', name: { vi: 'Giải Nhất', en: 'First prize' }, quantity: 1, amountVnd: 3_000_000 },
  { key: 'SECOND', name: { vi: 'Giải Nhì', en: 'Second prize' }, quantity: 1, amountVnd: 2_000_000 },
  { key: 'THIRD', name: { vi: 'Giải Ba', en: 'Third prize' }, quantity: 2, amountVnd: 1_000_000 },
  { key: 'CONSOLATION', name: { vi: 'Giải Khuyến khích', en: 'Consolation prize' }, quantity: 3, amountVnd: 500_000 },
];

/** The plan of the contests that run now: eleven prizes. */
export const prizePlanNow: readonly PrizeTierSeed[] = [
  { key: 'FIRST', name: { vi: 'Giải Nhất', en: 'First prize' }, quantity: 1, amountVnd: 3_000_000 },
  { key: 'SECOND', name: { vi: 'Giải Nhì', en: 'Second prize' }, quantity: 2, amountVnd: 2_000_000 },
  { key: 'THIRD', name: { vi: 'Giải Ba', en: 'Third prize' }, quantity: 3, amountVnd: 1_000_000 },
  { key: 'CONSOLATION', name: { vi: 'Giải Khuyến khích', en: 'Consolation prize' }, quantity: 5, amountVnd: 500_000 },
];

export const contest2021: ContestSeed = {
  key: 'contest-2021',
  year: 2021,
  title: {
    vi: 'Tìm kiếm sáng kiến, giải pháp về cải cách hành chính năm 2021',
    en: 'Search for initiatives and solutions in administrative reform, 2021',
  },
  objectives: {
    vi: 'Phát hiện, tôn vinh những cách làm mới giúp giảm thời gian, chi phí của tổ chức, cá nhân khi giải quyết thủ tục hành chính; mở đầu phong trào thi đua sáng kiến cải cách hành chính tại các phòng, ban và các xã, thị trấn.',
    en: 'To find and honour new ways that save citizens and firms time and cost, and to begin a movement for reform initiatives in departments and communes.',
  },
  documents: [
    {
      kind: 'PLAN',
      number: '97/KH-UBND',
      date: '2021-04-12',
      title: 'Kế hoạch tổ chức Cuộc thi "Tìm kiếm sáng kiến, giải pháp về cải cách hành chính năm 2021"',
      illustrative: true,
      note: INVENTED,
    },
    {
      kind: 'RESULT_DECISION',
      number: '7415/QĐ-UBND',
      date: '2021-12-10',
      title: 'Quyết định công nhận kết quả và trao giải Cuộc thi năm 2021',
      illustrative: true,
      note: INVENTED,
    },
  ],
  prizePlan: [],
  illustrative: true,
  note: 'Kết quả nhập từ hồ sơ cũ. Chỉ có tổng số 16 sáng kiến đạt giải trong ba năm 2021 - 2023 là số liệu đã công bố; việc chia theo năm là minh họa.',
};

export const contest2022: ContestSeed = {
  key: 'contest-2022',
  year: 2022,
  title: {
    vi: 'Tìm kiếm sáng kiến, giải pháp về cải cách hành chính năm 2022',
    en: 'Search for initiatives and solutions in administrative reform, 2022',
  },
  objectives: {
    vi: 'Khuyến khích cán bộ, công chức, viên chức nghiên cứu, áp dụng giải pháp nâng cao chất lượng phục vụ người dân, doanh nghiệp; lựa chọn mô hình hiệu quả để nhân rộng trên địa bàn huyện.',
    en: 'To encourage officials to devise and apply solutions that serve citizens and firms better, and to choose effective models for replication across the district.',
  },
  documents: [
    {
      kind: 'PLAN',
      number: '104/KH-UBND',
      date: '2022-03-28',
      title: 'Kế hoạch tổ chức Cuộc thi "Tìm kiếm sáng kiến, giải pháp về cải cách hành chính năm 2022"',
      illustrative: true,
      note: INVENTED,
    },
    {
      kind: 'RESULT_DECISION',
      number: '8032/QĐ-UBND',
      date: '2022-12-09',
      title: 'Quyết định công nhận kết quả và trao giải Cuộc thi năm 2022',
      illustrative: true,
      note: INVENTED,
    },
  ],
  prizePlan: [],
  illustrative: true,
  note: 'Kết quả nhập từ hồ sơ cũ. Chỉ có tổng số 16 sáng kiến đạt giải trong ba năm 2021 - 2023 là số liệu đã công bố; việc chia theo năm là minh họa.',
};

export const contest2023: ContestSeed = {
  key: 'contest-2023',
  year: 2023,
  title: {
    vi: 'Tìm kiếm sáng kiến, giải pháp về cải cách hành chính năm 2023',
    en: 'Search for initiatives and solutions in administrative reform, 2023',
  },
  objectives: {
    vi: 'Nâng cao chất lượng phục vụ người dân, doanh nghiệp và hiệu lực, hiệu quả hoạt động của cả hệ thống chính trị; tìm kiếm giải pháp đơn giản hóa, rút ngắn thời gian giải quyết thủ tục hành chính; phấn đấu chỉ số cải cách hành chính năm 2023 của huyện cao hơn năm 2022.',
    en: 'To serve citizens and firms better and raise the effectiveness of the whole political system; to simplify and shorten administrative procedures; to lift the reform index of the district in 2023 above that of 2022.',
  },
  documents: [
    {
      kind: 'PLAN',
      number: '118/KH-UBND',
      date: '2023-03-15',
      title: 'Kế hoạch tổ chức Cuộc thi "Tìm kiếm sáng kiến, giải pháp về cải cách hành chính năm 2023"',
      illustrative: true,
      note: INVENTED,
    },
    {
      kind: 'RULES',
      number: '01/TL-BTC',
      date: '2023-04-03',
      title: 'Thể lệ Cuộc thi "Tìm kiếm sáng kiến, giải pháp về cải cách hành chính năm 2023"',
      illustrative: true,
      note: INVENTED,
    },
    {
      kind: 'JURY_DECISION',
      number: '2946/QĐ-UBND',
      date: '2023-04-10',
      title: 'Quyết định thành lập Ban Tổ chức, Ban Giám khảo và Tổ thư ký Cuộc thi',
      illustrative: true,
      note: INVENTED,
    },
    {
      kind: 'RESULT_DECISION',
      number: '7688/QĐ-UBND',
      date: '2023-11-24',
      title: 'Quyết định công nhận kết quả và trao giải Cuộc thi năm 2023',
      illustrative: true,
      note: INVENTED,
    },
  ],
  prizePlan: prizePlan2023,
  illustrative: true,
  note: 'Tên cuộc thi và mục tiêu theo bài báo năm 2023; số văn bản, cơ cấu giải, điểm và thứ hạng là số liệu minh họa.',
};

/** Takes initiatives on the day of loading. */
export const contestOpen: ContestSeed = {
  key: 'contest-open',
  year: null,
  title: {
    vi: 'Tìm kiếm sáng kiến, giải pháp về cải cách hành chính năm {year}',
    en: 'Search for initiatives and solutions in administrative reform, {year}',
  },
  objectives: {
    vi: 'Tiếp tục phát hiện sáng kiến, giải pháp cải cách hành chính có khả năng nhân rộng; ưu tiên giải pháp gắn với chuyển đổi số, cắt giảm giấy tờ và phục vụ người yếu thế; mỗi phòng, ban, xã, thị trấn gửi ít nhất một sáng kiến.',
    en: 'To find further reform initiatives that can be replicated, above all those that digitise, cut paperwork and serve the vulnerable; every department and commune sends at least one.',
  },
  documents: [
    {
      kind: 'PLAN',
      number: '126/KH-UBND',
      date: null,
      title: 'Kế hoạch tổ chức Cuộc thi "Tìm kiếm sáng kiến, giải pháp về cải cách hành chính năm {year}"',
      illustrative: true,
      note: INVENTED,
    },
    {
      kind: 'RULES',
      number: '02/TL-BTC',
      date: null,
      title: 'Thể lệ Cuộc thi "Tìm kiếm sáng kiến, giải pháp về cải cách hành chính năm {year}"',
      illustrative: true,
      note: INVENTED,
    },
  ],
  prizePlan: prizePlanNow,
  illustrative: true,
  note: 'Cuộc thi giả định, danh sách đơn vị theo ngày 30/6/2025. Toàn bộ là dữ liệu minh họa.',
};

/** Its first round is being scored on the day of loading. */
export const contestJudging: ContestSeed = {
  key: 'contest-judging',
  year: null,
  title: {
    vi: 'Sáng kiến chuyển đổi số và cải cách hành chính phục vụ người dân, doanh nghiệp năm {year}',
    en: 'Initiatives in digital transformation and administrative reform for citizens and firms, {year}',
  },
  objectives: {
    vi: 'Lựa chọn giải pháp đã được áp dụng thử tại ít nhất một đơn vị, có số liệu chứng minh, đủ điều kiện nhân rộng cho các xã, thị trấn trong năm tiếp theo.',
    en: 'To choose solutions already tried in at least one unit, proven by figures and fit to be replicated in the communes in the following year.',
  },
  documents: [
    {
      kind: 'PLAN',
      number: '89/KH-UBND',
      date: null,
      title: 'Kế hoạch tổ chức Cuộc thi "Sáng kiến chuyển đổi số và cải cách hành chính phục vụ người dân, doanh nghiệp năm {year}"',
      illustrative: true,
      note: INVENTED,
    },
    {
      kind: 'RULES',
      number: '03/TL-BTC',
      date: null,
      title: 'Thể lệ Cuộc thi "Sáng kiến chuyển đổi số và cải cách hành chính phục vụ người dân, doanh nghiệp năm {year}"',
      illustrative: true,
      note: INVENTED,
    },
    {
      kind: 'JURY_DECISION',
      number: '3120/QĐ-UBND',
      date: null,
      title: 'Quyết định thành lập Ban Tổ chức, Ban Giám khảo và Tổ thư ký Cuộc thi',
      illustrative: true,
      note: INVENTED,
    },
  ],
  prizePlan: prizePlanNow,
  illustrative: true,
  note: 'Cuộc thi giả định, danh sách đơn vị theo ngày 30/6/2025. Toàn bộ là dữ liệu minh họa.',
};
