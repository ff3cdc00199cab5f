import { setTimeout as pause } from 'node:timers/promises';
import { gql } from 'graphql-request';
import { type Cast } from './cast.js';
import { type Player, RefusedOutOfTurn } from './player.js';
import { type Teller } from './teller.js';

const PATIENCE = 20;
const TICK = 250;
/** What a moment later is no obstacle any more. */
const PASSING: readonly string[] = ['STALE', 'PHASE_NOT_DUE'];

/** The server's time, as far as the course of the year goes by it. */
export interface Time {
  now(): Date;
  until(moment: Date): Promise<void>;
}

/** What every act is played on. */
export interface Stage {
  readonly cast: Cast;
  readonly tell: Teller;
  readonly time: Time;
  /** When the year began. */
  readonly begun: Date;
}

export interface Connection<T> {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: T }[];
}

export const nodesOf = <T>({ edges }: Connection<T>): T[] => edges.map(({ node }) => node);

/** The one that must be there. */
export function found<T>(thing: T | null | undefined, what: string): T {
  if (thing === null || thing === undefined) throw new Error(`There is no ${what}`);
  return thing;
}

export interface Contest {
  readonly id: string;
  readonly version: number;
  readonly year: number;
  readonly titleVi: string;
  readonly phase: string;
  readonly host: { readonly id: string };
  readonly phases: readonly { readonly kind: string; readonly startsAt: string; readonly endsAt: string | null }[];
  readonly prizePlan: readonly { readonly id: string; readonly key: string }[];
}

export const CONTEST_FIELDS = 'id version year titleVi phase host { id } phases { kind startsAt endsAt } prizePlan { id key }';

export function readContest(player: Player, id: string): Promise<Contest> {
  return player.ask<Contest>(gql`query ($id: ID!) { contest(id: $id) { ${CONTEST_FIELDS} } }`, { id });
}

/** Takes the contest into its next phase, unless the server's own schedule was quicker; waits for a server whose clock is a little behind. */
export async function enterPhase(player: Player, contestId: string, phase: string): Promise<void> {
  for (let left = PATIENCE; ; left -= 1) {
    const { version, phase: present } = await readContest(player, contestId);
    if (present === phase) return;
    try {
      await player.act('advancePhase', { contestId, version }, 'id');
    } catch (error) {
      if ((await readContest(player, contestId)).phase === phase) return;
      if (left === 0 || !(error instanceof RefusedOutOfTurn && PASSING.includes(error.code))) throw error;
      await pause(TICK);
    }
  }
}
