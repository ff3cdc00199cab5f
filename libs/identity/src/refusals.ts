import { type RefusalBook } from '#lib/kernel';
import { factorMessages } from './factor-refusals.js';
import { mergeMessages } from './merge-refusals.js';
import { identityLabels } from './labels.js';
import { RESET_STATE_WORDS } from './domain/factor-reset.entity.js';
import { ACCOUNT_STATE_WORDS } from './application/person.queries.js';
import { MERGE_STATE_WORDS } from './domain/person-merge.entity.js';
import { GRANT_STATE_WORDS } from './domain/role-grant.entity.js';

/** What `identity` refuses. */
export const identityRefusals: RefusalBook = {
  messages: {
    ...factorMessages,
    ...mergeMessages,
    ACCOUNT_DISABLED: { vi: 'Tài khoản đã bị khóa.', en: 'The account is disabled.' },
    ACCOUNT_EXISTS: {
      vi: 'Hệ thống đã có tài khoản, không dùng được liên kết quản trị viên đầu tiên nữa.',
      en: 'There are accounts already.',
    },
    ACCOUNT_NEEDED: {
      vi: 'Người này chưa có tài khoản đang hoạt động.',
      en: 'This person has no account that is open.',
    },
    ACCOUNT_OWN: { vi: 'Không thể tự khóa tài khoản của chính mình.', en: 'You cannot disable your own account.' },
    ACCOUNT_NOT_DISABLED: { vi: 'Tài khoản đang hoạt động.', en: 'The account is not disabled.' },
    EMAIL_MISSING: { vi: 'Cần có địa chỉ thư điện tử.', en: 'An e-mail address is needed.' },
    EMAIL_SAME: { vi: 'Đây là địa chỉ thư điện tử đang dùng.', en: 'This is the e-mail address that is in use already.' },
    EMAIL_TAKEN: { vi: 'Địa chỉ thư điện tử đã có người dùng.', en: 'This e-mail address is in use.' },
    IMPORT_PERSON_OTHER: {
      vi: 'Địa chỉ thư điện tử này là của {name}. Hãy sửa họ tên hoặc địa chỉ.',
      en: 'This e-mail address belongs to {name}. Put the name or the address right.',
    },
    IMPORT_PERSON_UNCLEAR: {
      vi: 'Đơn vị có nhiều người tên {name}. Hãy ghi thư điện tử.',
      en: 'Several people of the unit are called {name}. Write the e-mail address.',
    },
    GRANT_DECIDED: { vi: 'Đề nghị cấp vai trò này đã được giải quyết.', en: 'This role has been decided on already.' },
    GRANT_ENDS_BEFORE_IT_BEGINS: { vi: 'Ngày kết thúc phải từ ngày bắt đầu trở đi.', en: 'The last day must not lie before the first.' },
    GRANT_NOT_IN_FORCE: { vi: 'Vai trò này không có hiệu lực.', en: 'This role is not in force.' },
    GRANT_OWN: {
      vi: 'Không ai được cấp vai trò cho chính mình hoặc xác nhận vai trò của chính mình.',
      en: 'Nobody grants a role to themselves or confirms their own.',
    },
    GRANT_PROPOSED: {
      vi: 'Đã có đề nghị cấp vai trò này cho người này và đang chờ xác nhận.',
      en: 'This role is proposed for this person already and waits to be confirmed.',
    },
    GRANT_REVOKED: { vi: 'Vai trò này đã được thu hồi.', en: 'This role was revoked already.' },
    INVITATION_TAKEN_UP: {
      vi: 'Người này đã đặt mật khẩu nên không cần mời lại; nếu quên mật khẩu, có thể tự yêu cầu liên kết đặt lại.',
      en: 'This person has set a password and needs no invitation; who forgot it asks for a link themselves.',
    },
    LAST_ADMINISTRATOR: {
      vi: 'Đây là quản trị viên cuối cùng của toàn hệ thống; cần có quản trị viên khác trước.',
      en: 'This is the last administrator of all units: another has to be there first.',
    },
    LAST_LEADER: {
      vi: 'Đây là lãnh đạo cuối cùng của toàn hệ thống; cần có lãnh đạo khác trước.',
      en: 'This is the last leader of all units: another has to be there first.',
    },
    LEADER_AFTER_JUDGING: {
      vi: 'Đã có cuộc thi được phân công chấm; không còn được chỉ định lãnh đạo đầu tiên.',
      en: 'Cards have been given out in a contest: it is too late to name the first leader.',
    },
    LEADER_UNIT_NOT_ROOT: {
      vi: 'Lãnh đạo đầu tiên được chỉ định cho đơn vị cấp cao nhất.',
      en: 'The first leader is named for the highest unit.',
    },
    LEADER_NAMED: {
      vi: 'Đơn vị đã có lãnh đạo hoặc quản trị viên khác xác nhận vai trò; việc chỉ định lãnh đạo đầu tiên chỉ thực hiện một lần.',
      en: 'There is a leader or another administrator to confirm roles, or there was; the first leader is named once.',
    },
    LINK_INVALID: {
      vi: 'Liên kết không dùng được: đã được dùng, đã hết hạn hoặc bị thiếu ký tự khi sao chép. Hãy yêu cầu gửi liên kết mới.',
      en: 'The link cannot be used: it was used, has expired, or was not copied whole. Ask for a new one.',
    },
    PASSWORD_IS_NAME: {
      vi: 'Mật khẩu không được là họ tên hoặc địa chỉ thư điện tử của chủ tài khoản.',
      en: 'The password must not be the name or the e-mail address of the account.',
    },
    PASSWORD_TOO_LONG: { vi: 'Mật khẩu có nhiều nhất {max} ký tự.', en: 'A password has {max} characters at most.' },
    PASSWORD_TOO_SHORT: { vi: 'Mật khẩu có ít nhất {min} ký tự.', en: 'A password has {min} characters at least.' },
    PASSWORD_WRONG: { vi: 'Mật khẩu hiện tại không đúng.', en: 'The present password is not right.' },
    POSITION_ENDED: { vi: 'Đã thôi giữ chức vụ này từ ngày {on}.', en: 'This position ended on {on}.' },
    POSITION_ENDS_BEFORE_IT_BEGINS: {
      vi: 'Ngày thôi chức vụ phải từ ngày nhận chức vụ trở đi.',
      en: 'The last day of a position must not lie before the first.',
    },
    SEARCH_TOO_SHORT: { vi: 'Hãy nhập ít nhất {min} ký tự để tìm.', en: 'Type {min} characters at least to search.' },
    PERSON_LEADS: {
      vi: 'Người này đang giữ vai trò lãnh đạo; một mình quản trị viên không được khóa tài khoản hoặc giao thêm chức vụ. Cần kết thúc vai trò lãnh đạo trước.',
      en: 'This person leads: no administrator alone disables the account or adds a position. The role has to end first.',
    },
    POSITION_SHUTS_OUT: {
      vi: 'Người này đang giữ hoặc được đề nghị giữ vai trò tổ chức, lãnh đạo; chức vụ ở đơn vị khác có thể làm phát sinh xung đột lợi ích. Cần kết thúc vai trò đó trước.',
      en: 'This person organises or leads, or is to: a position in another unit may bring conflicts of interest. The role has to end first.',
    },
    RESCUE_PERSON_UNKNOWN: {
      vi: 'Không có tài khoản nào dùng địa chỉ {email}.',
      en: 'There is no account with the address {email}.',
    },
    RESCUE_UNSAID: {
      vi: 'Hãy nêu đủ: npm run rescue -- leader|administrator --email <địa chỉ> --number <số quyết định> --date <năm-tháng-ngày> --reason <lý do>.',
      en: 'Say all of it: npm run rescue -- leader|administrator --email <address> --number <of the decision> --date <YYYY-MM-DD> --reason <why>.',
    },
    REVOCATION_NOT_ASKED: { vi: 'Không có đề nghị thu hồi vai trò này.', en: 'Nobody asked that this role end.' },
    REVOCATION_WAITS: { vi: 'Đề nghị thu hồi vai trò này đang chờ xác nhận.', en: 'That this role end waits to be confirmed already.' },
    SECOND_PERSON_SAME: {
      vi: 'Người đề nghị không được tự xác nhận; cần một người thứ hai.',
      en: 'Who proposed it cannot confirm it: a second person has to.',
    },
    SECOND_PERSON_TIED: {
      vi: 'Tài khoản của người xác nhận và người đề nghị do cùng một người lập hoặc người này lập cho người kia, nên không được coi là người thứ hai.',
      en: 'One of the two accounts was made by the other, or both by the same person, so that they do not count as two people.',
    },
    AUDIT_CHANGED: {
      vi: 'Bút toán nhật ký số {seq} đã bị sửa sau khi ghi.',
      en: 'Entry {seq} of the log was changed after it was written.',
    },
    AUDIT_CUT: {
      vi: 'Mã đầu nhật ký đã nhập không có trong nhật ký: phần cuối đã bị cắt, hoặc nhật ký đã bị dựng lại.',
      en: 'The given head is not in the log: its tail was cut off, or it was rebuilt.',
    },
    AUDIT_INSERTED: { vi: 'Bút toán nhật ký số {seq} được chèn thêm sau.', en: 'Entry {seq} of the log was inserted.' },
    AUDIT_PERSONAL_CHANGED: {
      vi: 'Thông tin cá nhân của bút toán nhật ký số {seq} không còn như lúc ghi.',
      en: 'Entry {seq} of the log has personal values that are not those it was written with.',
    },
    AUDIT_REMOVED: { vi: 'Bút toán nhật ký số {seq} đã bị xóa.', en: 'Entry {seq} of the log was removed.' },
    AUDIT_REPLACED: {
      vi: 'Bút toán nhật ký số {seq} không phải là bút toán mà bút toán sau nối vào: đã bị thay, hoặc có bút toán ở giữa bị xóa.',
      en: 'Entry {seq} of the log is not the one that the next was written after: it was replaced, or what stood between them was removed.',
    },
    SIGN_IN_FAILED: {
      vi: 'Địa chỉ thư điện tử hoặc mật khẩu không đúng, hoặc tài khoản đã bị khóa.',
      en: 'The e-mail address or the password is not right, or the account is disabled.',
    },
    TOKEN_LIFETIME: { vi: 'Mã truy cập phải hết hạn trong vòng một năm tới.', en: 'A token must end within the coming year.' },
  },
  constraints: {
    factor_reset_one_proposal: 'FACTOR_RESET_PROPOSED',
    person_email: 'EMAIL_TAKEN',
    person_merge_no_chain: 'MERGE_HOLDS_OTHERS',
    person_merge_one: 'MERGE_PROPOSED',
    person_merged_into_another: 'MERGE_SAME',
    position_ends_after_it_begins: 'POSITION_ENDS_BEFORE_IT_BEGINS',
    role_grant_founding: 'LEADER_NAMED',
    role_grant_one_proposal: 'GRANT_PROPOSED',
    role_grant_ends_after_it_begins: 'GRANT_ENDS_BEFORE_IT_BEGINS',
  },
  labels: identityLabels,
  words: { AccountState: ACCOUNT_STATE_WORDS, GrantState: GRANT_STATE_WORDS, MergeState: MERGE_STATE_WORDS, ResetState: RESET_STATE_WORDS },
  states: [
    'ACCOUNT_DISABLED',
    'ACCOUNT_EXISTS',
    'ACCOUNT_NOT_DISABLED',
    'ACCOUNT_OWN',
    'FACTOR_OWN',
    'FACTOR_RESET_DECIDED',
    'GRANT_DECIDED',
    'GRANT_NOT_IN_FORCE',
    'GRANT_OWN',
    'GRANT_REVOKED',
    'LEADER_NAMED',
    'LINK_INVALID',
    'DOUBLE_DISMISSED',
    'MERGE_DECIDED',
    'MERGE_NOT_IN_FORCE',
    'MERGE_OWN',
    'PERSON_LEADS',
    'PERSON_MERGED',
    'POSITION_ENDED',
    'REVOCATION_NOT_ASKED',
    'REVOCATION_WAITS',
    'SECOND_PERSON_SAME',
    'SECOND_PERSON_TIED',
  ],
};
