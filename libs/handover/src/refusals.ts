import { type RefusalBook } from '#lib/kernel';
import { TEMPLATE_STATE_WORDS } from './domain/letter.js';
import { handoverLabels } from './labels.js';

/** What `handover` refuses. */
export const handoverRefusals: RefusalBook = {
  messages: {
    HANDOVER_BEFORE_EARLIER: { vi: 'Lần trước là ngày {earlier}; lần này không thể sớm hơn.', en: 'The time before was on {earlier}.' },
    HANDOVER_FOLLOWED: { vi: 'Đã ghi lần sau của lượt này; hãy sửa lần sau trước.', en: 'The next time is entered; change that first.' },
    HANDOVER_HOME_NOT_ASKED: { vi: 'Chỉ trả tại nhà khi người dân đề nghị.', en: 'It is brought home only where that was asked for.' },
    HANDOVER_HOME_NOT_OF_MODEL: { vi: 'Mô hình này không trả kết quả tại nhà.', en: 'This model brings nothing home.' },
    HANDOVER_LETTER_NOT_HANDED: { vi: 'Thư đi kèm kết quả đã trao.', en: 'A letter goes with a result that is handed over.' },
    HANDOVER_LETTER_OTHER: {
      vi: 'Việc khai tử chỉ kèm thư chia buồn; việc khác không kèm thư chia buồn.',
      en: 'After a death there is a letter of condolence or none; otherwise never one of condolence.',
    },
    HANDOVER_MARRIAGE_IN_PERSON: {
      vi: 'Giấy chứng nhận kết hôn do hai bên cùng ký, nhận tại trụ sở hoặc buổi trao.',
      en: 'Both spouses sign in person: at a ceremony or at the office.',
    },
    HANDOVER_NOT_ABSENT: { vi: 'Chỉ ghi lần sau của lượt vắng còn hiệu lực.', en: 'The time before is one at which nobody was there.' },
    HANDOVER_NOW_AT_OFFICE: {
      vi: 'Sau hai lần vắng, kết quả chờ tại bộ phận một cửa.',
      en: 'After nobody was there twice it waits at the office.',
    },
    HANDOVER_OF_UNIT: { vi: 'Đơn vị trả kết quả hoặc Ban Tổ chức ghi việc này.', en: 'The unit itself or the office does this.' },
    HANDOVER_OUTSIDE_MODEL: { vi: 'Ngày này nằm ngoài thời gian áp dụng mô hình.', en: 'The model is not in force on that day.' },
    HANDOVER_POST_BY_POST: {
      vi: 'Qua bưu chính thì người trao là nhân viên bưu chính, và ngược lại.',
      en: 'By post the post hands over, and only then.',
    },
    HANDOVER_PROCEDURE_NOT_OF_MODEL: { vi: 'Thủ tục này không thuộc mô hình.', en: 'The procedure is not of this model.' },
    HANDOVER_TOO_OLD: { vi: 'Chỉ ghi và sửa được trong {days} ngày.', en: 'It is entered and changed within {days} days.' },
    HANDOVER_UNIT_NOT_OF_MODEL: { vi: 'Đơn vị này không thuộc mô hình.', en: 'The unit is not of this model.' },
    HANDOVER_VOIDED: { vi: 'Lượt này đã hủy.', en: 'It is voided.' },
    LETTER_APPROVED_BY_HEAD: { vi: 'Người đứng đầu đơn vị ký thư duyệt mẫu này.', en: 'The head of the unit, who signs, approves it.' },
    LETTER_BY_ITS_AUTHOR: { vi: 'Người soạn không tự duyệt mẫu thư.', en: 'Nobody approves what they wrote.' },
    LETTER_BY_POST: { vi: 'Thư không được lập bằng yêu cầu GET.', en: 'A letter is not made by GET.' },
    LETTER_FIELD_UNKNOWN: { vi: 'Trong ngoặc nhọn chỉ dùng: {fields}.', en: 'Only these stand in braces: {fields}.' },
    LETTER_NAMED_MISSING: { vi: 'Mẫu này cần tên người được nhắc đến.', en: 'This template needs the name of whom it is about.' },
    LETTER_TEMPLATE_STATE: { vi: 'Mẫu thư đang ở bước: {state}.', en: 'The template is at this step: {state}.' },
    LETTER_WITHOUT_RECIPIENT: { vi: 'Mẫu thư phải có {field}.', en: 'A template names {field}.' },
    MODEL_ENDS_FIRST: { vi: 'Ngày kết thúc phải từ ngày bắt đầu trở đi.', en: 'A model cannot end before it begins.' },
    MODEL_IN_USE: {
      vi: 'Đã có lượt trả kết quả của đơn vị, thủ tục hoặc ngày bị bỏ ra khỏi mô hình.',
      en: 'Handovers stand of a unit, a procedure or a day that would not be in it.',
    },
    MODEL_MARRIAGE_AT_HOME: { vi: 'Kết quả đăng ký kết hôn không trả tại nhà.', en: 'What is about a marriage is not brought home.' },
    MODEL_PROCEDURE_TWICE: { vi: 'Một thủ tục chỉ ghi một lần.', en: 'A procedure is named once.' },
    MODEL_UNIT_TWICE: { vi: 'Một đơn vị chỉ ghi một lần.', en: 'A unit is named once.' },
  },
  constraints: {
    handover_condolence_after_death: 'HANDOVER_LETTER_OTHER',
    handover_letter_with_what_is_handed: 'HANDOVER_LETTER_NOT_HANDED',
    handover_marriage_in_person: 'HANDOVER_MARRIAGE_IN_PERSON',
    handover_home_is_asked_for: 'HANDOVER_HOME_NOT_ASKED',
    handover_post_by_post: 'HANDOVER_POST_BY_POST',
    handover_after_two_at_office: 'HANDOVER_NOW_AT_OFFICE',
    handover_next_time_once: 'HANDOVER_FOLLOWED',
    handover_followed: 'HANDOVER_FOLLOWED',
    handover_follows_absence: 'HANDOVER_NOT_ABSENT',
    handover_as_its_model: 'HANDOVER_OUTSIDE_MODEL',
    service_model_ends_after_it_begins: 'MODEL_ENDS_FIRST',
    service_model_procedure_once: 'MODEL_PROCEDURE_TWICE',
    service_model_unit_once: 'MODEL_UNIT_TWICE',
    letter_template_approved_by_another: 'LETTER_BY_ITS_AUTHOR',
  },
  labels: handoverLabels,
  words: { LetterTemplateState: TEMPLATE_STATE_WORDS },
  states: [
    'HANDOVER_FOLLOWED',
    'HANDOVER_OF_UNIT',
    'HANDOVER_TOO_OLD',
    'HANDOVER_VOIDED',
    'LETTER_APPROVED_BY_HEAD',
    'LETTER_TEMPLATE_STATE',
  ],
};
