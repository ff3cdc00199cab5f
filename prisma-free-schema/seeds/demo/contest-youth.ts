import { type ContestSeed, type InitiativeSeed, prizePlanNow } from '../content/index.js';

const INVENTED = 'Số liệu minh họa';
const FILLER = {
  row: null,
  influence: 'ESTABLISHMENT',
  firstAppliedOn: null,
  illustrative: true,
  note: 'Dữ liệu minh họa, nội dung giả định',
} as const;
const ONE_EACH = 1;

/** A small contest of the year whose jury is done, so that the leader finds a list of prizes to sign. */
export const contestYouth: ContestSeed = {
  key: 'contest-youth',
  year: null,
  title: {
    vi: 'Ý tưởng cải cách hành chính của cán bộ, công chức trẻ năm {year}',
    en: 'Ideas of young officials for administrative reform, {year}',
  },
  objectives: {
    vi: 'Khuyến khích cán bộ, công chức trẻ tại các xã, thị trấn đề xuất cách làm mới từ công việc hằng ngày ở bộ phận một cửa.',
    en: 'To encourage young officials of the communes to propose new ways out of their daily work at the one-stop shop.',
  },
  documents: [
    {
      kind: 'PLAN',
      number: '61/KH-UBND',
      date: null,
      title: 'Kế hoạch tổ chức Cuộc thi "Ý tưởng cải cách hành chính của cán bộ, công chức trẻ năm {year}"',
      illustrative: true,
      note: INVENTED,
    },
    {
      kind: 'RULES',
      number: '01/TL-BTC',
      date: null,
      title: 'Thể lệ Cuộc thi "Ý tưởng cải cách hành chính của cán bộ, công chức trẻ năm {year}"',
      illustrative: true,
      note: INVENTED,
    },
    {
      kind: 'JURY_DECISION',
      number: '2207/QĐ-UBND',
      date: null,
      title: 'Quyết định thành lập Ban Tổ chức, Ban Giám khảo và Tổ thư ký Cuộc thi',
      illustrative: true,
      note: INVENTED,
    },
  ],
  prizePlan: prizePlanNow.map((tier) => ({ ...tier, quantity: ONE_EACH })),
  illustrative: true,
  note: 'Cuộc thi giả định, danh sách đơn vị theo ngày 30/6/2025. Toàn bộ là dữ liệu minh họa.',
};

export const initiativesYouth: readonly InitiativeSeed[] = [
  {
    ...FILLER,
    key: 'youth-01',
    title: 'Quầy hướng dẫn di động trong ngày họp chợ',
    areaCode: 'PROCEDURE',
    ownerCode: '09835',
    problem: 'Người buôn bán ở chợ không nghỉ được buổi sáng để đến trụ sở hỏi thủ tục, nhiều hồ sơ nộp muộn vì thiếu giấy tờ.',
    solution:
      'Mỗi phiên chợ, hai công chức trẻ mang máy tính bảng ra chợ, xem trước giấy tờ, hẹn giờ nộp và hỗ trợ nộp trực tuyến ngay tại chỗ.',
    novelty: 'Chuyển việc hướng dẫn đến nơi người dân làm việc, theo lịch phiên chợ thay cho giờ hành chính.',
    effect: 'Số lượt phải bổ sung hồ sơ của hộ buôn bán giảm rõ rệt sau ba tháng thử.',
    scope: 'Các xã, thị trấn có chợ.',
    authors: [{ person: 'submitter-09835', share: 100 }],
    quality: 8.6,
  },
  {
    ...FILLER,
    key: 'youth-02',
    title: 'Video một phút hướng dẫn từng thủ tục hộ tịch',
    areaCode: 'DIGITAL_GOV',
    ownerCode: '09844',
    problem: 'Bản hướng dẫn bằng chữ dài, người dân ít đọc và vẫn phải hỏi lại những điều đã niêm yết.',
    solution: 'Quay video một phút cho mỗi thủ tục hộ tịch, có phụ đề, phát trên màn hình chờ và gửi vào nhóm của thôn.',
    novelty: 'Công chức tiếp nhận tự dựng nội dung từ câu hỏi thật của người dân trong tuần.',
    effect: 'Câu hỏi lặp lại tại quầy giảm, thời gian tiếp nhận một hồ sơ ngắn hơn.',
    scope: 'Bộ phận một cửa các xã, thị trấn.',
    authors: [
      { person: 'submitter-09844', share: 70 },
      { person: 'author-32', share: 30 },
    ],
    quality: 7.8,
  },
  {
    ...FILLER,
    key: 'youth-03',
    title: 'Sổ bàn giao công việc dùng chung khi thay đổi cán bộ',
    areaCode: 'CIVIL_SERVICE',
    ownerCode: '09880',
    problem: 'Khi cán bộ chuyển công tác, hồ sơ đang dở và đầu mối liên hệ thất lạc, người thay mất nhiều tuần để nắm việc.',
    solution:
      'Lập sổ bàn giao dùng chung theo mẫu: việc đang dở, hạn, đầu mối, nơi lưu hồ sơ; cập nhật hằng tháng chứ không đợi đến lúc chuyển.',
    novelty: 'Bàn giao trở thành việc thường xuyên, không phụ thuộc vào người sắp đi.',
    effect: 'Người mới nhận việc giải quyết được hồ sơ dở trong tuần đầu.',
    scope: 'Mọi phòng, ban, xã, thị trấn.',
    authors: [{ person: 'submitter-09880', share: 100 }],
    quality: 7.1,
  },
  {
    ...FILLER,
    key: 'youth-04',
    title: 'Bản đồ điểm hỗ trợ dịch vụ công trực tuyến ở thôn',
    areaCode: 'DIGITAL_GOV',
    ownerCode: '09865',
    problem: 'Người cao tuổi muốn nộp trực tuyến nhưng không biết ai trong thôn có thể giúp và vào giờ nào.',
    solution: 'Vẽ bản đồ các điểm có máy tính và người hỗ trợ tại nhà văn hóa, kèm giờ trực và số điện thoại; cập nhật theo quý.',
    novelty: 'Tận dụng tổ công nghệ số cộng đồng, công khai người hỗ trợ theo từng thôn.',
    effect: 'Tỷ lệ hồ sơ trực tuyến của người trên 60 tuổi tăng trong thời gian thử.',
    scope: 'Các xã, thị trấn của huyện.',
    authors: [
      { person: 'submitter-09865', share: 60 },
      { person: 'author-26', share: 40 },
    ],
    quality: 6.4,
  },
  {
    ...FILLER,
    key: 'youth-05',
    title: 'Phiếu hẹn có sơ đồ đường đi và giấy tờ cần mang',
    areaCode: 'PROCEDURE',
    ownerCode: '09883',
    problem: 'Người dân đến nhận kết quả nhầm nơi hoặc quên giấy tờ gốc nên phải quay lại.',
    solution: 'In trên phiếu hẹn sơ đồ quầy trả kết quả và danh sách giấy tờ gốc phải mang theo, tô đậm giấy tờ hay bị quên.',
    novelty: 'Thông tin cần cho lần đến sau nằm ngay trên tờ giấy người dân giữ.',
    effect: 'Số lượt phải quay lại vì thiếu giấy tờ gốc giảm.',
    scope: 'Bộ phận một cửa các xã, thị trấn.',
    authors: [{ person: 'submitter-09883', share: 100 }],
    quality: 5.8,
  },
];
