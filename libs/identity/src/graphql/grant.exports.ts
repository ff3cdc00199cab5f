import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Exports, byPages, columnsOf } from '#lib/platform';
import { GrantQueries, type HeldGrant } from '../application/grant.queries.js';
import { ROLE_WORDS } from '../domain/rights.js';
import { GRANT_STATE_WORDS } from '../domain/role-grant.entity.js';
import { GrantsArguments } from './person.types.js';

const { text, word, day } = columnsOf<HeldGrant>();

/** Who holds what, as a file. */
@Injectable()
export class GrantExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly grants: GrantQueries,
  ) {}

  onModuleInit(): void {
    this.exports.list({
      ...{ name: 'grants', title: { vi: 'Vai trò và quyền', en: 'Roles and rights' }, fileName: 'vai-tro-va-quyen' },
      ...{ context: 'identity', permission: 'person:read', args: GrantsArguments },
      rows: byPages((actor, args) => this.grants.grants(actor, args)),
      columns: [
        text('person', { vi: 'Họ và tên', en: 'Full name' }, (row) => row.person.fullName),
        word('role', { vi: 'Vai trò', en: 'Role' }, ROLE_WORDS, (row) => row.role),
        text('unit', { vi: 'Đơn vị', en: 'Unit' }, ({ unit }, locale) => (locale === 'vi' ? unit.nameVi : unit.nameEn)),
        day('validFrom', { vi: 'Từ ngày', en: 'From' }, (row) => row.validFrom),
        day('validTo', { vi: 'Đến hết ngày', en: 'To' }, (row) => row.validTo),
        word('state', { vi: 'Trạng thái', en: 'State' }, GRANT_STATE_WORDS, (row) => row.state),
        text('decision', { vi: 'Số quyết định', en: 'Decision' }, (row) => row.decisionNumber),
        day('decidedOn', { vi: 'Ngày quyết định', en: 'Decided on' }, (row) => row.decidedOn),
      ],
    });
  }
}
