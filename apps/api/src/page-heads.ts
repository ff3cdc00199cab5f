export const SITE = 'Sáng kiến CCHC';

/** What a search or a shared link says of a page. */
export interface PageHead {
  readonly title: string;
  readonly description: string;
}

/** Of each fixed public page: in Vietnamese, as the pages come at first. */
export const FIXED_HEADS: Readonly<Record<string, PageHead>> = {
  '/': { title: 'Trang chủ', description: 'Cuộc thi sáng kiến cải cách hành chính của huyện: lịch thi, kết quả và nơi đang áp dụng.' },
  '/winners': {
    title: 'Kết quả các năm',
    description: 'Sáng kiến đạt giải của mọi cuộc thi đã công bố, theo năm, giải, lĩnh vực và đơn vị.',
  },
  '/in-use': { title: 'Nơi đang áp dụng', description: 'Sáng kiến được nhân rộng đang dùng ở những xã, thị trấn nào, từ khi nào.' },
  '/check-result': {
    title: 'Kiểm chứng kết quả',
    description: 'Tính lại kết quả của một cuộc thi từ gói kết quả công khai, ngay trên máy của người xem.',
  },
  '/privacy': { title: 'Dữ liệu cá nhân', description: 'Hệ thống giữ dữ liệu cá nhân nào, ai xem được, trong bao lâu.' },
  '/accessibility': { title: 'Khả năng tiếp cận', description: 'Những gì đã làm, cách kiểm tra và những gì biết là chưa được.' },
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

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
