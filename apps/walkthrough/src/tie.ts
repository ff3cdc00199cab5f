import { gql } from 'graphql-request';
import { juryOf } from './jury.js';
import { reminders } from './script/initiatives.js';
import { type Contest, type Stage, found } from './stage.js';

interface Ties {
  readonly ties: readonly {
    readonly rank: number;
    readonly initiatives: readonly { readonly id: string; readonly receiptNumber: string; readonly title: string }[];
  }[];
}

export const REASON = 'Phạm vi thụ hưởng rộng hơn và có thể triển khai ngay bằng hệ thống tin nhắn sẵn có.';

/** Two initiatives are equal on every step of the ladder; the chair parts them, and nobody else can. */
export async function breakTie(stage: Stage, { id: contestId }: Contest): Promise<void> {
  const { tell } = stage;
  const [first, second] = await juryOf(stage);
  const [chair, member] = [found(first, 'chair'), found(second, 'judge')];
  const { ties } = await chair.ask<Ties>(
    gql`
      query ($contestId: ID!) {
        tiesToDecide(contestId: $contestId) {
          ties {
            rank
            initiatives {
              id
              receiptNumber
              title
            }
          }
        }
      }
    `,
    { contestId },
  );
  const { rank, initiatives } = found(ties[0], 'tie');
  tell.did(
    'Hệ thống',
    `${initiatives.map(({ receiptNumber }) => receiptNumber).join(' và ')} cùng hạng ${String(rank)}, bằng nhau ở mọi tiêu chí phụ: chờ Trưởng ban quyết định`,
  );
  const preferred = initiatives.toSorted((a, b) => Number(b.title === reminders.title) - Number(a.title === reminders.title));
  const input = { contestId, initiativeIds: preferred.map(({ id }) => id), reason: REASON };
  tell.refused(member.called, 'biểu quyết thay Trưởng ban', await member.refusalOf('castChairVote', input));
  await chair.act('castChairVote', input, 'id');
  tell.did(
    chair.called,
    `bỏ phiếu quyết định với tư cách Trưởng ban, xếp ${preferred.map(({ receiptNumber }) => receiptNumber).join(' trên ')}: ${REASON}`,
  );
}
