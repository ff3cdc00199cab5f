import { type Messages } from '#lib/kernel';

/** What is refused of second factors and of programs' tokens. */
export const factorMessages: Messages = {
  CODE_USED: {
    vi: 'Mã này đã được dùng. Hãy chờ mã tiếp theo trên ứng dụng xác thực rồi nhập lại.',
    en: 'This code was used already. Wait for the next one of the authenticator.',
  },
  CODE_WRONG: { vi: 'Mã xác thực không đúng.', en: 'The code is not right.' },
  ENROLMENT_ENDED: {
    vi: 'Lần thiết lập xác thực hai bước này đã hết hạn hoặc đã được thay bằng lần khác; hãy thiết lập lại từ đầu.',
    en: 'This second factor was begun too long ago, or another was begun after it. Begin again.',
  },
  ENROLMENT_NEEDS_LINK: {
    vi: 'Để thiết lập xác thực hai bước, trước hết hãy đặt lại mật khẩu bằng liên kết gửi qua thư điện tử, rồi thiết lập trong vòng 24 giờ.',
    en: 'Before you set up a second factor, set your password anew by a link that is mailed to you; then set it up within 24 hours.',
  },
  FACTOR_KEPT: {
    vi: 'Vai trò đang giữ bắt buộc phải có xác thực hai bước; chỉ có thể thiết lập lại, không thể gỡ bỏ.',
    en: 'Your roles ask for a second factor. You can set up another in its place, not go without.',
  },
  FACTOR_NEEDED: {
    vi: 'Vai trò đang giữ bắt buộc phải có xác thực hai bước; hãy thiết lập trước khi tiếp tục.',
    en: 'Your roles ask for a second factor. Set one up, then go on.',
  },
  FACTOR_NONE: { vi: 'Tài khoản này chưa có xác thực hai bước.', en: 'This account has no second factor.' },
  FACTOR_OWN: {
    vi: 'Không ai được tự đặt lại xác thực hai bước của chính mình; việc này do người khác thực hiện.',
    en: 'Nobody resets their own second factor; others do.',
  },
  FACTOR_RESET_DECIDED: {
    vi: 'Đề nghị đặt lại xác thực hai bước này đã được giải quyết.',
    en: 'This reset of a second factor has been decided on already.',
  },
  FACTOR_RESET_PROPOSED: {
    vi: 'Đã có đề nghị đặt lại xác thực hai bước cho người này và đang chờ xác nhận.',
    en: 'A reset of this second factor is proposed already and waits to be confirmed.',
  },
  FACTOR_RESET_UNSAID: {
    vi: 'Hãy nêu địa chỉ thư điện tử và lý do: npm run reset-factor -- <địa chỉ> --reason "<lý do>".',
    en: 'Name the e-mail address and the reason: npm run reset-factor -- <address> --reason "<why>".',
  },
  FACTOR_UNREADABLE: {
    vi: 'Hệ thống không còn đọc được thông tin xác thực hai bước của tài khoản này. Hãy dùng một mã khôi phục rồi thiết lập lại, hoặc đề nghị quản trị viên đặt lại.',
    en: 'The second factor of this account can no longer be read. Use a recovery code and set up another, or ask an administrator to reset it.',
  },
  SIGN_IN_ENDED: {
    vi: 'Lần đăng nhập này đã hết hạn hoặc được bắt đầu trên trình duyệt khác; hãy nhập lại mật khẩu.',
    en: 'This sign-in has ended, or was begun in another browser. Give the password again.',
  },
  TOKEN_SCOPE: {
    vi: 'Phạm vi của mã truy cập không bao gồm việc này.',
    en: 'The scopes of the token do not cover this.',
  },
  TOKEN_SCOPES_MISSING: { vi: 'Hãy chọn ít nhất một phạm vi cho mã truy cập.', en: 'Choose one scope at least for the token.' },
};
