import { type Track } from '#domain/contest';
import { type PaperBlock, type PaperColumn } from '#lib/documents';
import { type PaperSource } from '../../domain/compose.js';
import { column, heading, numberedTable, paragraph } from './blocks.js';
import { type Prized, type ResultFacts } from './result-papers.js';
import { counted, decimal, grouped, inDongAndWords, longDay } from './wording.js';

const TRACKS: Readonly<Record<Track, string>> = { INDIVIDUAL: 'GIẢI CÁ NHÂN', GROUP: 'GIẢI NHÓM TÁC GIẢ' };
const NUMERALS = ['I', 'II', 'III'];

/** The prizes in the order of their ranks, as they go with the decision; with scores where the rule book lets the ranking be public. */
export function resultList(facts: ResultFacts): PaperSource {
  const { prizes, title, host } = facts;
  const groups = [...Map.groupBy(prizes, ({ track }) => track)];
  const lists = groups.map(([track, those], at): PaperBlock[] => [
    ...(track && groups.length > 1 ? [heading(`${NUMERALS[at] ?? ''}. ${TRACKS[track]}`)] : []),
    tableOf(those, prizes),
  ]);
  const total = prizes.reduce((sum, { amount }) => sum + amount, 0);
  const replaced = prizes.flatMap(({ replacement, title: of }) => (replacement ? [{ of, ...replacement }] : []));
  return {
    subject: `Sáng kiến được trao giải “${title}”`,
    illustrative: facts.illustrative,
    lacking: facts.listed && prizes.length > 0 ? [] : ['NO_PRIZE_LIST'],
    body: [
      paragraph(`(Kèm theo Quyết định ${numbered(facts)} của ${host})`),
      ...lists.flat(),
      paragraph(`Danh sách có ${counted(prizes.length)} giải, tổng số tiền thưởng ${inDongAndWords(total)}.`),
      ...replaced.map(({ of, number, decidedOn }) =>
        paragraph(`Giải của sáng kiến “${of}” được trao thay theo Quyết định số ${number} ngày ${longDay(decidedOn)}.`),
      ),
    ],
    annexes: [],
  };
}

/** Before it is signed, room for number and day. */
const numbered = ({ decision }: ResultFacts): string =>
  decision ? `số ${decision.number} ngày ${longDay(decision.decidedOn)}` : 'số …… ngày …… tháng …… năm ……';

/** All lists of a paper have the same columns. */
function tableOf(prizes: readonly Prized[], all: readonly Prized[]): PaperBlock {
  const scored = all.some(({ score }) => score !== null);
  const columns: PaperColumn[] = [
    column('Giải', 1.8),
    column('Tên sáng kiến', 4.6),
    column('Tác giả, đồng tác giả', 3.2),
    column('Đơn vị', 2.8),
    ...(scored ? [column('Điểm', 1.4, 'right')] : []),
    column('Tiền thưởng (đồng)', 2.4, 'right'),
  ];
  const rows = prizes.map(({ tier, title, authors, unit, score, amount }) => [
    tier,
    ...[title, authors.join(', '), unit],
    ...(scored ? [score === null ? '' : decimal(score)] : []),
    grouped(amount),
  ]);
  return numberedTable(columns, rows);
}
