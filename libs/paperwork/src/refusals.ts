import { type RefusalBook } from '#lib/kernel';
import { CERTIFICATE_STATE_WORDS } from './domain/certificate.entity.js';
import { PAPER_STATE_WORDS } from './domain/paper.entity.js';
import { paperworkLabels } from './labels.js';

/** What `paperwork` refuses. */
export const paperworkRefusals: RefusalBook = {
  messages: {
    CERTIFICATES_NONE: { vi: 'Không có giấy chứng nhận nào chưa in.', en: 'There is no certificate that was not printed.' },
    CERTIFICATES_NOT_YET: {
      vi: 'Kết quả trao giải chưa được công bố, nên chưa cấp giấy chứng nhận được.',
      en: 'The prizes are not published, so that no certificates can be issued yet.',
    },
    CERTIFICATES_TOO_MANY: {
      vi: 'Một tệp chứa tối đa {most} giấy. Chọn mỗi người một tệp, hoặc in từng phần.',
      en: 'One file holds {most} certificates at most. Choose a file each, or print in parts.',
    },
    CERTIFICATE_DECISION_EARLY: {
      vi: 'Ngày của quyết định không được trước ngày của quyết định ghi trên giấy.',
      en: 'The decision cannot be dated before the one that stands on the certificate.',
    },
    CERTIFICATE_NOT_VALID: { vi: 'Giấy chứng nhận này {state}.', en: 'This certificate is {state}.' },
    CERTIFICATE_PRIZE_REVOKED: { vi: 'Giải của giấy chứng nhận này đã bị thu hồi.', en: 'The prize of this certificate was revoked.' },
    CERTIFICATES_NOT_RECOGNISED: {
      vi: 'Chưa có sáng kiến nào của cuộc thi này được công nhận bằng quyết định đã ghi, nên chưa cấp giấy chứng nhận được.',
      en: 'No initiative of this contest is recognised by a recorded decision, so that no certificates can be issued yet.',
    },
    CERTIFICATE_RECOGNITION_REVOKED: {
      vi: 'Việc công nhận ghi trên giấy chứng nhận này đã bị hủy bỏ.',
      en: 'The recognition on this certificate was revoked.',
    },
    CERTIFICATE_REPRINT_REASON: {
      vi: 'Có giấy đã in trước đây. Ghi lý do in lại.',
      en: 'Some of these were printed before. Say why once more.',
    },
    CERTIFICATE_UNSIGNED: {
      vi: 'Mẫu giấy chứng nhận chưa có họ tên người ký.',
      en: 'The template of certificates does not name who signs.',
    },
    CERTIFICATE_WITHHELD: {
      vi: 'Họ tên trên giấy chứng nhận này không còn được công bố.',
      en: 'The name on this certificate is withheld.',
    },
    PAPER_BASES_CHANGED: {
      vi: 'Căn cứ có hiệu lực đã khác so với ngày lập dự thảo. Lập lại dự thảo rồi chốt.',
      en: 'Other bases are in force than on the day of the draft. Draft the paper anew before it is frozen.',
    },
    PAPER_BASIS_NO_END: {
      vi: 'Căn cứ đã được thay thì phải ghi ngày hết hiệu lực.',
      en: 'A basis that was replaced has a last day: say which.',
    },
    PAPER_BASIS_TWICE: {
      vi: 'Căn cứ này đã có ở trên, với thời gian hiệu lực trùng nhau.',
      en: 'This basis stands above already, in force on some of the same days.',
    },
    PAPER_BASIS_TURNED: { vi: 'Ngày hết hiệu lực của căn cứ phải từ ngày có hiệu lực trở đi.', en: 'A basis cannot end before it begins.' },
    PAPER_INCOMPLETE: {
      vi: 'Văn bản còn thiếu nội dung bắt buộc. Bổ sung trong mẫu rồi lập lại dự thảo.',
      en: 'The paper lacks what it has to have. Add it to the template and draft the paper anew.',
    },
    PAPER_NO_CHAIR: {
      vi: 'Ban Giám khảo chưa có trưởng ban, nên chưa lập được quyết định.',
      en: 'The jury has no chair yet, so that it cannot be set up by a decision.',
    },
    PAPER_NO_JURY: {
      vi: 'Cuộc thi chưa có giám khảo, nên chưa lập được quyết định.',
      en: 'The contest has no judges yet, so that there is no jury to set up.',
    },
    PAPER_NO_PRIZE_LIST: {
      vi: 'Danh sách trao giải chưa được trình, nên chưa lập được văn bản này.',
      en: 'The list of prizes was not submitted yet, so that there is nothing to write of.',
    },
    PAPER_NO_REPORT: { vi: 'Kỳ này chưa có đơn vị nào gửi báo cáo.', en: 'No unit has reported in this period yet.' },
    PAPER_NOT_DRAFT: {
      vi: 'Chỉ lập lại được văn bản đang là dự thảo; văn bản này {state}.',
      en: 'Only a draft is filled anew; this paper is {state}.',
    },
    PAPER_NOT_FROZEN: {
      vi: 'Chỉ nhận bản đã ký khi văn bản đã chốt và chưa vào sổ.',
      en: 'A signed copy is taken only while the paper is frozen and not registered.',
    },
    PAPER_NOT_SCREENED: { vi: 'Còn hồ sơ chưa kiểm tra xong điều kiện.', en: 'Dossiers are not all screened yet.' },
    PAPER_NO_ROLLOUT: {
      vi: 'Chưa có sáng kiến nào của cuộc thi này được triển khai.',
      en: 'No initiative of this contest is rolled out yet.',
    },
    PAPER_NO_UNITS: {
      vi: 'Việc nhân rộng này chưa có đơn vị nào phải áp dụng.',
      en: 'No unit is expected in this roll-out yet.',
    },
    PAPER_NUMBER_TAKEN: {
      vi: 'Số này đã cấp cho văn bản khác của cơ quan trong năm.',
      en: 'Another paper of the body has this number in the same year.',
    },
    PAPER_RESULT_NOT_FINAL: {
      vi: 'Còn vòng thi chưa đóng, nên chưa có kết quả để xét.',
      en: 'A round is not closed, so that there is no result to deliberate on yet.',
    },
    PAPER_ROUND_NOT_CLOSED: {
      vi: 'Vòng thi chưa đóng, nên chưa lập được văn bản về việc chấm vòng này.',
      en: 'The round is not closed, so that no paper on its judging can be drafted yet.',
    },
    PAPER_SIGNED_BEFORE_FROZEN: { vi: 'Ngày ký không thể trước ngày chốt văn bản.', en: 'A paper cannot be signed before it was frozen.' },
    PAPER_TEMPLATE_MISSING: {
      vi: 'Cơ quan chưa có mẫu cho loại văn bản này. Lập mẫu trước.',
      en: 'The office has no template of this kind of paper. Make one first.',
    },
    PAPER_TRANSITION: { vi: 'Văn bản đang là {from}, không chuyển sang {to} được.', en: 'The paper is {from} and cannot become {to}.' },
  },
  constraints: { paper_number_once: 'PAPER_NUMBER_TAKEN' },
  labels: paperworkLabels,
  words: { PaperState: PAPER_STATE_WORDS, CertificateState: CERTIFICATE_STATE_WORDS },
  states: [
    'CERTIFICATES_NOT_YET',
    'CERTIFICATE_NOT_VALID',
    'CERTIFICATES_NOT_RECOGNISED',
    'CERTIFICATE_PRIZE_REVOKED',
    'CERTIFICATE_RECOGNITION_REVOKED',
    'CERTIFICATE_WITHHELD',
    'PAPER_NOT_DRAFT',
    'PAPER_NOT_FROZEN',
    'PAPER_TRANSITION',
  ],
};
