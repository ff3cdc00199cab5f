import { gql } from 'graphql-request';
import { judges } from '../../../prisma-free-schema/seeds/content/index.js';
import { localDate } from '#lib/kernel';
import { type Player } from './player.js';
import { type Connection, type Contest, type Stage, found, nodesOf, readContest } from './stage.js';

/** Who is asked and cannot come. */
export const DECLINES = 'judge-6';
export const SORRY = 'Tôi đi công tác dài ngày theo Quyết định của Ủy ban nhân dân huyện nên không tham gia chấm được.';

/** Who is looked at before the invitation, and the author whom somebody proposes. */
export const [CHECKED, PROPOSED_AUTHOR] = ['judge-1', 'submitter-vp'];

/** The judges who accept, in their order; the first is the chair. */
export const SEATED = judges.map(({ key }) => key).filter((key) => key !== DECLINES);

interface Check {
  readonly fullName: string;
  readonly author: boolean;
  readonly conflicts: Connection<{
    readonly initiative: { readonly receiptNumber: string | null; readonly title: string };
    readonly owner: { readonly nameVi: string };
  }>;
}

interface Invitation {
  readonly id: string;
  readonly version: number;
  readonly contestId: string;
  readonly person: { readonly fullName: string };
  readonly state: string;
  readonly reason: string | null;
}

/** The jury in its order; the first is the chair. */
export function juryOf({ cast }: Pick<Stage, 'cast'>): Promise<Player[]> {
  return cast.all(SEATED);
}

export async function placeOf(stage: Stage, judge: Player): Promise<number> {
  return (await juryOf(stage)).findIndex(({ id }) => id === judge.id);
}

/** Judges are looked at, asked, and seated where they accept; the decision that names them goes on record. */
export async function seatJury(stage: Stage, contest: Contest): Promise<void> {
  const { cast, tell, time } = stage;
  const organiser = await cast.as('organiser-1');
  await check(stage, contest);
  await Promise.all(judges.map(({ key }) => invite(stage, contest, key)));
  await showDeclined(stage, contest);

  const { version } = await readContest(organiser, contest.id);
  const number = `3207/QĐ-UBND-${String(contest.year)}`;
  const decision = { kind: 'JURY_DECISION', number, issuedOn: localDate(time.now()), title: 'Quyết định thành lập Ban Giám khảo' };
  await organiser.act('attachDocument', { contestId: contest.id, version, ...decision }, 'id');
  const [chair] = await juryOf(stage);
  tell.did(
    organiser.called,
    `lập Ban Giám khảo ${String(SEATED.length)} người theo Quyết định ${number}; Trưởng ban: ${found(chair, 'chair').called}`,
  );
}

/** What somebody could not judge is known before they are asked; an author is not asked at all. */
async function check({ cast, tell }: Stage, { id: contestId }: Contest): Promise<void> {
  const [organiser, judge, author] = [await cast.as('organiser-1'), await cast.as(CHECKED), await cast.as(PROPOSED_AUTHOR)];
  const query = gql`
    query ($contestId: ID!, $personId: ID!) {
      conflictCheck(contestId: $contestId, personId: $personId) {
        fullName
        author
        conflicts {
          totalCount
          edges {
            node {
              initiative {
                receiptNumber
                title
              }
              owner {
                nameVi
              }
            }
          }
        }
      }
    }
  `;
  const { conflicts } = await organiser.ask<Check>(query, { contestId, personId: judge.id });
  tell.did(organiser.called, `kiểm tra xung đột lợi ích của ${judge.called} trước khi mời: ${String(conflicts.totalCount)} sáng kiến`);
  for (const { initiative, owner } of nodesOf(conflicts))
    tell.note(`${initiative.receiptNumber ?? ''} «${initiative.title}»: cùng đơn vị ${owner.nameVi}`);
  const found = await organiser.ask<Check>(query, { contestId, personId: author.id });
  if (!found.author) throw new Error(`${found.fullName} was not found to be an author`);
  tell.refused(
    organiser.called,
    `mời ${author.called} vào Ban Giám khảo`,
    await organiser.refusalOf('inviteToJury', { contestId, personId: author.id }),
  );
}

async function invite({ cast }: Stage, { id: contestId }: Contest, key: string): Promise<void> {
  const [organiser, judge] = [await cast.as('organiser-1'), await cast.as(key)];
  const input = { contestId, personId: judge.id, chair: key === SEATED[0] };
  const { id: invitationId, version } = await organiser.act<Invitation>('inviteToJury', input, 'id version');
  if (key === DECLINES) await judge.act('declineInvitation', { invitationId, version, reason: SORRY }, 'id');
  else await judge.act('acceptInvitation', { invitationId, version }, 'id');
}

/** Who said no, and why, as the organisers read it. */
async function showDeclined({ cast, tell }: Stage, { id: contestId }: Contest): Promise<void> {
  const organiser = await cast.as('organiser-1');
  const invitations = nodesOf(
    await organiser.ask<Connection<Invitation>>(
      gql`
        query ($contestId: ID!) {
          juryInvitations(contestId: $contestId, first: 100) {
            edges {
              node {
                person {
                  fullName
                }
                state
                reason
              }
            }
          }
        }
      `,
      { contestId },
    ),
  );
  const accepted = invitations.filter(({ state }) => state === 'ACCEPTED');
  tell.did(organiser.called, `mời ${String(invitations.length)} giám khảo, ${String(accepted.length)} người nhận lời`);
  for (const { person, state, reason } of invitations) if (state === 'DECLINED') tell.note(`${person.fullName} từ chối: ${reason ?? ''}`);
}
