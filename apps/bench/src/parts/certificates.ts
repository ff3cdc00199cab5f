import { setImmediate } from 'node:timers/promises';
import { type CertificateView, certificatesPdf, oneFileOf, storedZip } from '#lib/documents';
import { type Part } from '../part.js';

const PEOPLE = 500;
const AT_ONCE = { ONE_FILE: 5, EACH: 1 } as const;
const AT = new Date('2026-11-08T02:00:00Z');

const viewAt = (at: number): CertificateView => ({
  superior: 'Ủy ban nhân dân thành phố Hà Nội',
  issuer: 'Ủy ban nhân dân huyện Hoài Đức',
  authority: 'Chủ tịch Ủy ban nhân dân huyện Hoài Đức',
  name: `Nguyễn Phúc Thị Hồng Ngọc ${String(at)}`,
  unit: 'Bộ phận một cửa, Ủy ban nhân dân xã An Khánh',
  recognition: null,
  prize: 'Giải Ba',
  initiative: `Rút ngắn thời gian giải quyết hồ sơ đất đai bằng liên thông dữ liệu ${String(at)}`.repeat(1 + (at % 4)),
  contest: 'Cuộc thi Tìm kiếm sáng kiến, giải pháp về cải cách hành chính năm 2026',
  decision: '214/QĐ-UBND ngày 08/11/2026',
  closing: [],
  placeAndDay: 'Hoài Đức, ngày 08 tháng 11 năm 2026',
  signer: { on: 'KT. Chủ tịch', position: 'Phó Chủ tịch', name: 'Trần Văn Ổn' },
  illustrative: true,
  shownCode: 'ABCDE-FGHJK-LMNPQ-RSTUV-WXYZ2-3',
  address: `https://sangkien.example.vn/c/${String(at).replaceAll(/[01]/g, '2').padStart(26, 'A')}`,
});

/** The PDF of so many at a time, one after the other, with room for others in between, as the job makes them. */
async function* parts(most: number): AsyncGenerator<Buffer> {
  for (let from = 0; from < PEOPLE; from += most) {
    yield await certificatesPdf(
      Array.from({ length: Math.min(most, PEOPLE - from) }, (_, more) => viewAt(from + more)),
      AT,
    );
    await setImmediate();
  }
}

async function sizeOf(form: keyof typeof AT_ONCE): Promise<number> {
  if (form === 'ONE_FILE') return (await oneFileOf(parts(AT_ONCE.ONE_FILE))).length;
  let size = 0;
  for await (const piece of storedZip(files())) size += piece.length;
  return size;
}

async function* files() {
  let at = 0;
  for await (const content of parts(AT_ONCE.EACH)) yield { name: `${String((at += 1))}.pdf`, content };
}

/** What it takes to set certificates for everybody who has a prize, as one file for the printer and as one each. */
export const certificates: Part = async ({ report, isAsked }) => {
  report.begin('certificates', `${String(PEOPLE)} certificates as PDF/A (aim: under 60 s and 300 MB)`);
  for (const form of (['ONE_FILE', 'EACH'] as const).filter(isAsked)) {
    let most = process.memoryUsage.rss();
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
    const begin = performance.now();
    const size = await sizeOf(form);
    const seconds = (performance.now() - begin) / 1000;
    clearInterval(watch);
    report.row({ form, seconds, 'MB at most': most / 1e6, 'MB of file': size / 1e6 });
  }
};
