import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { lockContest } from '#lib/contest';
import { type Actor, Refused, refuseIf } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { withoutNames } from '../../domain/names/mentions.js';
import { type HiddenTexts, type NameDecision, NameLook, whyNotDecideNames } from '../../domain/names/name-look.entity.js';
import { NameLookQueries, type NameLookRow } from './name-look.queries.js';
import { type LookedThrough } from './name-looks.js';

interface NamesOrder {
  readonly initiativeId: string;
  readonly version: number;
  readonly decision: NameDecision;
  readonly words: readonly string[];
  readonly fileIds: readonly string[];
  readonly reason: string;
}

/** What judges of anonymous rounds read where an initiative says whose it is. */
@Injectable()
export class NamesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: NameLookQueries,
  ) {}

  /**
   * Leaves the texts as they are, or hides the names that are known and the further words, and withholds files. Refuses `NAMES_ROUND_OPENED`
   * where judges have read it, `NAMES_NOT_LOOKED` before it was looked through, and files that are not the initiative's.
   */
  decideNames(actor: Actor, order: NamesOrder): Promise<NameLookRow> {
    return this.work.act(actor, 'decideNames', async (act) => {
      const of = await this.queries.contestOf(actor, order.initiativeId);
      if (!of) throw new Refused('NOT_FOUND', { what: 'Initiative' });
      await lockContest(act.em, of.contestId, 'for share');
      const look = await act.em.findOne(NameLook, { initiative: order.initiativeId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!look) throw new Refused('NAMES_NOT_LOOKED');
      act.onVersion(look, order.version);
      const initiative = await this.queries.toDecide(actor, order.initiativeId);
      if (!initiative) throw new Refused('NOT_FOUND', { what: 'Initiative' });
      refuseIf(whyNotDecideNames(initiative.anonymousState, order.decision));

      const before = { names: look.decision, withheld: look.withheld };
      const decided = { by: actor.id, at: act.at, reason: order.reason };
      if (order.decision === 'LEAVE') look.leave(decided);
      else look.hide(hidingOf(initiative, order), decided);
      act.record({
        subject: { type: 'Initiative', id: order.initiativeId },
        before,
        after: { names: look.decision, withheld: look.withheld },
        personal: { reason: order.reason, words: look.words },
      });
      await act.em.flush();
      const decidedLook = await this.queries.nameLook(actor, order.initiativeId);
      if (!decidedLook) throw new Refused('NOT_FOUND');
      return decidedLook;
    });
  }
}

function hidingOf({ texts, files, names }: LookedThrough, { words, fileIds }: NamesOrder) {
  const hide = (text: string): string => withoutNames(text, names, words);
  const strange = fileIds.findIndex((id) => !files.some((file) => file.id === id));
  if (strange >= 0) throw new Refused('NOT_FOUND', { what: 'StoredFile' }, `fileIds.${String(strange)}`);
  const hidden: HiddenTexts = {
    title: hide(texts.title),
    problem: hide(texts.problem),
    solution: hide(texts.solution),
    novelty: hide(texts.novelty),
    effect: hide(texts.effect),
    captions: Object.fromEntries(files.map(({ id, caption }) => [id, hide(caption)])),
  };
  return { words, withheld: fileIds, hidden };
}
