const SITE = 'Sáng kiến CCHC';

/** What a search or a shared link says of each fixed public page, before any script runs: in Vietnamese, as the pages come at first. */
const HEADS: Readonly<Record<string, readonly [title: string, description: string]>> = {
  '/': ['Trang chủ', 'Cuộc thi sáng kiến cải cách hành chính của huyện: lịch thi, kết quả và nơi đang áp dụng.'],
  '/winners': ['Kết quả các năm', 'Sáng kiến đạt giải của mọi cuộc thi đã công bố, theo năm, giải, lĩnh vực và đơn vị.'],
  '/in-use': ['Nơi đang áp dụng', 'Sáng kiến được nhân rộng đang dùng ở những xã, thị trấn nào, từ khi nào.'],
  '/check-result': ['Kiểm chứng kết quả', 'Tính lại kết quả của một cuộc thi từ gói kết quả công khai, ngay trên máy của người xem.'],
  '/privacy': ['Dữ liệu cá nhân', 'Hệ thống giữ dữ liệu cá nhân nào, ai xem được, trong bao lâu.'],
  '/accessibility': ['Khả năng tiếp cận', 'Những gì đã làm, cách kiểm tra và những gì biết là chưa được.'],
};

/** Title and description of a page; of one that has none of its own, the name of the site. */
export function headOf(path: string, publicUrl: string): string {
  const own = HEADS[path];
  if (!own) return `<title>${SITE}</title>`;
  const [title, description] = own;
  return `<title>${title} · ${SITE}</title>
    <meta name="description" content="${description}" />
    <meta property="og:site_name" content="${SITE}" />
    <meta property="og:type" content="website" />
    <meta property="og:locale" content="vi_VN" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:url" content="${publicUrl}${path}" />`;
}
