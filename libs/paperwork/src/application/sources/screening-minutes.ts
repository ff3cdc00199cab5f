import { type RawBuilder, sql } from 'kysely';
import { type PaperSource } from '../../domain/compose.js';
import { counted, dayAt } from './wording.js';

interface Screened {
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  readonly state: string;
  readonly reason: string;
}

export interface ScreeningFacts {
  readonly title: string;
  readonly illustrative: boolean;
  readonly waiting: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly screeners: readonly string[];
  readonly dossiers: readonly Screened[];
}

/** Of contest `ct`: who screened its dossiers, when, and with what result. */
export const SCREENING_FACTS: RawBuilder<ScreeningFacts> = sql`jsonb_build_object(
  'title', ct.title, 'illustrative', ct.illustrative,
  'waiting', (select count(*) from initiative i where i.contest_id = ct.id and i.state in ('SUBMITTED', 'RETURNED')),
  'from', (select min(s.at) from screening s join initiative i on i.id = s.initiative_id where i.contest_id = ct.id),
  'to', (select max(s.at) from screening s join initiative i on i.id = s.initiative_id where i.contest_id = ct.id),
  'screeners', array(select distinct p.full_name from screening s join initiative i on i.id = s.initiative_id join person p on p.id = s.by_id
                     where i.contest_id = ct.id order by 1),
  'dossiers', coalesce((select jsonb_agg(jsonb_build_object('code', i.code, 'title', i.title, 'unit', u.name_vi, 'state', i.state,
      'reason', coalesce((select s.reason from screening s where s.initiative_id = i.id order by s.at desc, s.id desc limit 1), '')) order by i.code)
    from initiative i join unit u on u.id = i.owner_id where i.contest_id = ct.id and i.submitted_at is not null), '[]'))`;

const VERDICTS: Readonly<Record<string, string>> = {
  ELIGIBLE: 'Đủ điều kiện',
  REJECTED: 'Không đủ điều kiện',
  WITHDRAWN: 'Đơn vị rút',
  DISQUALIFIED: 'Bị loại',
};

export function screeningMinutes(facts: ScreeningFacts): PaperSource {
  const { dossiers, screeners, from, to } = facts;
  const of = (state: string): number => dossiers.filter((dossier) => dossier.state === state).length;
  const others = dossiers.length - of('ELIGIBLE') - of('REJECTED');
  const paragraph = (text: string) => ({ kind: 'paragraph' as const, text });
  return {
    subject: `Kiểm tra điều kiện hồ sơ dự thi “${facts.title}”`,
    illustrative: facts.illustrative,
    lacking: facts.waiting > 0 || dossiers.length === 0 ? ['NOT_SCREENED'] : [],
    body: [
      { kind: 'heading', text: 'I. THỜI GIAN VÀ THÀNH PHẦN' },
      ...(from && to ? [paragraph(`1. Thời gian: từ ngày ${dayAt(from)} đến ngày ${dayAt(to)}.`)] : []),
      ...(screeners.length > 0 ? [paragraph(`2. Người kiểm tra: ${screeners.join(', ')}.`)] : []),
      { kind: 'heading', text: 'II. NỘI DUNG' },
      paragraph(
        `Đã kiểm tra ${counted(dossiers.length)} hồ sơ: ${counted(of('ELIGIBLE'))} hồ sơ đủ điều kiện, ${counted(of('REJECTED'))} hồ sơ không đủ điều kiện${
          others > 0 ? `, ${counted(others)} hồ sơ rút hoặc bị loại sau khi nộp` : ''
        }. Kết quả từng hồ sơ có trong danh sách kèm theo.`,
      ),
      { kind: 'heading', text: 'III. KẾT LUẬN' },
      paragraph(`${counted(of('ELIGIBLE'))} hồ sơ đủ điều kiện được chuyển sang vòng chấm.`),
    ],
    annexes: [
      {
        title: 'Danh sách hồ sơ đã kiểm tra',
        note: null,
        landscape: true,
        blocks: [
          {
            kind: 'table',
            columns: [
              { title: 'STT', share: 1, align: 'center' },
              { title: 'Mã hồ sơ', share: 2, align: 'center' },
              { title: 'Tên sáng kiến', share: 7, align: 'left' },
              { title: 'Đơn vị', share: 4, align: 'left' },
              { title: 'Kết quả', share: 3, align: 'left' },
              { title: 'Lý do', share: 5, align: 'left' },
            ],
            rows: dossiers.map(({ code, title, unit, state, reason }, at) => [
              ...[String(at + 1), code, title, unit, VERDICTS[state] ?? state],
              state === 'ELIGIBLE' ? '' : reason,
            ]),
          },
        ],
      },
    ],
  };
}
