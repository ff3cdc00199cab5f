import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { lockContest } from '#lib/contest';
import { type Actor, Refused, refuseIf } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { type AuthorAnswer, whyNotAnswer } from '../domain/authorship.js';
import { Initiative } from '../domain/initiative.entity.js';
import { InitiativeAuthor } from '../domain/initiative-parts.entity.js';
import { whyNotReason } from '../domain/policies.js';
import { type AuthorshipRow, AuthorshipQueries, isOwn } from './authorship.queries.js';
import { subject } from './draft.service.js';

/** Which asking: one that was overtaken by other shares or authors is not there any more. */
export interface AuthorshipOrder {
  readonly authorshipId: string;
}

interface Answer {
  readonly operation: string;
  readonly answer: AuthorAnswer;
  readonly reason: string | null;
}

/** Authors say for themselves whether they are that, and with this share. */
@Injectable()
export class AuthorshipService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: AuthorshipQueries,
  ) {}

  /** Refuses `NOT_FOUND` for another's, and for one that was asked before the authors were named anew; `AUTHORSHIP_OVER`. */
  async confirmAuthorship(actor: Actor, order: AuthorshipOrder): Promise<AuthorshipRow> {
    return this.answer(actor, order, { operation: 'confirmAuthorship', answer: 'CONFIRMED', reason: null });
  }

  /** They are no author, or not with this share; with a reason, which who drafted it and the secretariat read. It changes no author: they who named them do. */
  async declineAuthorship(actor: Actor, order: AuthorshipOrder & { readonly reason: string }): Promise<AuthorshipRow> {
    const { reason } = order;
    return this.answer(actor, order, { operation: 'declineAuthorship', answer: 'DECLINED', reason });
  }

  private async answer(actor: Actor, { authorshipId }: AuthorshipOrder, { operation, answer, reason }: Answer): Promise<AuthorshipRow> {
    return this.work.act(actor, operation, async (act) => {
      const { em, at, record, emit } = act;
      const author = await askedOf(act, authorshipId);
      const initiative = await em.findOneOrFail(Initiative, { id: author.initiative.id }, { refresh: true });
      const { phase } = await lockContest(em, initiative.contest.id, 'for share');
      refuseIf(whyNotAnswer({ state: initiative.state, phase }));
      if (answer === 'DECLINED') refuseIf(whyNotReason(reason));
      const before = said(author);
      author.say(answer, { reason, at });
      await em.flush();
      const changed = record({ subject: subject(initiative), before, after: said(author), reason });
      if (changed && answer === 'DECLINED')
        emit({ type: 'initiative.authorshipDeclined', payload: { initiativeId: initiative.id, personId: actor.id } });
      return this.queries.asked(actor, authorshipId);
    });
  }
}

const said = ({ person, share, answer }: InitiativeAuthor) => ({ author: person.id, share, answer });

/** What the actor was asked, its initiative locked so that the authors stay as they are. */
async function askedOf({ em, actor }: Act, authorshipId: string): Promise<InitiativeAuthor> {
  const { rows } = await sql`select 1 from initiative i where i.id = (
      select mine.initiative_id from initiative_author mine where mine.id = ${authorshipId} and ${isOwn(actor)}) for update of i`.execute(
    em.getKysely(),
  );
  const author = rows.length === 0 ? null : await em.findOne(InitiativeAuthor, { id: authorshipId });
  if (!author) throw new Refused('NOT_FOUND', { what: 'Authorship' }, 'authorshipId');
  return author;
}
