import { type RefusalBook } from '#lib/kernel';
import { RECOGNITION_STATE_WORDS } from './domain/recognition-states.js';
import { recognitionLabels } from './labels.js';

/** What `recognition` refuses. */
export const recognitionRefusals: RefusalBook = {
  messages: {
    BALLOTS_MANY: {
      vi: 'Số phiếu nhiều hơn số thành viên có mặt ({present}).',
      en: 'There are more ballots than members present ({present}).',
    },
    COUNCIL_CHAIR: {
      vi: 'Hội đồng có đúng một Chủ tịch và một Ủy viên thư ký.',
      en: 'A council has one chair and one secretary.',
    },
    COUNCIL_MISSING: { vi: 'Chưa có quyết định thành lập Hội đồng.', en: 'No council is seated yet.' },
    COUNCIL_OF_AUTHOR: {
      vi: 'Tác giả không tham gia Hội đồng xét sáng kiến của mình, kể cả khi là người đứng đầu.',
      en: 'No author sits on their own initiative, also where they head the unit.',
    },
    COUNCIL_SMALL: { vi: 'Hội đồng có ít nhất {least} thành viên.', en: 'A council has at least {least} members.' },
    COUNCIL_TWICE: { vi: 'Người này đã có trong Hội đồng.', en: 'They are in the council already.' },
    PRESENT_NOT_SEATED: { vi: 'Chỉ thành viên Hội đồng dự họp, mỗi người một lần.', en: 'Only members of the council sit, each once.' },
    RECOGNITION_BEFORE_COUNCIL: {
      vi: 'Quyết định công nhận không trước ngày Hội đồng bỏ phiếu ({date}).',
      en: 'The decision is not before the council voted ({date}).',
    },
    RECOGNITION_NOT_RECEIVED: {
      vi: 'Chỉ đề nghị công nhận sáng kiến đã được tiếp nhận, không bị rút hoặc bị loại.',
      en: 'Only what was received, and neither withdrawn nor disqualified, can be recognised.',
    },
    RECOGNITION_OF_AUTHORS: {
      vi: 'Tác giả hoặc đơn vị có sáng kiến đề nghị công nhận.',
      en: 'Its authors or its unit apply for recognition.',
    },
    RECOGNITION_OF_OFFICE: { vi: 'Cơ quan xét công nhận thực hiện việc này.', en: 'The office that decides does this.' },
    RECOGNITION_OWN: {
      vi: 'Tác giả không tham gia xét công nhận sáng kiến của mình.',
      en: 'Nobody decides on their own initiative.',
    },
    RECOGNITION_STATE: { vi: 'Đơn đang ở bước: {state}.', en: 'The application is at this step: {state}.' },
    RECOGNITION_TOO_EARLY: {
      vi: 'Chỉ đề nghị công nhận sau khi cuộc thi công bố kết quả.',
      en: 'Recognition is applied for when the contest has published its result.',
    },
    RECOGNITION_TWICE: {
      vi: 'Sáng kiến đã được đề nghị công nhận; mỗi sáng kiến chỉ được công nhận một lần.',
      en: 'Recognition was applied for already; an initiative is recognised once.',
    },
    SITTING_EMPTY: { vi: 'Hãy chọn thành viên có mặt.', en: 'Say who is present.' },
    SITTING_OF_COUNCIL: {
      vi: 'Chủ tịch, thư ký Hội đồng hoặc cơ quan xét công nhận ghi phiên họp.',
      en: 'The chair, the secretary or the office runs the sitting.',
    },
  },
  constraints: { recognition_once: 'RECOGNITION_TWICE' },
  labels: recognitionLabels,
  words: { RecognitionState: RECOGNITION_STATE_WORDS },
  states: ['RECOGNITION_STATE', 'RECOGNITION_TWICE'],
};
