import { gql } from 'graphql-request';
import { type Planned, purchase, qr, received } from './script/initiatives.js';
import { type Connection, type Contest, type Stage, enterPhase, found, nodesOf } from './stage.js';
import { type Held, type Received } from './submit.js';
import { decimal } from './teller.js';

export const ELIGIBLE = 'Đúng đối tượng, đủ hồ sơ, đã áp dụng thử và có số liệu chứng minh.';
export const REJECTED = 'Nội dung là đề xuất mua sắm trang thiết bị, chưa có giải pháp và chưa áp dụng thử.';

export const GROWN_FROM = 'Kế thừa mã QR đã có, bổ sung cách tra cứu và đánh giá cho người cao tuổi.';

interface Similar {
  readonly id: string;
  readonly title: string;
  readonly contest: { readonly year: number };
  readonly likeness: string;
  readonly owner: { readonly nameVi: string };
}

/** The secretariat compares each initiative with those of all years and says which are eligible. */
export async function screen(stage: Stage, contest: Contest, initiatives: Received): Promise<void> {
  const { cast, tell } = stage;
  tell.chapter('Tổ thư ký sơ loại');
  const secretary = await cast.as('organiser-2');
  for (const plan of received) {
    const { id: initiativeId } = found(initiatives.get(plan.key), plan.key);
    if (plan === qr) await compare(stage, plan, initiativeId);
    const { version } = await secretary.ask<Held>(
      gql`
        query ($id: ID!) {
          initiative(id: $id) {
            version
          }
        }
      `,
      { id: initiativeId },
    );
    const verdict = plan === purchase ? { verdict: 'REJECTED', reason: REJECTED } : { verdict: 'ELIGIBLE', reason: ELIGIBLE };
    const { receiptNumber } = await secretary.act<Held>('screenInitiative', { initiativeId, version, ...verdict }, 'id receiptNumber');
    tell.did(
      secretary.called,
      `${found(receiptNumber, 'receiptNumber')} «${plan.title}»: ${plan === purchase ? `không đủ điều kiện. ${REJECTED}` : 'đủ điều kiện'}`,
    );
  }
  await enterPhase(await cast.as('organiser-1'), contest.id, 'JUDGING');
}

/** What resembles it, in any year, and the screener's word on the closest. */
async function compare({ cast, tell }: Stage, { title }: Planned, initiativeId: string): Promise<void> {
  const secretary = await cast.as('organiser-2');
  const similar = nodesOf(
    await secretary.ask<Connection<Similar>>(
      gql`
        query ($initiativeId: ID!) {
          similarInitiatives(initiativeId: $initiativeId, first: 3) {
            edges {
              node {
                id
                title
                contest {
                  year
                }
                likeness
                owner {
                  nameVi
                }
              }
            }
          }
        }
      `,
      { initiativeId },
    ),
  );
  tell.did(secretary.called, `tìm sáng kiến tương tự với «${title}»`);
  for (const { title: other, contest, likeness, owner } of similar)
    tell.note(`${String(contest.year)}, ${owner.nameVi}: «${other}» (độ giống ${decimal(likeness)})`);
  const [closest] = similar;
  if (!closest) return;
  const reason = GROWN_FROM;
  await secretary.act('linkSimilar', { initiativeId, earlierId: closest.id, verdict: 'IMPROVES', reason }, 'id');
  tell.did(secretary.called, `kết luận là bản cải tiến của «${closest.title}»: ${reason}`);
}
