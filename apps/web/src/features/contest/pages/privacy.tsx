import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Prose, PublicHead, PublicPage } from '../../../ui/public-page';

/** What the platform keeps of people, who sees it, and for how long. */
export function Page() {
  const { t } = useLingui();
  return (
    <PublicPage>
      <PublicHead title={t`Dữ liệu cá nhân`}>
        <Trans>
          Hệ thống giữ những gì cần cho cuộc thi và việc nhân rộng sáng kiến, không hơn. Trang này nêu rõ giữ gì, ai xem được, trong bao
          lâu.
        </Trans>
      </PublicHead>
      <Prose>
        <h2>
          <Trans>Người xem trang công khai</Trans>
        </h2>
        <p>
          <Trans>
            Không cần tài khoản. Hệ thống không đặt cookie theo dõi, không dùng dịch vụ thống kê hay nội dung của bên khác. Ngôn ngữ, nền
            sáng hay tối và cỡ chữ chỉ lưu trên máy của người xem.
          </Trans>
        </p>
        <p>
          <Trans>Địa chỉ mạng của yêu cầu được dùng để giới hạn lượt truy cập và ngăn dò mật khẩu.</Trans>
        </p>
        <h2>
          <Trans>Người có tài khoản</Trans>
        </h2>
        <ul>
          <li>
            <Trans>Họ tên, thư điện tử công vụ, đơn vị, chức danh và vai trò: để đăng nhập và phân quyền.</Trans>
          </li>
          <li>
            <Trans>
              Mật khẩu chỉ được giữ dưới dạng băm, không ai đọc lại được. Phiên đăng nhập có thiết bị và lần dùng gần nhất, người dùng tự
              kết thúc được.
            </Trans>
          </li>
          <li>
            <Trans>Hồ sơ sáng kiến, tỷ lệ đóng góp, phiếu chấm, nhận xét, báo cáo do chính người dùng nhập.</Trans>
          </li>
          <li>
            <Trans>Nhật ký thao tác: ai làm gì, lúc nào. Các mục nối nhau bằng mã băm nên mọi sửa đổi đều bị phát hiện.</Trans>
          </li>
        </ul>
        <p>
          <Trans>Hệ thống không hỏi số căn cước hay địa chỉ nhà; số điện thoại chỉ có khi đơn vị nhập.</Trans>
        </p>
        <h2>
          <Trans>Ai xem được</Trans>
        </h2>
        <ul>
          <li>
            <Trans>
              Mọi người: với sáng kiến đạt giải hoặc được nhân rộng, có tên sáng kiến, họ tên tác giả, tỷ lệ đóng góp, đơn vị, giải và quyết
              định; nội dung hồ sơ chỉ khi thể lệ cho phép.
            </Trans>
          </li>
          <li>
            <Trans>Giám khảo: hồ sơ được phân công, không có tên tác giả nếu vòng chấm là chấm kín.</Trans>
          </li>
          <li>
            <Trans>Cơ quan tổ chức: hồ sơ đã nộp và tiến độ. Điểm được niêm phong đến khi vòng chấm kết thúc.</Trans>
          </li>
          <li>
            <Trans>Trong gói kết quả công khai, giám khảo mang bí danh; phiếu chấm không kèm tên.</Trans>
          </li>
        </ul>
        <h2>
          <Trans>Giữ trong bao lâu</Trans>
        </h2>
        <ul>
          <li>
            <Trans>
              Hồ sơ đã nộp, phiếu chấm, kết quả, quyết định và nhật ký thao tác được lưu cùng hồ sơ của cuộc thi, vì kết quả phải kiểm chứng
              lại được.
            </Trans>
          </li>
          <li>
            <Trans>
              Nội dung hồ sơ sáng kiến đang soạn mà máy chủ chưa nhận được giữ trên máy của người soạn, có mã hóa, đến khi máy chủ đã nhận
              và nhiều nhất là 14 ngày. Điểm và nhận xét chưa lưu của phiếu chấm chỉ ở trong trang đang mở, đóng trang là mất.
            </Trans>
          </li>
          <li>
            <Trans>Người thôi nhiệm vụ hết quyền trong hệ thống; tên trong hồ sơ và kết quả vẫn còn.</Trans>
          </li>
        </ul>
        <h2>
          <Trans>Quyền của người có dữ liệu</Trans>
        </h2>
        <p>
          <Trans>
            Người có tài khoản tải về được toàn bộ dữ liệu của mình ở trang tài khoản. Đề nghị sửa thông tin sai hoặc hỏi thêm: gửi Phòng
            Nội vụ, cơ quan chủ trì.
          </Trans>
        </p>
        <p>
          <Link to="/accessibility">
            <Trans>Khả năng tiếp cận</Trans>
          </Link>
        </p>
      </Prose>
    </PublicPage>
  );
}
