import { gql } from 'graphql-request';
import { type Round } from './judge.js';
import { type Player } from './player.js';
import { type Connection, type Stage, nodesOf } from './stage.js';
import { decimal } from './teller.js';

export interface Standing {
  readonly rank: number | null;
  readonly initiative: { readonly receiptNumber: string; readonly title: string };
  readonly owner: { readonly nameVi: string };
  readonly rounded: string;
  readonly cards: number;
  readonly spread: string;
  readonly adjusted: number | null;
  readonly adjustedRank: number | null;
  readonly state: string;
}

const STANDINGS = gql`
  query ($roundId: ID!, $number: Int) {
    standings(roundId: $roundId, number: $number, first: 100) {
      totalCount
      edges {
        node {
          rank
          initiative {
            receiptNumber
            title
          }
          owner {
            nameVi
          }
          rounded
          cards
          spread
          adjusted
          adjustedRank
          state
        }
      }
    }
  }
`;

interface AgreementFigure {
  readonly criterion: string | null;
  readonly measure: string;
  readonly value: number | null;
  readonly nameVi: string;
  readonly meaningVi: string;
}

/** Of the whole score: how far the order, the points and the mean of the jury can be relied on. */
const SHOWN = ['KENDALL_W', 'KRIPPENDORFF_INTERVAL', 'ICC_2_AVERAGE', 'ICC_1_AVERAGE'];

const KNOCKED_OUT = 'dưới mức tối thiểu';
const STATES: Readonly<Record<'first' | 'last', Readonly<Record<string, string>>>> = {
  first: { PASSED: 'vào chung khảo', CUT_OFF: 'dừng lại', KNOCKED_OUT },
  last: { PASSED: 'được xếp hạng', KNOCKED_OUT },
};

/** The standings of a round in force, or as an earlier version of its result has them. */
export function standingsOf(player: Player, roundId: string, number: number | null = null): Promise<Connection<Standing>> {
  return player.ask<Connection<Standing>>(STANDINGS, { roundId, number });
}

/** Raw and without the judges' severity side by side, and in plain words how far they agree. */
export async function showStandings({ cast, tell }: Stage, round: Round, at: 'first' | 'last'): Promise<void> {
  const secretary = await cast.as('organiser-2');
  const standings = nodesOf(await standingsOf(secretary, round.id));
  tell.table(
    `Kết quả ${round.nameVi.toLocaleLowerCase('vi')}`,
    ['Hạng', 'Mã', 'Sáng kiến', 'Đơn vị', 'Điểm', 'Phiếu', 'Chênh lệch', 'Điểm hiệu chỉnh', 'Hạng hiệu chỉnh', 'Kết quả'],
    standings.map(({ rank, initiative, owner, rounded, cards, spread, adjusted, adjustedRank, state }) => [
      String(rank ?? '–'),
      initiative.receiptNumber,
      initiative.title,
      owner.nameVi,
      decimal(rounded),
      String(cards),
      decimal(spread),
      adjusted === null ? '–' : decimal(adjusted.toFixed(2)),
      String(adjustedRank ?? '–'),
      STATES[at][state] ?? state,
    ]),
  );
  tell.note('Điểm và hạng hiệu chỉnh bỏ đi phần chặt, dễ riêng của từng giám khảo; chỉ để tham khảo.');
  await showAgreement({ tell }, secretary, round);
}

async function showAgreement({ tell }: Pick<Stage, 'tell'>, secretary: Player, { id: roundId }: Round): Promise<void> {
  const { figures } = await secretary.ask<{ figures: AgreementFigure[] }>(
    gql`
      query ($roundId: ID!) {
        agreement(roundId: $roundId) {
          figures {
            criterion
            measure
            value
            nameVi
            meaningVi
          }
        }
      }
    `,
    { roundId },
  );
  tell.did(secretary.called, 'xem mức độ đồng thuận của Ban Giám khảo');
  for (const { criterion, measure, value, nameVi, meaningVi } of figures)
    if (criterion === null && SHOWN.includes(measure))
      tell.note(value === null ? `${nameVi}: ${meaningVi}` : `${nameVi} = ${decimal(value.toFixed(2))}. ${meaningVi}`);
}
