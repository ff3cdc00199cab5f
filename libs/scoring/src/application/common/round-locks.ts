import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Contest } from '#domain/contest';
import { lockContest } from '#lib/contest';
import { Refused, refuseIf } from '#lib/kernel';
import { type Act, Database } from '#lib/platform';
import { Round } from '../../domain/round/round.entity.js';
import { holdContest, judgingScope } from '#lib/jury';

/** Finds a round for an organiser and holds it to the end of the act. */
@Injectable()
export class RoundLocks {
  constructor(private readonly database: Database) {}

  /** For an act that depends on the round's state and looks for conflicts again: nobody changes the state meanwhile. */
  async shareToDetect(act: Act, roundId: string, permission: string): Promise<Round> {
    await holdContest(act, await this.contestOf(act, { roundId, permission }));
    return this.lock(act, { roundId, permission, lockMode: LockMode.PESSIMISTIC_READ });
  }

  /** The same for an act that changes the round's cards too. */
  async updateToDetect(act: Act, roundId: string, permission: string): Promise<Round> {
    await holdContest(act, await this.contestOf(act, { roundId, permission }));
    return this.update(act, roundId, permission);
  }

  /** For an act that changes the round's state, or all its cards: waits for everyone who is signing, and they for it. */
  update(act: Act, roundId: string, permission: string): Promise<Round> {
    return this.lock(act, { roundId, permission, lockMode: LockMode.PESSIMISTIC_WRITE });
  }

  /**
   * For an act that depends on the contest's phase too: it stands until the act ends, and is locked first, as by who plans rounds.
   * Refuses where the contest does not permit judging at this moment.
   */
  async updateInJudging(
    act: Act,
    roundId: string,
    permission: string,
    hold: 'for share' | 'for update' = 'for share',
  ): Promise<{ round: Round; contest: Contest }> {
    const contest = await lockContest(act.em, await this.contestOf(act, { roundId, permission }), hold);
    refuseIf(contest.whyNot('JUDGE', act.at));
    return { contest, round: await this.update(act, roundId, permission) };
  }

  /** For an act on a contest before it has rounds: who may not see its judging does not prepare it either. */
  async refuseShutOut({ actor }: Act, contestId: string, permission: string): Promise<void> {
    const found = await this.database.first(
      sql`select 1 from contest ct where ct.id = ${contestId} and ${judgingScope(actor, permission)}`,
    );
    if (!found) throw new Refused('NOT_FOUND', { what: 'Contest' });
  }

  /** Nothing of a contest that was cancelled is prepared or changed any more; it has no way back. */
  private async lock(act: Act, order: { roundId: string; permission: string; lockMode: LockMode }): Promise<Round> {
    await this.contestOf(act, order);
    const cancelled = await this.database.first(
      sql`select 1 from round r join contest ct on ct.id = r.contest_id where r.id = ${order.roundId} and ct.phase = 'CANCELLED'`,
    );
    if (cancelled) throw new Refused('CONTEST_NOT_JUDGING');
    return act.em.findOneOrFail(Round, { id: order.roundId }, { lockMode: order.lockMode });
  }

  private async contestOf({ actor }: Act, { roundId, permission }: { roundId: string; permission: string }): Promise<string> {
    const visible = await this.database.first(sql<{ contestId: string }>`
      select ct.id as "contestId" from round r join contest ct on ct.id = r.contest_id where r.id = ${roundId} and ${judgingScope(actor, permission)}`);
    if (!visible) throw new Refused('NOT_FOUND', { what: 'Round' });
    return visible.contestId;
  }
}
