import { setTimeout as pause } from 'node:timers/promises';
import { gql } from 'graphql-request';
import { localDate } from '#lib/kernel';
import { areaIds } from './announce.js';
import { type Cast } from './cast.js';
import { type Round, roundOf } from './judge.js';
import { type Player } from './player.js';
import { type Connection, type Contest, type Stage, found, nodesOf } from './stage.js';

const TICK = 100;
const DAY = 24 * 60 * 60 * 1000;

interface Job {
  readonly state: string;
  readonly progress: number | null;
  readonly failureMessage: string | null;
}

interface Proposal {
  readonly id: string;
  readonly spread: number;
  readonly optimal: boolean;
  readonly totalFit: number;
  readonly added: number;
  readonly judgeLoads: readonly { readonly load: number }[];
  readonly short: readonly {
    readonly initiative: { readonly receiptNumber: string };
    readonly missing: number;
    readonly binding: readonly { readonly kind: string; readonly judges: readonly string[] }[];
  }[];
}

const PROPOSAL = gql`
  query ($id: ID!) {
    assignmentProposal(id: $id) {
      id
      spread
      optimal
      totalFit
      added
      judgeLoads {
        load
      }
      short {
        initiative {
          receiptNumber
        }
        missing
        binding {
          kind
          judges
        }
      }
    }
  }
`;

const BINDING_VI: Readonly<Record<string, string>> = {
  AWAY: 'vắng mặt',
  CONFLICT: 'xung đột lợi ích',
  EXCUSED: 'đã thôi chấm sáng kiến này',
  FULL: 'đã đủ số phiếu',
  PAIR: 'không chấm chung',
  UNIT: 'trùng đơn vị',
};

/** Who is at home in what; the solver gives them that first. */
export const EXPERTS = [
  { key: 'judge-9', areas: ['DIGITAL_GOV'] },
  { key: 'judge-8', areas: ['PROCEDURE', 'APPARATUS'] },
];

/** The secretary notes which areas judges are at home in. */
export async function noteExpertise(stage: Stage, contest: Contest): Promise<void> {
  const { cast, tell } = stage;
  const secretary = await cast.as('organiser-2');
  const experts = await cast.all(EXPERTS.map(({ key }) => key));
  for (const judge of experts) await agree(stage, contest, { judge });
  tell.did(secretary.called, `ghi nhận lĩnh vực chuyên môn của ${experts.map(({ fullName }) => fullName).join(', ')}`);
}

/** The solver proposes, the secretary looks, and the proposal is applied as it was looked at. */
export async function assign(stage: Stage, contest: Contest, key: string): Promise<Round> {
  const secretary = await stage.cast.as('organiser-2');
  const { id: proposalId } = await propose(stage, await roundOf(secretary, contest.id, key));
  await secretary.act('applyAssignment', { proposalId }, 'id');
  stage.tell.did(secretary.called, 'áp dụng đúng phương án đã xem');
  return roundOf(secretary, contest.id, key);
}

/** Three are away on the day of the final: too few are left, the proposal says why, and once one has made time it goes well. */
export async function assignFinal(stage: Stage, contest: Contest, key: string): Promise<Round> {
  const { cast, tell } = stage;
  const secretary = await cast.as('organiser-2');
  const [returning, ...others] = await cast.all(['judge-9', 'judge-7', 'judge-8']);
  const back = found(returning, 'judge');
  const away = [back, ...others];
  for (const judge of away) await agree(stage, contest, { judge, away: true });
  tell.did(secretary.called, `ghi nhận ${away.map(({ fullName }) => fullName).join(', ')} vắng mặt trong những ngày chung khảo`);
  const { id: proposalId } = await propose(stage, await roundOf(secretary, contest.id, key));
  tell.refused(secretary.called, 'áp dụng phương án còn thiếu giám khảo', await secretary.refusalOf('applyAssignment', { proposalId }));
  await agree(stage, contest, { judge: back });
  tell.did(secretary.called, `ghi nhận ${back.fullName} đã thu xếp tham gia được`);
  return assign(stage, contest, key);
}

/** Asks for a proposal, waits for it, and tells of it: loads, fit, and for what judges are lacking. */
async function propose({ cast, tell }: Stage, { id: roundId }: Round): Promise<Proposal> {
  const secretary = await cast.as('organiser-2');
  const { id } = await secretary.act<{ id: string }>('proposeAssignment', { roundId }, 'id');
  const seen = await jobDone(secretary, id);
  const proposal = await secretary.ask<Proposal>(PROPOSAL, { id });
  const loads = proposal.judgeLoads.map(({ load }) => load);
  tell.did(
    secretary.called,
    `yêu cầu lập phương án phân công, theo dõi tiến độ: ${seen.map((percent) => `${String(percent)}%`).join(', ')}`,
  );
  tell.note(
    `${String(proposal.added)} phiếu; mỗi người ${String(Math.min(...loads))}–${String(Math.max(...loads))} hồ sơ, chênh lệch ${String(proposal.spread)}; tổng độ phù hợp ${String(proposal.totalFit)}${proposal.optimal ? '; đã chứng minh là tối ưu' : ''}`,
  );
  for (const { initiative, missing, binding } of proposal.short)
    tell.note(
      `${initiative.receiptNumber} thiếu ${String(missing)} giám khảo: ${binding.map(({ kind, judges }) => `${BINDING_VI[kind] ?? kind} (${judges.join(', ')})`).join('; ')}`,
    );
  return proposal;
}

/** Waits for a long act; returns how far it was seen to be, in per cent. */
async function jobDone(player: Player, id: string): Promise<number[]> {
  const seen = new Set([0]);
  for (;;) {
    const { state, progress, failureMessage } = await player.ask<Job>(
      gql`
        query ($id: ID!) {
          job(id: $id) {
            state
            progress
            failureMessage
          }
        }
      `,
      { id },
    );
    if (progress !== null) seen.add(progress);
    if (state === 'DONE') return [...seen.add(100)];
    if (state === 'FAILED' || state === 'CANCELLED') throw new Error(`The job ended as ${state}: ${failureMessage ?? ''}`);
    await pause(TICK);
  }
}

/** What a judge and the secretary agree on: the whole of it, every time. */
async function agree(
  { cast, time }: Stage,
  { id: contestId }: Contest,
  { judge, away = false }: { judge: Player; away?: boolean },
): Promise<void> {
  const secretary = await cast.as('organiser-2');
  const jury = await secretary.ask<Connection<{ id: string; person: { id: string }; version: number }>>(
    gql`
      query ($contestId: ID!) {
        jury(contestId: $contestId, first: 100) {
          edges {
            node {
              id
              person {
                id
              }
              version
            }
          }
        }
      }
    `,
    { contestId },
  );
  const { id: seatId, version } = found(
    nodesOf(jury).find(({ person }) => person.id === judge.id),
    judge.fullName,
  );
  const known = await areaIds(secretary);
  const areas = (await expertise(cast, judge)).map((code) => found(known.get(code), code));
  const [absentFrom, absentTo] = [time.now(), new Date(time.now().getTime() + 2 * DAY)].map(localDate);
  await secretary.act(
    'setJuryTerms',
    { seatId, version, loadMin: 0, areaIds: areas, absentFrom: away ? absentFrom : null, absentTo: away ? absentTo : null },
    'id',
  );
}

async function expertise(cast: Cast, judge: Player): Promise<readonly string[]> {
  for (const { key, areas } of EXPERTS) if ((await cast.as(key)).id === judge.id) return areas;
  return [];
}
