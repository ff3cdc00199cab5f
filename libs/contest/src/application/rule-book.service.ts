import { LockMode } from '@mikro-orm/core';
import { type EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type Actor, Refused, refuseIf } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { type Contest } from '../domain/contest.entity.js';
import { ContestDecision } from '../domain/contest-parts.entity.js';
import { RuleBook } from '../domain/rule-book.entity.js';
import { type RuleBookContent, ruleBookHash } from '../domain/rule-book.js';
import { ContestPorts } from './contest.ports.js';
import { type ContestOrder, contestToChange } from './load-contest.js';

/** How a contest is judged: written, frozen, and after that changed by decision only. */
@Injectable()
export class RuleBookService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ports: ContestPorts,
  ) {}

  /** Writes the first version, before it is frozen. Refuses `RULE_BOOK_FROZEN`, `STALE`, and what breaks a rule of rule books, with its path. */
  async setRuleBook(actor: Actor, order: ContestOrder & { readonly content: RuleBookContent }): Promise<Contest> {
    return this.work.act(actor, 'setRuleBook', async (act) => {
      const { em, record } = act;
      const contest = await contestToChange(act, order);
      if (contest.isOver()) throw new Refused('CONTEST_ENDED', { phase: contest.phase });
      const book = await latest(em, contest.id);
      const before = book && ruleBookHash(book.content);
      const written = book ?? RuleBook.first(contest, order.content);
      if (book) book.write(order.content);
      else em.persist(written);
      const edit = { before: { ruleBook: before }, after: { ruleBook: ruleBookHash(written.content) } };
      if (record({ subject: { type: 'Contest', id: contest.id }, ...edit })) contest.touch();
      await em.flush();
      return contest;
    });
  }

  /** Fixes the version in force under its hash; joins the act that opens the first round. Frozen already, it is returned as it is. */
  async freeze(actor: Actor, contestId: string): Promise<RuleBook> {
    return this.work.act(actor, 'freezeRuleBook', async ({ em, at, record }) => {
      const book = await latest(em, contestId);
      if (!book) throw new Refused('RULE_BOOK_MISSING');
      if (book.frozenAt) return book;
      book.freeze(at);
      await em.flush();
      record({ subject: { type: 'RuleBook', id: book.id }, after: { contest: contestId, number: book.number, hash: book.hash } });
      return book;
    });
  }

  /** A new version by decision, frozen at once. Refuses `RULE_BOOK_NOT_FROZEN`, `RULE_BOOK_UNCHANGED`, and what rounds already open forbid. */
  async amendRuleBook(
    actor: Actor,
    order: ContestOrder & { readonly content: RuleBookContent; readonly decisionNumber: string; readonly reason: string },
  ): Promise<Contest> {
    return this.work.act(actor, 'amendRuleBook', async (act) => {
      const { em, at, record, emit } = act;
      const contest = await contestToChange(act, order);
      if (contest.isOver()) throw new Refused('CONTEST_ENDED', { phase: contest.phase });
      const book = await latest(em, contest.id);
      if (!book) throw new Refused('RULE_BOOK_MISSING');
      const { decisionNumber: number, reason } = order;
      const amended = book.amend(order.content, { number, reason, at });
      refuseIf(await this.ports.whyNotAmend(contest.id, amended.content));
      em.persist(amended);
      em.persist(ContestDecision.of(contest, 'RULE_BOOK_AMENDED', { number, reason, at, by: actor.id }));
      contest.touch();
      await em.flush();
      record({
        subject: { type: 'RuleBook', id: amended.id },
        before: { number: book.number, hash: book.hash },
        after: { contest: contest.id, number: amended.number, hash: amended.hash, decisionNumber: number },
        reason,
      });
      emit({ type: 'contest.ruleBookAmended', payload: { contestId: contest.id, ruleBookId: amended.id, number: amended.number } });
      return contest;
    });
  }
}

/** The version in force, locked: what freezes it and what edits it wait for one another. */
async function latest(em: EntityManager, contestId: string): Promise<RuleBook | null> {
  const book = await em.findOne(
    RuleBook,
    { contest: contestId },
    { orderBy: { number: 'desc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (book) await em.populate(book, ['contest']);
  return book;
}
