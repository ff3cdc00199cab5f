import { defineEntity, p } from '@mikro-orm/core';
import { Refused, newId, refuseIf } from '#lib/kernel';
import { Contest } from './contest.entity.js';
import { whyNotRuleBook } from './rule-book-check.js';
import { type RuleBookContent, PRESENT_EDITION, editionOf, plainRuleBook, renewedRuleBook, ruleBookHash } from './rule-book.js';

const RuleBookSchema = defineEntity({
  name: 'RuleBook',
  tableName: 'rule_book',
  uniques: [{ name: 'rule_book_number', properties: ['contest', 'number'] }],
  checks: [
    { name: 'rule_book_frozen_iff_hash', expression: '(frozen_at is null) = (hash is null)' },
    {
      name: 'rule_book_amended_by_decision',
      expression: 'number = 1 or (decision_number is not null and decision_reason is not null and frozen_at is not null)',
    },
  ],
  properties: {
    id: p.uuid().primary(),
    contest: () => p.manyToOne(Contest).lazyRef(),
    number: p.integer(),
    content: p.json<RuleBookContent>(),
    hash: p.text().strictNullable(),
    frozenAt: p.datetime().strictNullable(),
    decisionNumber: p.text().strictNullable(),
    decisionReason: p.text().strictNullable(),
  },
});

/** How a contest is judged. Version 1 is edited until the first round opens and freezes it; later ones are made by a decision, frozen. */
export class RuleBook extends RuleBookSchema.class {
  /** A book that is begun is of the present edition, whatever the content says. */
  static first(contest: Contest, content: RuleBookContent): RuleBook {
    const book = RuleBook.blank(contest);
    book.write(content);
    return book;
  }

  /** That of an earlier year as a new one says it. What it may not say any more is told when the contest is announced. */
  static copied(contest: Contest, content: RuleBookContent): RuleBook {
    const book = RuleBook.blank(contest);
    book.content = renewedRuleBook(content);
    return book;
  }

  private static blank(contest: Contest): RuleBook {
    const book = new RuleBook();
    book.id = newId();
    book.contest = contest;
    book.number = 1;
    book.hash = null;
    book.frozenAt = null;
    book.decisionNumber = null;
    book.decisionReason = null;
    return book;
  }

  /** Refuses content that breaks rules, each with its path, and any edit after the freezing. */
  write(content: RuleBookContent): void {
    if (this.frozenAt) throw new Refused('RULE_BOOK_FROZEN', { hash: this.hash ?? '' });
    this.say({ ...content, edition: PRESENT_EDITION });
  }

  private say(content: RuleBookContent): void {
    refuseIf(whyNotRuleBook(content));
    this.content = plainRuleBook(content);
  }

  /** Fixes the content under its SHA-256. Frozen already, it stays as it is. */
  freeze(at: Date): void {
    if (this.frozenAt) return;
    refuseIf(whyNotRuleBook(this.content));
    this.hash = ruleBookHash(this.content);
    this.frozenAt = at;
  }

  /**
   * The next version, frozen at once, of the same edition: a decision changes what the book says, and nothing that it does not say.
   * Refuses before the freezing, where the book is simply edited.
   */
  amend(content: RuleBookContent, { number, reason, at }: { number: string; reason: string; at: Date }): RuleBook {
    if (!this.frozenAt) throw new Refused('RULE_BOOK_NOT_FROZEN');
    const book = RuleBook.blank(this.contest as Contest);
    book.say({ ...content, edition: editionOf(this.content) });
    if (ruleBookHash(book.content) === this.hash) throw new Refused('RULE_BOOK_UNCHANGED');
    book.number = this.number + 1;
    book.decisionNumber = number;
    book.decisionReason = reason;
    book.freeze(at);
    return book;
  }
}
RuleBookSchema.setClass(RuleBook);
