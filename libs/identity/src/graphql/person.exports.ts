import { Injectable, type OnModuleInit } from '@nestjs/common';
import { asSentence } from '#lib/kernel';
import { Exports, byPages, columnsOf } from '#lib/platform';
import { PersonQueries, type PersonRead } from '../application/person.queries.js';
import { ROLE_WORDS } from '../domain/rights.js';
import { PeopleArguments } from './person.types.js';

const { text, day, moment, yesNo } = columnsOf<PersonRead>();

/** The last day of the role that ends first, of those that end. */
const firstEnd = (grants: PersonRead['grants']): string | undefined =>
  grants
    .map(({ validTo }) => validTo)
    .filter((validTo) => validTo !== null)
    .sort()[0];

/** The list of people as a file. */
@Injectable()
export class PersonExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly people: PersonQueries,
  ) {}

  onModuleInit(): void {
    this.exports.list({
      name: 'people',
      title: { vi: 'Danh sách người dùng', en: 'People' },
      fileName: 'danh-sach-nguoi-dung',
      context: 'identity',
      permission: 'person:read',
      args: PeopleArguments,
      rows: byPages((actor, args) => this.people.people(actor, args)),
      columns: [
        text('fullName', { vi: 'Họ và tên', en: 'Full name' }, (row) => row.fullName),
        text('email', { vi: 'Thư điện tử', en: 'E-mail' }, (row) => row.email),
        text('phone', { vi: 'Điện thoại', en: 'Telephone' }, (row) => row.phone),
        text('unit', { vi: 'Đơn vị', en: 'Unit' }, ({ unit }, locale) => (locale === 'vi' ? unit?.nameVi : unit?.nameEn)),
        text('roles', { vi: 'Vai trò', en: 'Roles' }, ({ grants }, locale) =>
          [...new Set(grants.filter(({ state }) => state === 'IN_FORCE').map(({ role }) => asSentence(ROLE_WORDS[role][locale])))].join(
            '; ',
          ),
        ),
        text('positions', { vi: 'Chức vụ', en: 'Positions' }, ({ positions }, locale) =>
          positions.map(({ titleVi, titleEn }) => (locale === 'vi' ? titleVi : titleEn)).join('; '),
        ),
        day('rolesUntil', { vi: 'Vai trò sớm hết nhất', en: 'First role to end' }, ({ grants }) => firstEnd(grants)),
        yesNo('hasAccount', { vi: 'Có tài khoản', en: 'Has an account' }, (row) => row.hasAccount),
        moment('disabledAt', { vi: 'Khóa từ', en: 'Disabled since' }, (row) => row.disabledAt),
        yesNo('external', { vi: 'Ngoài đơn vị', en: 'From outside' }, (row) => row.external),
      ],
    });
  }
}
