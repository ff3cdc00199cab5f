import { Injectable } from '@nestjs/common';
import { localDate } from '#lib/kernel';
import { type Act } from '#lib/platform';
import { replacementFor } from '../../domain/assignment/replacement.js';
import { type Round } from '../../domain/round/round.entity.js';
import { addCards } from '../card/cards.writer.js';
import { FieldQueries } from '../field.queries.js';

/** Finds one judge for one initiative, without moving anybody else. */
@Injectable()
export class ReplacementService {
  constructor(private readonly field: FieldQueries) {}

  /**
   * Gives an initiative of the round one more card, in the act it is called in, which holds the round and has written who left and which conflicts hold.
   * Returns the judge; null, and nothing is written, where nobody can take it.
   */
  async replace(act: Act, round: Round, { initiativeId, extra }: { initiativeId: string; extra: boolean }): Promise<string | null> {
    await act.em.flush();
    const judgeId = replacementFor(await this.field.assignmentTable(round.id, localDate(act.at)), initiativeId);
    if (judgeId !== null) await addCards(act, round, { pairs: [{ initiativeId, judgeId }], extra });
    return judgeId;
  }
}
