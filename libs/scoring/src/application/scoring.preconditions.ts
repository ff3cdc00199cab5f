import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { type RoundRule, type RuleBookContent } from '#domain/contest';
import { ContestPorts } from '#lib/contest';
import { IdentityPorts } from '#lib/identity';
import { Refused, type WhyNot, nameOf } from '#lib/kernel';
import { Database, canonicalJson } from '#lib/platform';

/** What must hold of the judging before a contest goes on, and what an amended rule book must leave alone. */
@Injectable()
export class ScoringPreconditions implements OnModuleInit {
  constructor(
    private readonly ports: ContestPorts,
    private readonly identity: IdentityPorts,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.ports.registerPrecondition('DELIBERATION', (contestId) => this.whyNotDeliberate(contestId));
    this.identity.registerFoundingCheck((_, unitId) => this.whyNotFound(unitId));
    this.ports.registerAmendmentCheck((contestId, content) => this.whyNotAmend(contestId, content));
  }

  /** No card has been given out in a contest of the unit or one below: there is nothing to see yet. */
  private async whyNotFound(unitId: string): Promise<WhyNot> {
    const found = await this.database.first(sql`
      with recursive below (id) as (select ${unitId}::uuid union select u.id from unit u join below on u.parent_id = below.id)
      select 1 from scorecard c join round r on r.id = c.round_id join contest ct on ct.id = r.contest_id
      where ct.host_id in (select id from below) limit 1`);
    return found ? new Refused('LEADER_AFTER_JUDGING', {}, 'unitId') : null;
  }

  /** Every round is closed. */
  private async whyNotDeliberate(contestId: string): Promise<WhyNot> {
    const counts = await this.database.first(sql<{ rounds: number; open: number }>`
      select count(*)::int as rounds, (count(*) filter (where state <> 'CLOSED'))::int as open from round where contest_id = ${contestId}`);
    if (counts && counts.rounds > 0 && counts.open === 0) return null;
    return new Refused('ROUNDS_NOT_CLOSED', { open: counts?.open ?? 0 });
  }

  /** A round that was opened is judged by the rule it was opened under, in its place. */
  private async whyNotAmend(contestId: string, { rounds }: RuleBookContent): Promise<WhyNot> {
    const opened = await this.database.rows(sql<{ key: string; ordinal: number; last: boolean; rule: RoundRule }>`
      select key, ordinal, last, rule from round where contest_id = ${contestId} and state <> 'PLANNED' order by ordinal`);
    const changed = opened.find(({ ordinal, last, rule }) => {
      const amended = rounds[ordinal - 1];
      return !amended || canonicalJson(amended) !== canonicalJson(rule) || last !== (ordinal === rounds.length);
    });
    return changed ? new Refused('ROUND_RULE_STANDS', { round: nameOf(changed.rule) }, 'content.rounds') : null;
  }
}
