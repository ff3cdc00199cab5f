import { type Locale } from '#lib/kernel';

/** What the page of a counter says beside what the library has words for. */
export interface RatingWords {
  readonly title: string;
  readonly question: string;
  readonly send: string;
  readonly more: string;
  readonly reasons: string;
  readonly comment: string;
  readonly commentHint: string;
  readonly slip: string;
  readonly slipHint: string;
  readonly kept: string;
  readonly problem: string;
  readonly closed: string;
  readonly closedHint: string;
  readonly unknown: string;
  readonly unknownHint: string;
  readonly thanks: string;
  readonly counted: string;
  readonly back: string;
  readonly procedures: string;
  readonly catalogue: string;
  readonly results: string;
  readonly illustrative: string;
  readonly other: string;
}

export const RATING_WORDS: Readonly<Record<Locale, RatingWords>> = {
  vi: {
    title: 'Đánh giá',
    question: 'Ông/bà có hài lòng với lần phục vụ này không?',
    send: 'Gửi đánh giá',
    more: 'Lý do và góp ý (không bắt buộc)',
    reasons: 'Điều gì chưa tốt?',
    comment: 'Góp ý',
    commentHint: 'Tối đa 500 ký tự. Xin không ghi tên, số giấy tờ hay số điện thoại của ai. Góp ý không được công khai.',
    slip: 'Mã trên phiếu',
    slipHint: 'Mười ký tự trên giấy tiếp nhận, phiếu yêu cầu bổ sung hoặc phiếu từ chối, nếu có.',
    kept: 'Không cần tài khoản. Hệ thống chỉ giữ ngày; không giữ giờ, thiết bị hay địa chỉ mạng của người đánh giá.',
    problem: 'Chưa gửi được',
    closed: 'Quầy này hiện không mở',
    closedHint: 'Quầy đã đóng hoặc chưa mở nên chưa nhận đánh giá.',
    unknown: 'Không có quầy nào mang mã này',
    unknownHint: 'Xem lại mã dưới hình trên tờ dán tại quầy: mã có tám ký tự.',
    thanks: 'Đã nhận đánh giá. Cảm ơn ông/bà.',
    counted: 'Mỗi thiết bị được tính một lần trong 10 phút tại một quầy; lần gửi thêm trong thời gian này không được tính.',
    back: 'Về trang của quầy',
    procedures: 'Thủ tục của quầy',
    catalogue: 'Xem danh mục thủ tục',
    results: 'Người dân đánh giá thế nào',
    illustrative: 'Dữ liệu minh họa',
    other: 'English',
  },
  en: {
    title: 'Rating',
    question: 'Were you satisfied with how you were served?',
    send: 'Send the rating',
    more: 'Reasons and comment (optional)',
    reasons: 'What was not good?',
    comment: 'Comment',
    commentHint: 'At most 500 characters. Please give nobody’s name, document number or telephone. Comments are not made public.',
    slip: 'Code on the slip',
    slipHint: 'Ten signs on the receipt, the request for more papers or the refusal, if you have one.',
    kept: 'No account is needed. Only the day is kept; neither the time, the device nor the network address of who rates.',
    problem: 'It could not be sent',
    closed: 'This counter is not open now',
    closedHint: 'The counter was closed or is not open yet, and takes no ratings.',
    unknown: 'No counter has this code',
    unknownHint: 'Look at the code under the picture that hangs at the counter: it has eight signs.',
    thanks: 'The rating was received. Thank you.',
    counted: 'A device is counted once in ten minutes at a counter; what is sent again within that time is not.',
    back: 'To the page of the counter',
    procedures: 'Procedures of the counter',
    catalogue: 'See the catalogue of procedures',
    results: 'How citizens rate',
    illustrative: 'Illustrative data',
    other: 'Tiếng Việt',
  },
};
