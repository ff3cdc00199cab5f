import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Exports, byPages, columnsOf } from '#lib/platform';
import { type PilotListed, PilotQueries } from '../application/pilot.queries.js';
import { PILOT_STATE_WORDS } from '../domain/pilot-policy.js';
import { PilotsArguments } from './pilot.inputs.js';

const { text, word, day, figure, yesNo } = columnsOf<PilotListed>();

/** The register of pilots, as a file. */
@Injectable()
export class PilotExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly pilots: PilotQueries,
  ) {}

  onModuleInit(): void {
    this.exports.list({
      ...{ name: 'pilots', title: { vi: 'Thí điểm', en: 'Pilots' }, fileName: 'thi-diem' },
      ...{ context: 'pilot', permission: 'pilot:read', args: PilotsArguments },
      rows: byPages((actor, args) => this.pilots.pilots(actor, args)),
      columns: [
        text('title', { vi: 'Nội dung thí điểm', en: 'Pilot' }, (row) => row.title),
        text('rollout', { vi: 'Việc nhân rộng', en: 'Roll-out' }, (row, locale) =>
          locale === 'vi' ? row.rollout.titleVi : row.rollout.titleEn,
        ),
        day('startsOn', { vi: 'Từ ngày', en: 'From' }, (row) => row.startsOn),
        day('endsOn', { vi: 'Đến hết ngày', en: 'Until' }, (row) => row.endsOn),
        figure('pilotUnits', { vi: 'Số xã thí điểm', en: 'Pilot units' }, (row) => row.pilotUnits),
        figure('comparisonUnits', { vi: 'Số xã đối chứng', en: 'Units to compare with' }, (row) => row.comparisonUnits),
        word('state', { vi: 'Tình trạng', en: 'State' }, PILOT_STATE_WORDS, (row) => row.state),
        yesNo('illustrative', { vi: 'Dữ liệu minh họa', en: 'Illustrative' }, (row) => row.illustrative),
      ],
    });
  }
}
