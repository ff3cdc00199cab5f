import { type Messages } from '#lib/kernel';
import { NEEDED_WORDS } from './domain/content.js';

const { title, ...texts } = NEEDED_WORDS;

/** What people call the fields of the inputs of `initiative`. */
export const initiativeLabels: Messages = {
  ...texts,
  'DraftInitiativeInput.title': title,
  'SaveDraftInput.title': title,
  'EnterPaperInitiativeInput.title': title,
  'RecordPastInitiativeInput.title': title,
  answered: { vi: 'kể cả đề nghị đã trả lời', en: 'whether what was answered is listed too' },
  authorshipId: { vi: 'đề nghị xác nhận tác giả', en: 'what an author was asked' },
  asks: { vi: 'các mục cần bổ sung', en: 'what is asked at parts of the dossier' },
  authors: { vi: 'danh sách tác giả', en: 'the authors' },
  confidential: { vi: 'nội dung cần giữ kín', en: 'the confidential part' },
  dueAt: { vi: 'hạn bổ sung', en: 'the due date' },
  earlierId: { vi: 'sáng kiến được đối chiếu', en: 'the initiative it is compared with' },
  caption: { vi: 'chú thích của tệp', en: 'the caption of the file' },
  files: { vi: 'các tệp của hồ sơ', en: 'the files of the dossier' },
  firstAppliedOn: { vi: 'ngày áp dụng lần đầu', en: 'the day it was first applied' },
  illustrative: { vi: 'đánh dấu số liệu minh họa', en: 'the mark of what is illustrative' },
  'FilePlaceInput.kind': { vi: 'loại tài liệu', en: 'what the file is' },
  field: { vi: 'mục của hồ sơ', en: 'the part of the dossier' },
  improvesId: { vi: 'sáng kiến được cải tiến', en: 'the initiative that it improves' },
  improvesVerdict: { vi: 'kết luận về sáng kiến được cải tiến', en: 'the verdict on what it improves' },
  influence: { vi: 'phạm vi ảnh hưởng', en: 'the range of influence' },
  initiativeId: { vi: 'sáng kiến', en: 'the initiative' },
  lead: { vi: 'tác giả chính', en: 'the lead author' },
  nobodyOnJury: { vi: 'cam kết không có tác giả trong Ban Giám khảo', en: 'the declaration that no author is on the jury' },
  notPrizedElsewhere: { vi: 'cam kết chưa được giải ở cuộc thi khác', en: 'the declaration that it won no prize elsewhere' },
  order: { vi: 'thứ tự sắp xếp', en: 'the order' },
  ownerUnitId: { vi: 'đơn vị của sáng kiến', en: 'the unit of the initiative' },
  ownWork: { vi: 'cam kết là sản phẩm của tác giả', en: "the declaration that it is the authors' own work" },
  receivedAt: { vi: 'thời điểm nhận bản giấy', en: 'the moment the paper was received' },
  share: { vi: 'tỷ lệ đóng góp', en: 'the share' },
  states: { vi: 'các trạng thái', en: 'the states' },
  words: { vi: 'nội dung cần bổ sung', en: 'what is asked' },
  'SendBackInitiativeInput.words': { vi: 'nội dung cần sửa', en: 'what is to be mended' },
  submitterId: { vi: 'người gửi sáng kiến', en: 'the submitter' },
  verdict: { vi: 'kết luận', en: 'the verdict' },
};
