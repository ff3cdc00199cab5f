import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, Refused, type WhyNot } from '#lib/kernel';
import { Exports, byPages, columnsOf } from '#lib/platform';
import { AssignmentQueries, type RoundAssignmentRow } from '../application/assignment/assignment.queries.js';
import { ContestJudgingQueries } from '../application/round/contest-judging.queries.js';
import { CARD_STATE_WORDS } from '../domain/card/scorecard.entity.js';
import { RoundAssignmentsArguments } from './round.types.js';

const card = columnsOf<RoundAssignmentRow>();

/** Who judges what in a round, as a file; no mark is in it. */
@Injectable()
export class AssignmentExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly assignments: AssignmentQueries,
    private readonly judgings: ContestJudgingQueries,
  ) {}

  onModuleInit(): void {
    this.exports.list({
      ...{ name: 'assignments', title: { vi: 'Phân công chấm', en: 'Assignments' }, fileName: 'phan-cong-cham' },
      ...{ context: 'scoring', permission: 'assignment:manage', args: RoundAssignmentsArguments },
      whyNot: (actor, of) => this.whyNot(actor, of),
      rows: byPages((actor, args) => this.assignments.assignments(actor, args)),
      columns: [
        card.text('receiptNumber', { vi: 'Mã hồ sơ', en: 'Receipt number' }, ({ initiative }) => initiative.receiptNumber),
        card.text('title', { vi: 'Tên sáng kiến', en: 'Title' }, ({ initiative }) => initiative.title),
        card.text('judge', { vi: 'Giám khảo', en: 'Judge' }, ({ judge }) => judge.fullName),
        card.word('state', { vi: 'Phiếu', en: 'Card' }, CARD_STATE_WORDS, (row) => row.state),
        card.yesNo('extra', { vi: 'Chấm thêm', en: 'Further card' }, (row) => row.extra),
        card.yesNo('attested', { vi: 'Đã cam đoan', en: 'Attested' }, (row) => row.attested),
      ],
    });
  }

  /** Of a conflict that came up since the file was made, too. */
  private async whyNot(actor: Actor, of: { readonly roundId: string }): Promise<WhyNot> {
    return (await this.judgings.seesJudging(actor, 'assignment:manage', of)) ? null : new Refused('NOT_FOUND');
  }
}
