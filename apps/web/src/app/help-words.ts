import { useLingui } from '@lingui/react/macro';
import { PATHS } from './paths';

type Words = readonly string[];

/** By the address of the page; of a page that has none of its own, how one finds one's way. */
export function useHelpWords(): (path: string) => Words {
  const { t } = useLingui();
  const words: Partial<Record<string, Words>> = {
    [PATHS.home]: [
      t`Trang này gom mọi việc đang chờ ông/bà xử lý, việc gần hạn nhất đứng trước. Bấm vào một việc để mở đúng chỗ cần làm.`,
      t`Việc làm xong tự rời khỏi danh sách; không cần đánh dấu. Việc quá hạn được ghi rõ.`,
    ],
    [PATHS.notices]: [
      t`Thông báo là những điều đã xảy ra, mới nhất trước. Bấm vào tiêu đề để đi tới nơi liên quan; thông báo khi đó được coi là đã đọc.`,
      t`“Đánh dấu đã đọc tất cả” chỉ tính những thông báo đến lúc đang xem; thông báo đến sau vẫn là chưa đọc.`,
    ],
    [PATHS.noticePreferences]: [
      t`Chọn cho từng nội dung: gửi thư ngay, gộp một thư mỗi ngày, hoặc không gửi thư. Trong hệ thống, thông báo luôn có đủ.`,
    ],
    [PATHS.workingCalendar]: [
      t`Mỗi năm nhập một lần theo thông báo nghỉ lễ: bấm ngày trong tuần để ghi ngày nghỉ, bấm thứ Bảy hoặc Chủ nhật để ghi ngày làm bù; bấm lại để bỏ.`,
      t`Năm chưa nhập lịch thì chưa tính được thời hạn theo ngày làm việc của năm đó.`,
    ],
    [PATHS.ratings]: [
      t`Mỗi tuần một bảng, theo xã và lĩnh vực. Tuần chưa hết thì chưa có số liệu; tháng được công bố sau năm ngày làm việc.`,
      t`Nhiều đánh giá từ một mạng trong 10 phút bị giữ lại. Người quyết định thấy thời gian và số lượng, không thấy mức hài lòng, và không phải là người của đơn vị đó.`,
    ],
    [PATHS.signals]: [
      t`Phản ánh hiện ra sau đêm của ngày đánh giá, để không ai biết được giờ. Người đứng đầu đơn vị trả lời, Phòng Nội vụ kết luận; phản ánh nhắc đến người đứng đầu thì không gửi người đó.`,
      t`Mỗi đơn vị chỉ có một tín hiệu của mỗi loại cùng lúc. Tín hiệu có thể do ngẫu nhiên: số báo nhầm dự kiến ghi ở cuối trang.`,
    ],
    [PATHS.actions]: [
      t`Người đứng đầu đơn vị làm và báo đã làm, kèm minh chứng; Phòng Nội vụ xác minh. Quá hạn thì nhắc người chịu trách nhiệm ngay, người đứng đầu sau ba ngày làm việc, Phòng Nội vụ sau năm ngày.`,
      t`Biện pháp chỉ được coi là có hiệu quả khi bốn tuần trọn sau khi xác minh ít người không hài lòng hơn trước, hoặc một lần kiểm tra khác cho thấy.`,
    ],
    [PATHS.me]: [
      t`Đổi mật khẩu, thiết lập xác thực hai bước, xem tài khoản đang đăng nhập ở đâu và kết thúc những phiên không phải của mình.`,
      t`Nếu thấy một phiên lạ: kết thúc các phiên khác rồi đổi mật khẩu ngay.`,
    ],
    [PATHS.myConflicts]: [
      t`Những sáng kiến ông/bà không chấm, do ai xác định và vì sao. Phát hiện thêm xung đột khi chấm: báo ngay trên phiếu, phiếu được giao cho giám khảo khác.`,
    ],
    [PATHS.myInitiatives]: [
      t`Mỗi dòng là một hồ sơ, kèm tình trạng, việc tiếp theo và hạn. Hồ sơ đã gửi chỉ sửa được khi được trả lại.`,
      t`Một hồ sơ phải được thủ trưởng đơn vị xác nhận trước khi cơ quan tổ chức tiếp nhận.`,
    ],
    [PATHS.initiative]: [
      t`Hồ sơ gồm bảy bước, làm theo thứ tự nào cũng được. Nội dung tự lưu khi gõ; dòng nhỏ cạnh tiêu đề cho biết lần lưu gần nhất.`,
      t`Mất mạng hay hết phiên, phần đã gõ vẫn được giữ trên máy này và gửi tiếp khi có mạng hoặc khi đăng nhập lại.`,
      t`Bước cuối liệt kê mọi điểm còn thiếu, bấm vào từng điểm để đến đúng chỗ. Gửi xong có biên nhận để in.`,
    ],
    [PATHS.initiativeVersions]: [t`Mỗi lần nộp, nội dung được giữ nguyên văn. Chọn hai bản để xem từng chữ thêm vào hoặc bỏ đi.`],
    [PATHS.authorships]: [
      t`Có người ghi tên ông/bà là tác giả của sáng kiến. Xác nhận nếu đúng cả tên và tỷ lệ đóng góp; nếu không, từ chối kèm lý do.`,
      t`Mỗi lần tỷ lệ thay đổi, hệ thống hỏi lại.`,
    ],
    [PATHS.headQueue]: [
      t`Hồ sơ của đơn vị đang chờ thủ trưởng. Đọc toàn bộ, so với bản trước nếu đã từng gửi, rồi xác nhận hoặc trả lại kèm ý kiến.`,
    ],
    [PATHS.invitations]: [
      t`Trước khi nhận lời chấm, hệ thống kiểm tra xung đột lợi ích và nêu những gì tìm thấy. Nhận lời, hoặc từ chối kèm lý do.`,
    ],
    [PATHS.judging]: [
      t`Mỗi vòng cho biết còn bao nhiêu phiếu chưa ký và đến khi nào. Phiếu đã ký không sửa được, trừ khi xin mở lại và được đồng ý.`,
    ],
    [PATHS.judgingRound]: [
      t`Các phiếu xếp theo thứ tự riêng của ông/bà để không hồ sơ nào luôn được chấm trước. Trước khi mở hồ sơ, ông/bà cam kết không có xung đột lợi ích.`,
      t`Bảng so sánh cho thấy thang điểm của chính mình trên mọi phiếu, để điều chỉnh trước khi ký.`,
    ],
    [PATHS.myReports]: [
      t`Trên: các kỳ báo cáo của đơn vị, kỳ nào còn hạn, kỳ nào đã khóa. Dưới: từng sáng kiến được giao áp dụng và tình hình hiện nay.`,
    ],
    [PATHS.reportingPeriods]: [t`Các kỳ báo cáo, kỳ mới nhất trước. Mở một kỳ để xem đơn vị nào đã gửi, đơn vị nào còn thiếu.`],
    [PATHS.reportPeriod]: [t`Bấm vào một đơn vị để đọc báo cáo, duyệt hoặc trả lại. Đề nghị mở lại của đơn vị đứng trên cùng.`],
    [PATHS.report]: [
      t`Số liệu tự lưu khi gõ, mất mạng vẫn giữ trên máy này. Dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân.`,
      t`Số khác hẳn các kỳ trước được hỏi lý do. Gửi xong thì chờ duyệt; báo cáo được trả lại sẽ kèm lý do.`,
    ],
    [PATHS.adoption]: [
      t`Chọn tình hình hiện nay, ngày bắt đầu và gửi ảnh hoặc văn bản làm minh chứng. Mọi lần cập nhật được giữ trong phần diễn biến.`,
    ],
    [PATHS.card]: [
      t`Hồ sơ ở bên trái, tiêu chí ở bên phải. Gõ số để cho điểm, Tab để sang tiêu chí sau, mũi tên để chọn mức, Ctrl+Enter để đến bước ký.`,
      t`Điểm tự lưu và chỉ mình ông/bà thấy cho đến khi vòng đóng. Ghi chú riêng không ai khác đọc được.`,
      t`Ký là khẳng định điểm và nhận xét là của mình; hệ thống tính mã băm của phiếu để ai cũng kiểm chứng được về sau.`,
    ],
    [PATHS.calibration]: [
      t`Mọi giám khảo chấm cùng hai mẫu trước khi phiếu của vòng mở. Điểm mẫu được giữ trên máy này đến khi ký, và không tính vào kết quả.`,
      t`Ký đủ hai mẫu thì thấy điểm của mình so với các giám khảo khác; xác nhận đã xem thì phiếu của vòng mở ra.`,
    ],
    [PATHS.presentation]: [
      t`Lượt đang thuyết trình đứng trên cùng, với thời gian còn lại theo đồng hồ của hệ thống và nút đến phiếu. Trang tự cập nhật khi đổi lượt.`,
    ],
    [PATHS.offlineSheet]: [
      t`Lấy bảng, chấm trên máy không có mạng, rồi chọn tệp đã chấm ở bước 2. Trước khi nhận, hệ thống nêu từng ô khác với phiếu đang lưu.`,
      t`Nhận xong, phiếu vẫn là bản nháp và được ký trên hệ thống. Lập bảng mới thì bảng cũ hết hiệu lực.`,
    ],
  };
  const otherwise = [
    t`Danh mục bên trái (trên điện thoại: nút ba gạch) dẫn tới các phần việc của ông/bà. Đường dẫn phía trên cho biết đang ở đâu.`,
  ];
  return (path) => words[path] ?? otherwise;
}
