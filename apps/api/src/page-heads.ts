export const SITE = 'Sáng kiến CCHC';

/** What a search or a shared link says of a page. */
export interface PageHead {
  readonly title: string;
  readonly description: string;
  /** What stands over the page itself, where that is not its title. */
  readonly heading?: string;
}

/** Of each fixed public page: in Vietnamese, as the pages come at first, and in the words under the page's own name. */
export const FIXED_HEADS: Readonly<Record<string, PageHead>> = {
  '/': {
    title: 'Trang chủ',
    description:
      'Cuộc thi sáng kiến cải cách hành chính của huyện: lịch thi, thể lệ và cách chấm, kết quả các năm, những nơi đang áp dụng sáng kiến và áp dụng từ khi nào.',
    heading: 'Tìm\u00a0kiếm sáng\u00a0kiến, giải\u00a0pháp về cải\u00a0cách hành\u00a0chính',
  },
  '/winners': {
    title: 'Kết quả các năm',
    description: 'Sáng kiến đạt giải của mọi cuộc thi đã công bố. Địa chỉ trang giữ nguyên điều kiện tìm, có thể gửi cho người khác.',
  },
  '/in-use': {
    title: 'Nơi đang áp dụng',
    description:
      'Sáng kiến được nhân rộng đang dùng ở những xã, thị trấn nào, từ khi nào. Địa chỉ trang giữ nguyên điều kiện xem, có thể gửi cho người khác.',
  },
  '/procedures': {
    title: 'Thủ tục hành chính',
    description:
      'Danh mục thủ tục của các quầy trong huyện. Nội dung chính thức là nội dung trên Cổng Dịch vụ công quốc gia; mỗi thủ tục có địa chỉ dẫn đến Cổng và ngày đối chiếu.',
  },
  '/reform-index': {
    title: 'Chỉ số cải cách hành chính',
    description:
      'Điểm cải cách hành chính của các đơn vị theo từng lĩnh vực, các năm đã kết luận. Tổng điểm theo hai bộ tiêu chí khác nhau không so sánh với nhau.',
  },
  '/at-home': {
    title: 'Trả kết quả tại nhà',
    description: 'Xã nào trả kết quả tại nhà hoặc trao trang trọng, với thủ tục nào, từ khi nào, và người dân đề nghị bằng cách nào.',
  },
  '/titles': {
    title: 'Danh hiệu thi đua',
    description:
      'Danh hiệu và khen thưởng của cán bộ, công chức đã có quyết định: họ tên, đơn vị, số và ngày quyết định. Địa chỉ trang giữ nguyên điều kiện xem, có thể gửi cho người khác.',
  },
  '/tried-out': {
    title: 'Thí điểm',
    description:
      'Những việc được thí điểm ở một số xã: cách đo và các xã được đăng ký trước khi có kết quả; kết quả công bố cả khi chưa thấy tác dụng.',
  },
  '/citizens-voice': {
    title: 'Người dân đánh giá',
    description:
      'Tỷ lệ hài lòng của người dân tại các quầy theo xã và lĩnh vực, công bố mỗi tháng kèm khoảng tin cậy. Nhóm dưới mười đánh giá không được công bố.',
  },
  '/check-result': {
    title: 'Kiểm chứng kết quả',
    description:
      'Gói kết quả được tính lại từ đầu ngay trên máy này: từ từng phiếu chấm đến xếp hạng và giải thưởng. Tệp không được gửi đi đâu; trang kiểm tra được cả khi không có mạng.',
  },
  '/privacy': {
    title: 'Dữ liệu cá nhân',
    description:
      'Hệ thống giữ những gì cần cho cuộc thi và việc nhân rộng sáng kiến, không hơn. Trang này nêu rõ giữ gì, ai xem được, trong bao lâu.',
  },
  '/accessibility': {
    title: 'Khả năng tiếp cận',
    description: 'Trang được làm để ai cũng dùng được: bằng bàn phím, bằng trình đọc màn hình, trên điện thoại, với chữ lớn.',
  },
};

/** The head in HTML of the page at an address, before any script runs; of a page that has none of its own, the name of the site. */
export function headHtml(head: PageHead | undefined, address: string): string {
  if (!head) return `<title>${SITE}</title>`;
  const [title, description, url] = [head.title, head.description, address].map(escaped);
  return `<title>${String(title)} · ${SITE}</title>
    <meta name="description" content="${String(description)}" />
    <link rel="canonical" href="${String(url)}" />
    <meta property="og:site_name" content="${SITE}" />
    <meta property="og:type" content="website" />
    <meta property="og:locale" content="vi_VN" />
    <meta property="og:title" content="${String(title)}" />
    <meta property="og:description" content="${String(description)}" />
    <meta property="og:url" content="${String(url)}" />`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
