import { InitiativeQueries } from '#lib/initiative';
import { FilesService } from '#lib/platform';
import { type InitiativeSeed, communes, departments } from '../content/index.js';
import { type Held, writerOf } from './initiatives.js';
import { pdfOf } from './pdf.js';
import { type Season } from './season.js';

const PDF = 'application/pdf';
const ILLUSTRATIVE = 'Tài liệu minh họa của mùa thi trình diễn, không có giá trị pháp lý.';

/** A confirmation that the unit applies it, as a PDF of one page, hung on the initiative while it is a draft: a version of its own. */
export async function attachEvidence(season: Season, seed: InitiativeSeed): Promise<Held> {
  const unit = nameOf(seed.ownerCode);
  const title = 'Giấy xác nhận áp dụng sáng kiến';
  const content = pdfOf(title, [
    { text: unit.toLocaleUpperCase('vi'), size: 12 },
    { text: title, size: 18 },
    { text: `Tên sáng kiến: ${seed.title}.`, size: 12 },
    { text: `Đơn vị áp dụng: ${unit}, huyện Hoài Đức, thành phố Hà Nội.`, size: 12 },
    { text: `Kết quả: ${seed.effect}`, size: 12 },
    { text: ILLUSTRATIVE, size: 10 },
  ]);
  const fileName = `giay-xac-nhan-${seed.key}.pdf`;
  await season
    .get(FilesService)
    .attach(writerOf(season, seed), { ownerType: 'initiative', ownerId: season.initiative(seed.key), fileName, contentType: PDF }, content);
  const { id: initiativeId, version } = await season.get(InitiativeQueries).shown(writerOf(season, seed), season.initiative(seed.key));
  return { initiativeId, version };
}

/** Minutes of a check in a commune, for its adoption of what is rolled out. */
export function minutesOf(
  communeCode: string,
  { title, on }: { title: string; on: string },
): { fileName: string; contentType: string; content: Buffer } {
  const heading = 'Biên bản kiểm tra việc áp dụng';
  const content = pdfOf(heading, [
    { text: nameOf(communeCode).toLocaleUpperCase('vi'), size: 12 },
    { text: heading, size: 18 },
    { text: `Nội dung: ${title}.`, size: 12 },
    { text: `Ngày kiểm tra: ${on.split('-').reverse().join('/')}.`, size: 12 },
    { text: ILLUSTRATIVE, size: 10 },
  ]);
  return { fileName: `bien-ban-${communeCode}-${on}.pdf`, contentType: PDF, content };
}

function nameOf(unitCode: string): string {
  const department = departments.find(({ code }) => code === unitCode);
  return (department ?? communes.find(({ gsoCode }) => gsoCode === unitCode))?.name.vi ?? unitCode;
}
