import { type RawBuilder, sql } from 'kysely';
import { type PaperBlock } from '#lib/documents';
import { type PaperSource, type SourceLack } from '../../domain/compose.js';
import { articles, column, heading, numberedTable } from './blocks.js';
import { GROUND_DOCUMENTS, type GroundDocument, groundOf } from './grounds.js';
import { type Seated, positionOf, seated } from './jury.js';
import { counted, dayAt } from './wording.js';

export interface JuryFacts {
  readonly title: string;
  readonly illustrative: boolean;
  readonly host: string;
  readonly documents: readonly GroundDocument[];
  readonly judges: readonly Seated[];
  readonly secretaries: readonly Seated[];
}

/** Of contest `ct`: its jury and its secretariat as they are, and what they were on a day. */
export const juryFacts = (day: string): RawBuilder<JuryFacts> => sql`jsonb_build_object(
  'title', ct.title, 'illustrative', ct.illustrative, 'host', (select h.name_vi from unit h where h.id = ct.host_id),
  'documents', ${GROUND_DOCUMENTS}, 'judges', ${seated('JUDGE', day)}, 'secretaries', ${seated('SECRETARY', day)})`;

const COLUMNS = [
  column('Họ và tên', 4),
  column('Chức vụ, đơn vị công tác', 6),
  column('Nhiệm vụ', 3),
  column('Tham gia từ ngày', 2.5, 'center'),
];

const tableOf = (people: readonly Seated[], member: string): PaperBlock =>
  numberedTable(
    COLUMNS,
    people.map((one) => [one.name, positionOf(one), one.chair ? 'Trưởng ban' : member, dayAt(one.from)]),
  );

/** Sets up the jury, and the secretariat where there is one, of whoever has a seat. */
export function juryDecision(facts: JuryFacts): PaperSource {
  const { title, judges, secretaries } = facts;
  const withSecretaries = secretaries.length > 0;
  const bodies = withSecretaries ? 'Ban Giám khảo và Tổ thư ký' : 'Ban Giám khảo';
  return {
    subject: `Về việc thành lập ${bodies} “${title}”`,
    illustrative: facts.illustrative,
    lacking: lacking(judges),
    grounds: facts.documents.map(groundOf),
    body: articles([
      `Thành lập Ban Giám khảo “${title}” gồm ${counted(judges.length)} ông, bà${
        withSecretaries ? ` và Tổ thư ký gồm ${counted(secretaries.length)} ông, bà` : ''
      } có tên trong danh sách kèm theo Quyết định này.`,
      `Ban Giám khảo chấm các sáng kiến dự thi theo thể lệ của cuộc thi và chịu trách nhiệm về kết quả chấm${
        withSecretaries ? '; Tổ thư ký giúp việc cho Ban Tổ chức và Ban Giám khảo' : ''
      }. ${bodies} tự giải thể sau khi hoàn thành nhiệm vụ.`,
      'Quyết định này có hiệu lực kể từ ngày ký. Thủ trưởng các đơn vị có liên quan và các ông, bà có tên trong danh sách chịu trách nhiệm thi hành Quyết định này./.',
    ]),
    annexes: [
      {
        title: `Danh sách ${bodies}`,
        note: `(Kèm theo Quyết định của ${facts.host})`,
        landscape: false,
        blocks: withSecretaries
          ? [...[heading('I. BAN GIÁM KHẢO'), tableOf(judges, 'Giám khảo')], ...[heading('II. TỔ THƯ KÝ'), tableOf(secretaries, 'Thư ký')]]
          : [tableOf(judges, 'Giám khảo')],
      },
    ],
  };
}

function lacking(judges: readonly Seated[]): SourceLack[] {
  if (judges.length === 0) return ['NO_JURY'];
  return judges.some(({ chair }) => chair) ? [] : ['NO_CHAIR'];
}
