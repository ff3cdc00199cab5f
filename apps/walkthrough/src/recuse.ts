import { gql } from 'graphql-request';
import { type Round, type Sitting, cardsOf, judgeAll } from './judge.js';
import { type Player } from './player.js';
import { type Connection, type Contest, type Stage, found, nodesOf } from './stage.js';

interface Given {
  readonly id: string;
  readonly initiative: { readonly receiptNumber: string };
  readonly judge: { readonly fullName: string };
  readonly state: string;
}

const GIVEN = gql`
  query ($roundId: ID!) {
    assignments(roundId: $roundId, first: 100) {
      edges {
        node {
          id
          initiative {
            receiptNumber
          }
          judge {
            fullName
          }
          state
        }
      }
    }
  }
`;

export const HELPED = 'Tôi đã góp ý chuyên môn cho nhóm tác giả khi họ viết sáng kiến này.';
export const MISTYPED = 'Nhập nhầm điểm sang dòng tiêu chí kế bên.';

/** A judge steps back from a card in the open round; another judge has it at once. */
export async function stepBack(stage: Stage, contest: Contest, round: Round): Promise<void> {
  const { cast, tell } = stage;
  const [judge, secretary] = [await cast.as('judge-7'), await cast.as('organiser-2')];
  const before = await givenIn(secretary, round);
  const { id: scorecardId, initiative } = found((await cardsOf(judge, round.id))[0], 'card');
  const { receiptNumber } = initiative;
  await judge.act('declareConflict', { scorecardId, type: 'OTHER', reason: HELPED }, 'id');
  tell.did(judge.called, `từ chối chấm ${receiptNumber} vì xung đột lợi ích: ${HELPED}`);
  tell.refused(judge.called, `mở lại hồ sơ ${receiptNumber}`, await judge.refusalOf('openDossier', { scorecardId }));

  const known = new Set(before.map(({ id }) => id));
  const replacement = found(
    (await givenIn(secretary, round)).find((card) => card.initiative.receiptNumber === receiptNumber && !known.has(card.id)),
    'replacement',
  );
  tell.did('Hệ thống', `tìm người thay và giao ngay phiếu ${receiptNumber} cho ${replacement.judge.fullName}`);
  await showConflicts(stage, contest, secretary);
}

async function showConflicts({ tell }: Stage, contest: Contest, secretary: Player): Promise<void> {
  const conflicts = await secretary.ask<Connection<{ type: string }>>(
    gql`
      query ($contestId: ID!) {
        conflicts(contestId: $contestId, first: 100) {
          totalCount
          edges {
            node {
              type
            }
          }
        }
      }
    `,
    { contestId: contest.id },
  );
  const declared = nodesOf(conflicts).filter(({ type }) => type === 'OTHER').length;
  tell.note(
    `${String(conflicts.totalCount)} xung đột lợi ích: ${String(conflicts.totalCount - declared)} do hệ thống phát hiện theo đơn vị, ${String(declared)} do giám khảo khai`,
  );
}

/** A signed card is opened again while the round is: one person asks, another agrees, and its judge signs anew. */
export async function reopen(stage: Stage, sitting: Sitting): Promise<void> {
  const { cast, tell } = stage;
  const [judge, secretary, organiser] = [await cast.as('judge-4'), await cast.as('organiser-2'), await cast.as('organiser-1')];
  const { id: scorecardId, initiative } = found((await cardsOf(judge, sitting.round.id, 'SIGNED'))[0], 'signed card');
  const { receiptNumber } = initiative;
  const asked = await secretary.act<{ id: string; version: number }>('requestReopening', { scorecardId, reason: MISTYPED }, 'id version');
  tell.did(secretary.called, `theo báo cáo của ${judge.fullName}, đề nghị mở lại phiếu ${receiptNumber} đã ký: ${MISTYPED}`);
  const input = { reopeningId: asked.id, version: asked.version };
  tell.refused(secretary.called, 'tự chấp thuận đề nghị của mình', await secretary.refusalOf('approveReopening', input));
  await organiser.act('approveReopening', input, 'id');
  tell.did(organiser.called, `chấp thuận với tư cách người thứ hai; phiếu ${receiptNumber} trở lại bản nháp, bản đã ký được lưu`);
  await judgeAll(stage, sitting, judge);
}

async function givenIn(secretary: Player, { id: roundId }: Round): Promise<Given[]> {
  return nodesOf(await secretary.ask<Connection<Given>>(GIVEN, { roundId }));
}
