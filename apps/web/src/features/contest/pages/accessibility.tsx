import { Trans, useLingui } from '@lingui/react/macro';
import { Prose, PublicHead, PublicPage } from '../../../ui/public-page';

/** What works for whom, how that is known, and what is known not to. */
export function Page() {
  const { t } = useLingui();
  return (
    <PublicPage>
      <PublicHead title={t`Khả năng tiếp cận`}>
        <Trans>Trang được làm để ai cũng dùng được: bằng bàn phím, bằng trình đọc màn hình, trên điện thoại, với chữ lớn.</Trans>
      </PublicHead>
      <Prose>
        <h2>
          <Trans>Những gì đã có</Trans>
        </h2>
        <ul>
          <li>
            <Trans>
              Nút, liên kết và ô nhập đều đến được bằng phím Tab, vị trí đang chọn có viền rõ. Phím Tab đầu tiên đưa đến nội dung chính. Đã
              thử chỉ dùng bàn phím: chấm và ký phiếu, trang Nơi đang áp dụng; các trang khác chưa thử hết.
            </Trans>
          </li>
          <li>
            <Trans>Chữ có độ tương phản từ 4,5:1, đường viền và dấu hiệu từ 3:1, ở cả nền sáng và nền tối.</Trans>
          </li>
          <li>
            <Trans>
              Không có thông tin nào chỉ thể hiện bằng màu: mỗi trạng thái có hình và chữ. Sơ đồ của mỗi sáng kiến có bảng tương ứng.
            </Trans>
          </li>
          <li>
            <Trans>Khi phóng to, nội dung xếp lại theo một cột; bảng rộng kéo trong khung của nó.</Trans>
          </li>
          <li>
            <Trans>Đồng hồ đếm ngược đổi theo phút và không đọc thành tiếng; thời điểm hết hạn luôn ghi bên dưới.</Trans>
          </li>
          <li>
            <Trans>Hiệu ứng chuyển động tắt theo cài đặt của máy.</Trans>
          </li>
        </ul>
        <h2>
          <Trans>Cách kiểm tra</Trans>
        </h2>
        <p>
          <Trans>
            Các trang công khai, trang đăng nhập và trang tài khoản được kiểm tra tự động bằng bộ quy tắc axe trong trình duyệt Chromium.
            Chưa có đợt đánh giá nào do đơn vị độc lập hoặc người khuyết tật thực hiện.
          </Trans>
        </p>
        <h2>
          <Trans>Những gì biết là chưa được</Trans>
        </h2>
        <ul>
          <li>
            <Trans>Tệp đính kèm do tác giả nộp (PDF quét, ảnh, phim) có thể không có chữ thay thế hoặc phụ đề.</Trans>
          </li>
          <li>
            <Trans>Văn bản của cuộc thi được đăng đúng như bản đã ký; bản quét có thể không đọc được bằng trình đọc màn hình.</Trans>
          </li>
          <li>
            <Trans>Bản tiếng Anh là của giao diện; nội dung do người dùng nhập chỉ có ngôn ngữ đã nhập.</Trans>
          </li>
          <li>
            <Trans>Trang cần JavaScript.</Trans>
          </li>
        </ul>
        <h2>
          <Trans>Góp ý</Trans>
        </h2>
        <p>
          <Trans>Nếu có nội dung không đọc hay không dùng được, xin báo cho Phòng Nội vụ, nêu địa chỉ trang và cách đang dùng.</Trans>
        </p>
      </Prose>
    </PublicPage>
  );
}
