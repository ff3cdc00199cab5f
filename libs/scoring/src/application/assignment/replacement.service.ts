import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { localDate } from '#lib/kernel';
import { type Act, Database } from '#lib/platform';
import { replacementFor } from '../../domain/assignment/replacement.js';
import { type Round } from '../../domain/round/round.entity.js';
import { addCards } from '../card/cards.writer.js';
import { FieldQueries } from '../common/field.queries.js';

/** Finds one judge for one initiative, without moving anybody else. */
@Injectable()
export class ReplacementService {
  constructor(
    private readonly database: Database,
    private readonly field: FieldQueries,
  ) {}

  /**
   * Gives an initiative of the round one more card, in the act it is called in, which holds the round and has written who left and which conflicts hold.
   * Returns the judge; null, and nothing is written, where nobody can take it.
   */
  async replace(act: Act, round: Round, { initiativeId, extra }: { initiativeId: string; extra: boolean }): Promise<string | null> {
    await act.em.flush();
    const table = await this.field.assignmentTable(round.id, localDate(act.at));
    const judgeId = replacementFor(table, initiativeId, await this.sameUnitAtMost(round.id));
    if (judgeId !== null) await addCards(act, round, { pairs: [{ initiativeId, judgeId }], extra });
    return judgeId;
  }

  /** As the organiser had it when the round was assigned last; undefined where nobody said. */
  private async sameUnitAtMost(roundId: string): Promise<number | undefined> {
    const applied = await this.database.first(sql<{ most: number }>`
      select (options->>'sameUnitAtMost')::int as most from assignment_proposal
      where round_id = ${roundId} and applied_at is not null order by applied_at desc, id desc limit 1`);
    return applied?.most;
  }
}
