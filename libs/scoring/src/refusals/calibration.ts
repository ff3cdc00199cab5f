import { type RefusalBook } from '#lib/kernel';

/** What stands in the way of scoring samples before a round. */
export const calibrationMessages: RefusalBook['messages'] = {
  CALIBRATION_BEGUN: {
    vi: 'Đã có giám khảo chấm thử, không thể thay sáng kiến mẫu.',
    en: 'A judge has scored a sample; the samples stand.',
  },
  CALIBRATION_DUE: {
    vi: 'Trước khi chấm vòng này, đề nghị chấm thử hai sáng kiến mẫu và xem mức chênh lệch giữa các giám khảo.',
    en: 'Before this round, please score the two samples and look at how far the judges are apart.',
  },
  CALIBRATION_NOT_ASKED: { vi: 'Vòng này không tổ chức chấm thử.', en: 'This round has no calibration.' },
  CALIBRATION_SAMPLES: { vi: 'Cần đúng {samples} sáng kiến mẫu.', en: 'There must be exactly {samples} samples.' },
  CALIBRATION_SAMPLES_MISSING: {
    vi: 'Vòng có chấm thử: phải soạn đủ {samples} sáng kiến mẫu trước khi mở vòng.',
    en: 'The round has a calibration: its {samples} samples must be written before it opens.',
  },
  CALIBRATION_SIGNED: {
    vi: 'Phiếu chấm thử đã được ký và không thể thay đổi.',
    en: 'The card for this sample was signed and cannot be changed.',
  },
  CALIBRATION_UNSIGNED: { vi: 'Còn {open} phiếu chấm thử chưa ký.', en: '{open} samples are not scored yet.' },
  ROUND_OPENED: { vi: 'Vòng chấm đã mở.', en: 'The round was opened already.' },
};
