import { type AreaCode, type AuthorShare } from '../../../../prisma-free-schema/seeds/content/index.js';

/** An initiative of the year that is played; all of them are invented. `quality`, 1 to 10, is what the judges find. */
export interface Planned {
  readonly key: string;
  /** A department's code, or a commune's of 2021. */
  readonly unitCode: string;
  readonly areaCode: AreaCode;
  readonly title: string;
  readonly problem: string;
  readonly solution: string;
  readonly novelty: string;
  readonly effect: string;
  readonly influence: 'ESTABLISHMENT' | 'PROVINCE' | 'NATIONAL';
  /** The first is in the lead and writes it. */
  readonly authors: readonly AuthorShare[];
  readonly quality: number;
}

/** The first to be drafted: its co-author is named, its file is sent, and it is shown step by step. */
export const qr: Planned = {
  key: 'qr',
  unitCode: '09877',
  areaCode: 'DIGITAL_GOV',
  title: 'Mã QR tra cứu thủ tục và đánh giá mức độ hài lòng dành cho người cao tuổi',
  problem: 'Người cao tuổi đến bộ phận một cửa khó đọc chữ nhỏ trên trang mở từ mã QR, phải nhờ công chức hướng dẫn từng bước.',
  solution: 'Trang mở từ mã QR có nút nghe, chữ lớn và ba bước; người dân đánh giá bằng hình mặt cười ngay sau khi nhận kết quả.',
  novelty: 'Cải tiến mã QR đã áp dụng tại bộ phận một cửa, lần đầu phục vụ riêng nhóm người cao tuổi.',
  effect: 'Sau ba tháng áp dụng thử, số lượt tự tra cứu của người trên 60 tuổi tăng từ 12 lên 96 lượt mỗi tháng.',
  influence: 'PROVINCE',
  authors: [
    { person: 'submitter-09877', share: 70 },
    { person: 'author-19', share: 30 },
  ],
  quality: 9.4,
};

/** Given back for more, and sent in again. */
export const enrolment: Planned = {
  key: 'enrolment',
  unitCode: 'GDDT',
  areaCode: 'PROCEDURE',
  title: 'Hẹn giờ đối chiếu hồ sơ tuyển sinh đầu cấp theo khung 15 phút',
  problem: 'Ngày đầu tuyển sinh, phụ huynh xếp hàng từ sáng sớm; cán bộ trường phải đối chiếu hàng trăm bộ hồ sơ trong một buổi.',
  solution: 'Mỗi trường mở lịch hẹn theo khung 15 phút, tự khóa khi đủ chỉ tiêu và nhắc giấy tờ cần mang trước một ngày.',
  novelty: 'Thay việc xếp hàng bằng lịch hẹn chung cho các trường, dùng biểu mẫu sẵn có.',
  effect: 'Thời gian chờ bình quân tại hai trường áp dụng thử giảm từ 110 phút xuống 18 phút.',
  influence: 'ESTABLISHMENT',
  authors: [
    { person: 'submitter-gddt', share: 60 },
    { person: 'author-09', share: 40 },
  ],
  quality: 7.9,
};

/** What is asked when it is given back, and what its effect says then. */
export const MORE_ASKED = 'Bổ sung số liệu so sánh trước và sau khi áp dụng của từng trường.';
export const MORE_SAID = `${enrolment.effect} Trường Mầm non số 1: 95 xuống 15 phút; Trường Tiểu học số 2: 125 xuống 21 phút.`;

/** Its judges differ widely, so that one more is called. */
export const certification: Planned = {
  key: 'certification',
  unitCode: 'TP',
  areaCode: 'PROCEDURE',
  title: 'Chứng thực lưu động tại nhà cho người khuyết tật, người ốm nặng',
  problem: 'Người khuyết tật, người ốm nặng không thể đến trụ sở để chứng thực chữ ký, phải thuê xe hoặc ủy quyền vòng vo.',
  solution: 'Tổ chứng thực lưu động nhận đăng ký qua trưởng thôn, đến tận nhà vào sáng thứ Sáu, mang theo máy in và con dấu.',
  novelty: 'Đưa dịch vụ đến người cần nhất theo lịch cố định, không phải theo từng đơn đề nghị.',
  effect: 'Trong quý áp dụng thử đã phục vụ 37 lượt tại nhà, không phát sinh khiếu nại.',
  influence: 'ESTABLISHMENT',
  authors: [
    { person: 'submitter-tp', share: 60 },
    { person: 'author-06', share: 40 },
  ],
  quality: 8,
};

/** One person's, on paper, typed by the secretariat. As good as the other one of one person, to all who judge it: who of the two wins is decided last. */
export const budget: Planned = {
  key: 'budget',
  unitCode: '09889',
  areaCode: 'PUBLIC_FINANCE',
  title: 'Công khai ngân sách xã bằng tranh treo tại nhà văn hóa thôn',
  problem: 'Bảng công khai ngân sách nhiều số liệu, người dân ít đọc nên ít ý kiến giám sát.',
  solution: 'Vẽ các khoản thu, chi chính thành tranh khổ lớn treo tại nhà văn hóa, mỗi quý thay một lần, kèm số điện thoại giải đáp.',
  novelty: 'Trình bày ngân sách theo câu hỏi của người dân.',
  effect: 'Số ý kiến về khoản chi cụ thể tại hội nghị nhân dân tăng gấp ba lần.',
  influence: 'ESTABLISHMENT',
  authors: [{ person: 'submitter-09889', share: 100 }],
  quality: 6.6,
};

/** Found not to be an initiative. */
export const purchase: Planned = {
  key: 'purchase',
  unitCode: 'TNMT',
  areaCode: 'DIGITAL_GOV',
  title: 'Đề xuất trang bị máy tính bảng cho cán bộ địa chính xã',
  problem: 'Cán bộ địa chính phải về trụ sở mới tra cứu được bản đồ.',
  solution: 'Mua máy tính bảng và thuê bao dữ liệu cho cán bộ địa chính các xã, thị trấn.',
  novelty: 'Huyện chưa trang bị máy tính bảng cho cán bộ địa chính.',
  effect: 'Dự kiến giảm thời gian đi lại của cán bộ.',
  influence: 'ESTABLISHMENT',
  authors: [{ person: 'submitter-tnmt', share: 100 }],
  quality: 4,
};

/** Sent after the deadline. */
export const late: Planned = {
  key: 'late',
  unitCode: 'QLDT',
  areaCode: 'DIGITAL_GOV',
  title: 'Bản đồ số các điểm tập kết vật liệu xây dựng được phép',
  problem: 'Hộ dân sửa nhà không biết nơi được phép tập kết vật liệu nên để tràn ra đường.',
  solution: 'Lập bản đồ số các điểm được phép, gắn đường dẫn vào giấy phép xây dựng.',
  novelty: 'Gắn nghĩa vụ giữ gìn trật tự đô thị với giấy phép xây dựng bằng một đường dẫn.',
  effect: 'Dự kiến giảm một nửa số vụ nhắc nhở.',
  influence: 'ESTABLISHMENT',
  authors: [{ person: 'submitter-qldt', share: 100 }],
  quality: 6,
};

/** Worth the same as the reminders to everybody who judges them: only the chair’s vote can part the two. */
export const assistant: Planned = {
  key: 'assistant',
  unitCode: 'VP',
  areaCode: 'DIGITAL_GOV',
  title: 'Trợ lý trả lời tự động về thủ tục hành chính trên trang thông tin của huyện',
  problem: 'Câu hỏi về thành phần hồ sơ lặp lại hằng ngày, công chức một cửa mất nhiều thời gian trả lời qua điện thoại.',
  solution: 'Trợ lý tự động trả lời theo bộ câu hỏi do công chức biên soạn, chuyển cho người trực khi không chắc chắn.',
  novelty: 'Câu trả lời dẫn đúng quy định đang có hiệu lực và do công chức huyện duyệt từng câu.',
  effect: 'Số cuộc gọi hỏi thành phần hồ sơ giảm 41% trong hai tháng áp dụng thử.',
  influence: 'PROVINCE',
  authors: [
    { person: 'submitter-vp', share: 65 },
    { person: 'author-02', share: 35 },
  ],
  quality: 8.7,
};

/** As good as the assistant, to all who judge it. */
export const reminders: Planned = {
  key: 'reminders',
  unitCode: 'TCKH',
  areaCode: 'PROCEDURE',
  title: 'Nhắc hạn giấy phép kinh doanh có điều kiện qua tin nhắn hai chiều',
  problem: 'Hộ kinh doanh quên hạn giấy phép có điều kiện, bị xử phạt dù vẫn muốn tiếp tục kinh doanh.',
  solution: 'Gửi tin nhắn trước 60, 30 và 7 ngày; hộ kinh doanh nhắn lại để hẹn lịch gia hạn hoặc báo đã ngừng.',
  novelty: 'Tin nhắn hai chiều, kết quả trả lời tự cập nhật vào sổ theo dõi.',
  effect: 'Tỷ lệ gia hạn đúng hạn tăng từ 71% lên 94%.',
  influence: 'ESTABLISHMENT',
  authors: [
    { person: 'submitter-tckh', share: 50 },
    { person: 'author-04', share: 50 },
  ],
  quality: 8.7,
};

/** The other one of one person. */
export const mobileQr: Planned = {
  key: 'mobile-qr',
  unitCode: '09859',
  areaCode: 'DIGITAL_GOV',
  title: 'Mã QR đánh giá mức độ hài lòng tại điểm tiếp nhận hồ sơ lưu động',
  problem: 'Người dân nộp hồ sơ tại điểm lưu động của thôn không có nơi đánh giá mức độ hài lòng.',
  solution: 'In mã QR trên giấy hẹn trả kết quả; đánh giá gắn với từng buổi tiếp nhận lưu động.',
  novelty: 'Đánh giá theo buổi tiếp nhận, xã biết ngay buổi nào phục vụ chưa tốt.',
  effect: 'Thu được 212 lượt đánh giá sau hai tháng, trước đó không có.',
  influence: 'ESTABLISHMENT',
  authors: [{ person: 'submitter-09859', share: 100 }],
  quality: 6.6,
};

/** Sent in without more ado. */
export const others: readonly Planned[] = [
  assistant,
  reminders,
  mobileQr,
  {
    key: 'handbook',
    unitCode: '09841',
    areaCode: 'APPARATUS',
    title: 'Sổ tay số việc cần làm trong tháng của trưởng thôn',
    problem: 'Trưởng thôn nhận việc qua nhiều kênh, dễ sót hạn báo cáo.',
    solution: 'Mỗi tháng xã gửi một danh sách việc chung trên điện thoại, đánh dấu khi xong, nhắc khi sắp đến hạn.',
    novelty: 'Gom việc của các ngành về một danh sách.',
    effect: 'Báo cáo chậm hạn của các thôn giảm từ 9 xuống 2 lượt mỗi quý.',
    influence: 'ESTABLISHMENT',
    authors: [
      { person: 'submitter-09841', share: 50 },
      { person: 'author-17', share: 50 },
    ],
    quality: 6.1,
  },
];

/** Those that come in by the deadline, in the order of their receipt. */
export const received: readonly Planned[] = [qr, enrolment, certification, ...others, purchase, budget];
