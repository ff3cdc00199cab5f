import { type Messages } from '#lib/kernel';

/** What is refused where two records are to be one person's. */
export const mergeMessages: Messages = {
  DOUBLE_DISMISSED: { vi: 'Đã có kết luận đây là hai người khác nhau.', en: 'Somebody has said already that these are two people.' },
  MERGE_ACCOUNT_LOST: {
    vi: 'Hồ sơ sẽ gộp có tài khoản đang hoạt động, còn hồ sơ giữ lại thì không. Hãy giữ lại hồ sơ có tài khoản.',
    en: 'The record to be merged has an open account and the other has none. Keep the one with the account.',
  },
  MERGE_AUTHOR_AND_SEAT: {
    vi: 'Một hồ sơ là tác giả, hồ sơ kia tham gia tổ chức hoặc chấm trong cùng cuộc thi; không ai được giữ cả hai tư cách.',
    en: 'One record is an author and the other has a seat in the same contest. Nobody is both.',
  },
  MERGE_AUTHORS_BOTH: {
    vi: 'Cả hai hồ sơ cùng là tác giả của một sáng kiến. Cần sửa danh sách tác giả trước.',
    en: 'Both records are authors of the same initiative. Its authors have to be set right first.',
  },
  MERGE_DECIDED: { vi: 'Đề nghị này đã được giải quyết.', en: 'This has been decided on already.' },
  MERGE_GRANTED_OTHER: {
    vi: 'Hồ sơ này đã đề nghị, xác nhận hoặc xin thu hồi một vai trò của hồ sơ kia; không ai được làm việc đó cho chính mình.',
    en: 'One of the two gave the other a role, or asked that it end. Nobody does so to themselves.',
  },
  MERGE_HOLDS_OTHERS: {
    vi: 'Đã có hồ sơ khác gộp vào hồ sơ này. Hãy giữ lại hồ sơ này, hoặc hủy lần gộp trước.',
    en: 'Other records are merged into this one. Keep it, or undo that merge first.',
  },
  MERGE_INTO_MERGED: {
    vi: 'Hồ sơ giữ lại đã được gộp vào hồ sơ khác.',
    en: 'The record to be kept is itself merged into another.',
  },
  MERGE_JUDGED_BOTH: {
    vi: 'Cả hai hồ sơ đã chấm cùng một sáng kiến, mỗi phiếu được tính là của một người.',
    en: 'Both records have judged the same initiative, as two people.',
  },
  MERGE_NOT_ALIKE: {
    vi: 'Hai hồ sơ không cùng họ tên trong một đơn vị, cũng không cùng hộp thư, hoặc đã được kết luận là của hai người.',
    en: 'The two records share neither a name in one unit nor a mailbox, or were said to be of two people.',
  },
  MERGE_NOT_IN_FORCE: {
    vi: 'Lần gộp này không còn hiệu lực, hoặc đang chờ xác nhận.',
    en: 'This merge does not hold, or waits for a second person.',
  },
  MERGE_OWN: {
    vi: 'Không ai được gộp hồ sơ của chính mình hoặc hủy việc gộp đó; cần người khác thực hiện.',
    en: 'Nobody merges a record of their own, or undoes it; others do.',
  },
  MERGE_PROPOSED: { vi: 'Đã có đề nghị gộp hồ sơ này.', en: 'It is proposed already that this record be merged.' },
  MERGE_SAME: { vi: 'Hai hồ sơ phải khác nhau.', en: 'The two records must not be the same one.' },
  MERGE_SEATED: {
    vi: 'Hồ sơ sẽ gộp đang tham gia một cuộc thi chưa kết thúc. Hãy giữ lại hồ sơ này, hoặc kết thúc việc tham gia trước.',
    en: 'The record to be merged has a seat in a contest that is not over. Keep it, or end the seat first.',
  },
  MERGE_SEATS_BOTH: {
    vi: 'Cả hai hồ sơ đã tham gia cùng một cuộc thi chưa kết thúc. Chỉ gộp được khi cuộc thi đã lưu trữ.',
    en: 'Both records have had a seat in the same contest, which is not over. They can be merged once it is in the archive.',
  },
  MERGE_SECOND_PERSON: {
    vi: 'Một hồ sơ đã xác nhận với tư cách người thứ hai việc do hồ sơ kia đề nghị; gộp lại thì chỉ còn một người.',
    en: 'One of the two confirmed as second person what the other had proposed. Merged, they would be one.',
  },
  PERSON_MERGED: {
    vi: 'Hồ sơ này đã được gộp vào hồ sơ khác của cùng một người.',
    en: 'This record is merged into another of the same person.',
  },
};
