import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Words } from '#lib/kernel';
import { Exports, byPages, columnsOf } from '#lib/platform';
import { LicenceQueries, type LicenceRead } from '../application/licence.queries.js';
import { ReminderQueries, type ReminderRead } from '../application/reminder.queries.js';
import { LICENCE_STANDING_WORDS, LICENCE_STATE_WORDS } from '../domain/licence.entity.js';
import { REMINDER_CHANNEL_WORDS, REMINDER_STATE_WORDS } from '../domain/reminder.entity.js';
import { LicencesArguments } from './licence.types.js';
import { RemindersArguments } from './reminder.types.js';

const licence = columnsOf<LicenceRead>();
const reminder = columnsOf<ReminderRead>();

const KIND: Words = { vi: 'Loại giấy', en: 'Kind' };
const NUMBER: Words = { vi: 'Số giấy', en: 'Number' };
const HOLDER: Words = { vi: 'Tên cơ sở', en: 'Holder' };
const CONTACT: Words = { vi: 'Người đại diện', en: 'Contact' };
const PHONE: Words = { vi: 'Điện thoại', en: 'Telephone' };
const EXPIRES: Words = { vi: 'Ngày hết hạn', en: 'Expires on' };
const FILE_BY: Words = { vi: 'Hạn nộp hồ sơ', en: 'To be filed by' };

/** Licences as a file, and reminders as one that a provider of short messages takes. */
@Injectable()
export class LicenceExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly licences: LicenceQueries,
    private readonly reminders: ReminderQueries,
  ) {}

  onModuleInit(): void {
    this.exports.list({
      ...{ context: 'procedure', permission: 'licence:read', name: 'licences', fileName: 'giay-phep' },
      title: { vi: 'Giấy phép, giấy chứng nhận', en: 'Licences' },
      args: LicencesArguments,
      rows: byPages((actor, args) => this.licences.licences(actor, args)),
      columns: [
        licence.text('kind', KIND, ({ kind }) => kind.name),
        licence.text('number', NUMBER, (row) => row.licenceNumber),
        licence.text('holder', HOLDER, (row) => row.holder),
        licence.text('contact', CONTACT, (row) => row.contact),
        licence.text('phone', PHONE, (row) => row.phone),
        licence.text('email', { vi: 'Email', en: 'E-mail' }, (row) => row.email),
        licence.text('address', { vi: 'Địa chỉ KD', en: 'Business address' }, (row) => row.address),
        licence.text('unit', { vi: 'Xã/TT', en: 'Commune' }, (row, locale) => (locale === 'vi' ? row.unit.nameVi : row.unit.nameEn)),
        licence.day('issuedOn', { vi: 'Ngày cấp', en: 'Issued on' }, (row) => row.issuedOn),
        licence.day('expiresOn', EXPIRES, (row) => row.expiresOn),
        licence.day('fileBy', FILE_BY, (row) => row.fileBy),
        licence.word('state', { vi: 'Trạng thái', en: 'State' }, LICENCE_STATE_WORDS, (row) => row.state),
        licence.word('standing', { vi: 'Thời hạn', en: 'Standing' }, LICENCE_STANDING_WORDS, (row) => row.standing),
      ],
    });
    this.exports.list({
      ...{ context: 'procedure', permission: 'licence:read', name: 'reminders', fileName: 'nhac-han-giay-phep' },
      title: { vi: 'Nhắc hạn giấy phép', en: 'Reminders' },
      args: RemindersArguments,
      rows: byPages((actor, args) => this.reminders.reminders(actor, args)),
      columns: [
        reminder.text('phone', PHONE, (row) => row.phone),
        reminder.text('smsText', { vi: 'Nội dung tin nhắn', en: 'Message' }, (row) => row.smsText),
        reminder.text('contact', CONTACT, (row) => row.contact),
        reminder.text('holder', HOLDER, (row) => row.holder),
        reminder.text('kind', KIND, ({ kind }) => kind.name),
        reminder.text('number', NUMBER, (row) => row.licence.licenceNumber),
        reminder.day('expiresOn', EXPIRES, (row) => row.expiresOn),
        reminder.day('fileBy', FILE_BY, (row) => row.fileBy),
        reminder.day('dueOn', { vi: 'Ngày nhắc', en: 'Due on' }, (row) => row.dueOn),
        reminder.word('channel', { vi: 'Cách nhắc', en: 'Way' }, REMINDER_CHANNEL_WORDS, (row) => row.channel),
        reminder.word('state', { vi: 'Kết quả', en: 'State' }, REMINDER_STATE_WORDS, (row) => row.state),
      ],
    });
  }
}
