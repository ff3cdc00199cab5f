import { setTimeout as pause } from 'node:timers/promises';
import { gql } from 'graphql-request';
import { type Player } from './player.js';
import { type Connection, type Stage, found, nodesOf } from './stage.js';

interface Notice {
  readonly kind: string;
  readonly subject: string;
  readonly createdAt: string;
}

/** Who is shown with what they were told. */
const SHOWN = ['submitter-gddt', 'judge-9', 'officer-09832'] as const;

const PATIENCE = 60;
const TICK = 250;

/** What people were told since the year began; the worker may have to be waited for until it has told of the result. */
export async function showNotices({ cast, tell, begun }: Stage): Promise<void> {
  tell.chapter('Thông báo đã gửi tới mọi người');
  const since = begun.toISOString();
  const [first, ...others] = await cast.all(SHOWN);
  const author = found(first, SHOWN[0]);
  let told = await noticesOf(author, since);
  for (let left = PATIENCE; left > 0 && !told.some(({ kind }) => kind === 'award.published'); left -= 1) {
    await pause(TICK);
    told = await noticesOf(author, since);
  }
  show({ tell }, author, told);
  for (const player of others) show({ tell }, player, await noticesOf(player, since));
}

async function noticesOf(player: Player, since: string): Promise<Notice[]> {
  const notices = await player.ask<Connection<Notice>>(gql`
    {
      myNotices(first: 100) {
        edges {
          node {
            kind
            subject
            createdAt
          }
        }
      }
    }
  `);
  return nodesOf(notices)
    .filter(({ createdAt }) => createdAt >= since)
    .toReversed();
}

function show({ tell }: Pick<Stage, 'tell'>, player: Player, notices: readonly Notice[]): void {
  tell.did(player.called, `nhận ${String(notices.length)} thông báo`);
  for (const { subject } of notices) tell.note(subject);
}
