import { type PastWinnerSeed } from './types.js';

const NOTE = 'Dữ liệu minh họa: tên sáng kiến, tác giả và giải của năm này chưa được công bố, chỉ có tổng số ba năm.';

/** Four of 2021 and five of 2022; with the seven of 2023 they make the sixteen. */
export const pastWinners: readonly PastWinnerSeed[] = [
  {
    key: 'w21-1',
    year: 2021,
    title: 'Niêm yết thủ tục hành chính theo nhóm sự kiện trong đời',
    areaCode: 'PROCEDURE',
    ownerCode: 'TP',
    prize: 'FIRST',
    summary:
      'Sắp xếp bảng niêm yết tại bộ phận một cửa theo sự kiện: sinh con, kết hôn, làm nhà, mở cửa hàng, tang lễ. Người dân tìm thấy đủ giấy tờ cần chuẩn bị trên một bảng thay vì nhiều danh mục theo lĩnh vực.',
    authors: [
      { person: 'submitter-tp', share: 60 },
      { person: 'author-06', share: 40 },
    ],
    illustrative: true,
    note: NOTE,
  },
  {
    key: 'w21-2',
    year: 2021,
    title: 'Sổ tay điện tử xử lý tình huống cho công chức một cửa',
    areaCode: 'CIVIL_SERVICE',
    ownerCode: 'VP',
    prize: 'SECOND',
    summary:
      'Tổng hợp câu hỏi thường gặp và cách giải quyết đã được phòng chuyên môn thống nhất, tra cứu trên máy tính tại quầy. Công chức mới nhận nhiệm vụ giảm số lần phải xin ý kiến.',
    authors: [{ person: 'submitter-vp', share: 100 }],
    illustrative: true,
    note: NOTE,
  },
  {
    key: 'w21-3',
    year: 2021,
    title: 'Lịch trực tiếp nhận hồ sơ luân phiên giữa các thôn trong thời gian giãn cách',
    areaCode: 'PROCEDURE',
    ownerCode: '09856',
    prize: 'THIRD',
    summary:
      'Chia lịch tiếp nhận theo thôn và khung giờ để tránh tập trung đông người, kết quả trả qua hòm thư tại nhà văn hóa. Hồ sơ vẫn được giải quyết đúng hạn khi thực hiện giãn cách.',
    authors: [{ person: 'submitter-09856', share: 100 }],
    illustrative: true,
    note: NOTE,
  },
  {
    key: 'w21-4',
    year: 2021,
    title: 'Mẫu quyết toán rút gọn cho các khoản chi thường xuyên dưới 5 triệu đồng',
    areaCode: 'PUBLIC_FINANCE',
    ownerCode: 'TCKH',
    prize: 'CONSOLATION',
    summary:
      'Thống nhất một bộ mẫu và danh mục chứng từ tối thiểu cho khoản chi nhỏ. Kế toán các xã giảm số lần phải bổ sung hồ sơ khi đối chiếu với kho bạc.',
    authors: [
      { person: 'submitter-tckh', share: 50 },
      { person: 'author-05', share: 50 },
    ],
    illustrative: true,
    note: NOTE,
  },
  {
    key: 'w22-1',
    year: 2022,
    title: 'Rà soát và bãi bỏ văn bản cá biệt hết hiệu lực bằng bảng theo dõi dùng chung',
    areaCode: 'INSTITUTION',
    ownerCode: 'TP',
    prize: 'FIRST',
    summary:
      'Lập bảng theo dõi dùng chung ghi ngày ban hành, ngày hết hiệu lực và văn bản thay thế. Mỗi quý các phòng rà soát một lần, trình bãi bỏ ngay văn bản không còn phù hợp.',
    authors: [
      { person: 'submitter-tp', share: 70 },
      { person: 'author-06', share: 30 },
    ],
    illustrative: true,
    note: NOTE,
  },
  {
    key: 'w22-2',
    year: 2022,
    title: 'Tin nhắn báo kết quả hồ sơ đất đai',
    areaCode: 'PROCEDURE',
    ownerCode: 'TNMT',
    prize: 'SECOND',
    summary:
      'Hồ sơ có kết quả được nhắn tin cho người nộp ngay trong ngày, kèm giờ trả. Số lượt người dân đến hỏi khi chưa có kết quả giảm rõ rệt.',
    authors: [
      { person: 'submitter-tnmt', share: 60 },
      { person: 'author-10', share: 40 },
    ],
    illustrative: true,
    note: NOTE,
  },
  {
    key: 'w22-3',
    year: 2022,
    title: 'Nhóm tương tác một cửa cấp xã',
    areaCode: 'DIGITAL_GOV',
    ownerCode: '09889',
    prize: 'THIRD',
    summary:
      'Lập nhóm trực tuyến giữa công chức một cửa và trưởng thôn để trả lời nhanh về thành phần hồ sơ. Người dân hỏi trưởng thôn và nhận câu trả lời trong buổi làm việc.',
    authors: [
      { person: 'submitter-09889', share: 80 },
      { person: 'author-21', share: 20 },
    ],
    illustrative: true,
    note: NOTE,
  },
  {
    key: 'w22-4',
    year: 2022,
    title: 'Giao ban trực tuyến giữa huyện và xã theo chuyên đề',
    areaCode: 'LEADERSHIP',
    ownerCode: 'VP',
    prize: 'CONSOLATION',
    summary:
      'Thay cuộc họp tập trung bằng giao ban trực tuyến ngắn theo từng chuyên đề, tài liệu gửi trước một ngày. Lãnh đạo xã giảm thời gian đi lại, kết luận được gửi trong ngày.',
    authors: [
      { person: 'author-02', share: 50 },
      { person: 'author-03', share: 50 },
    ],
    illustrative: true,
    note: NOTE,
  },
  {
    key: 'w22-5',
    year: 2022,
    title: 'Ghép bộ phận tiếp nhận của hai lĩnh vực ít hồ sơ',
    areaCode: 'APPARATUS',
    ownerCode: '09871',
    prize: 'CONSOLATION',
    summary:
      'Một công chức được tập huấn để tiếp nhận hai lĩnh vực có ít hồ sơ, người còn lại hỗ trợ quầy đông khách. Quầy không còn trống khi công chức đi cơ sở.',
    authors: [{ person: 'submitter-09871', share: 100 }],
    illustrative: true,
    note: NOTE,
  },
];
