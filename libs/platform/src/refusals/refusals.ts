import { OptimisticLockError } from '@mikro-orm/core';
import { isDatabaseError, outcomeOf } from '../database/connection-lost.js';
import { exportMessages } from '../exports/messages.js';
import { fileMessages } from '../files/messages.js';
import { importMessages } from '../imports/messages.js';
import { IMPORT_STATE_WORDS } from '../imports/import.entity.js';
import { jobMessages } from '../jobs/messages.js';
import { valueMessages } from './values.js';
import { platformLabels } from './labels.js';
import { nameCodes } from './refusal.types.js';
import { type Locale, type RefusalBook, type RefusalDetail, Refused, type Words, asSentence, fill } from '#lib/kernel';
import { JOB_STATE_WORDS } from '../jobs/job.entity.js';

/** What the platform itself refuses. */
export const platformRefusals: RefusalBook = {
  messages: {
    ...fileMessages,
    ...jobMessages,
    ...exportMessages,
    ...importMessages,
    ...valueMessages,
    FILE_TOO_MANY: {
      vi: 'Đã đủ {max} tệp, kể cả {open} tệp đang tải lên chưa xác nhận; không thể đính kèm thêm.',
      en: 'There are {max} files already, {open} of them uploads that are not confirmed; no more can be attached.',
    },
    NOT_FOUND: {
      vi: 'Không tìm thấy nội dung này, hoặc tài khoản này không được xem.',
      en: 'There is no such record, or this account may not see it.',
    },
    STALE: {
      vi: 'Nội dung đã được thay đổi ở nơi khác. Hãy tải lại rồi sửa tiếp.',
      en: 'This was changed elsewhere meanwhile. Load it again, then go on.',
    },
    BUSY: {
      vi: 'Hệ thống đang bận. Chưa có gì được ghi lại; có thể gửi lại sau ít giây.',
      en: 'The system is busy. Nothing was written; it is safe to send this again in a few seconds.',
    },
    DATABASE_FULL: {
      vi: 'Cơ sở dữ liệu đã hết dung lượng đĩa. Chưa có gì được ghi lại; cần quản trị viên giải phóng dung lượng rồi gửi lại.',
      en: 'The disk of the database is full. Nothing was written; once an administrator has made room, send this again.',
    },
    OUTCOME_UNKNOWN: {
      vi: 'Mất kết nối với cơ sở dữ liệu đúng lúc đang ghi nên chưa rõ nội dung đã được ghi hay chưa. Hãy tải lại để kiểm tra trước khi gửi lại; gửi lại với cùng mã thao tác thì không bị ghi hai lần.',
      en: 'The connection to the database was lost while this was being written, so that it may or may not have been. Load it again and look before sending it again; sent again under the same operation key it is written once.',
    },
    WRITTEN_NOT_READ: {
      vi: 'Nội dung đã được ghi, nhưng hệ thống đang bận nên chưa đọc lại được. Hãy tải lại để xem; không cần gửi lại.',
      en: 'This was written, but the system is busy and it could not be read again. Load it to see it; it need not be sent again.',
    },
    ALREADY_DELIVERED: { vi: 'Nội dung này đã được gửi đi.', en: 'This has been delivered already.' },
    ALREADY_DISCARDED: { vi: 'Nội dung này đã được bỏ.', en: 'This has been discarded already.' },
    SCHEDULE_COMES_ROUND: {
      vi: 'Việc theo lịch tự chạy lại vào lần tới, không cần yêu cầu.',
      en: 'A schedule runs again by itself at its next time; nobody has to ask for it.',
    },
    REASON_MISSING: { vi: 'Hãy ghi rõ lý do.', en: 'Please give the reason.' },
    KEY_REUSED: { vi: 'Mã thao tác đã được dùng cho một yêu cầu khác.', en: 'This operation key was used for another request.' },
    INPUT_INVALID: { vi: '{problem}', en: '{problem}' },
    PAGE_SIZE: { vi: 'Mỗi trang có từ 1 đến {max} dòng.', en: 'A page has 1 to {max} rows.' },
    PAGE_DIRECTION: {
      vi: 'Một lần chỉ đọc danh sách theo một chiều, xuôi hoặc ngược.',
      en: 'A list is read in one direction at a time, forwards or backwards.',
    },
    CURSOR: {
      vi: 'Không đọc tiếp được danh sách từ vị trí này. Hãy tải lại danh sách.',
      en: 'The list cannot be read on from this place. Load it again.',
    },
    QUERY_TOO_DEEP: { vi: 'Truy vấn lồng quá sâu (tối đa {max} cấp).', en: 'The query is nested too deep (at most {max} levels).' },
    QUERY_TOO_MANY_ALIASES: { vi: 'Truy vấn có quá nhiều bí danh (tối đa {max}).', en: 'The query has too many aliases (at most {max}).' },
    QUERY_TOO_MANY_DIRECTIVES: {
      vi: 'Truy vấn có quá nhiều chỉ thị (tối đa {max}).',
      en: 'The query has too many directives (at most {max}).',
    },
    QUERY_TOO_LONG: { vi: 'Truy vấn quá dài (tối đa {max} từ).', en: 'The query is too long (at most {max} tokens).' },
    QUERY_TOO_COSTLY: { vi: 'Truy vấn đòi hỏi quá nhiều dữ liệu.', en: 'The query asks for too much at once.' },
    UNAUTHENTICATED: { vi: 'Hãy đăng nhập để tiếp tục.', en: 'Sign in to go on.' },
    FORBIDDEN: {
      vi: 'Tài khoản này không có quyền thực hiện việc này.',
      en: 'This account does not have the right to do this.',
    },
    STREAM_GONE: {
      vi: 'Kết nối theo dõi trực tiếp đã kết thúc. Hãy tải lại trang.',
      en: 'The live connection has ended. Load the page again.',
    },
    STREAM_LOOKS_ONLY: {
      vi: 'Kết nối này chỉ dùng để theo dõi thay đổi.',
      en: 'This connection only follows what changes.',
    },
    SUBSCRIPTION_ELSEWHERE: {
      vi: 'Yêu cầu theo dõi thay đổi phải gửi qua kết nối trực tiếp.',
      en: 'What follows changes is asked on the live connection.',
    },
    TOO_MANY_REQUESTS: {
      vi: 'Quá nhiều yêu cầu. Hãy thử lại sau {seconds} giây.',
      en: 'Too many requests. Try again in {seconds} seconds.',
    },
    DATABASE_NEWER: {
      vi: 'Cơ sở dữ liệu thuộc phiên bản mới hơn phần mềm này ({migration}).',
      en: 'The database belongs to a newer version than this software ({migration}).',
    },
    DATABASE_OLDER: {
      vi: 'Cơ sở dữ liệu chưa được nâng cấp cho phiên bản này (thiếu {migration}): hãy chạy bước nâng cấp trước.',
      en: 'The database has not been brought up to this version ({migration} is missing): run the step of migrations first.',
    },
    MIGRATION_EDITED: {
      vi: 'Tệp nâng cấp {migration} không còn như khi đã chạy trên cơ sở dữ liệu này; hãy khôi phục tệp gốc.',
      en: 'The migration {migration} is not as it was when it ran on this database; put the original file back.',
    },
    DISK_FULL: {
      vi: 'Ổ đĩa đã đầy. Hãy giải phóng dung lượng rồi chạy lại; dữ liệu đã lưu vẫn nguyên vẹn.',
      en: 'The disk is full. Make room and start again; what was kept is whole.',
    },
    DATABASE_UNREACHABLE: {
      vi: 'Không kết nối được cơ sở dữ liệu ({reason}).',
      en: 'The database cannot be reached ({reason}).',
    },
    DATABASE_DENIED: {
      vi: 'Cơ sở dữ liệu từ chối tài khoản này ({reason}): hãy kiểm tra địa chỉ, mật khẩu và quyền.',
      en: 'The database refuses this account ({reason}): check its address, password and rights.',
    },
    FOLDER_DENIED: {
      vi: 'Không đọc hoặc ghi được một thư mục cần dùng ({reason}).',
      en: 'A folder that is needed cannot be read or written ({reason}).',
    },
    DATABASE_NOT_EMPTY: {
      vi: 'Cơ sở dữ liệu đã có dữ liệu (bảng {table}); chỉ phục hồi vào cơ sở dữ liệu trống.',
      en: 'The database has rows already (table {table}); a backup is restored into an empty one only.',
    },
    BACKUP_FOLDER_UNSAID: {
      vi: 'Hãy nêu thư mục: npm run backup -- <thư mục>, npm run restore -- <thư mục>.',
      en: 'Name the folder: npm run backup -- <folder>, npm run restore -- <folder>.',
    },
    BACKUP_FOLDER_IN_USE: {
      vi: 'Thư mục {folder} không trống; hãy chọn thư mục mới cho bản sao lưu.',
      en: 'The folder {folder} is not empty; choose a new one for the backup.',
    },
    BACKUP_MISSING: {
      vi: 'Thư mục {folder} không có bản sao lưu hoàn chỉnh.',
      en: 'The folder {folder} holds no complete backup.',
    },
    BACKUP_OTHER_VERSION: {
      vi: 'Bản sao lưu thuộc phiên bản khác ({migration}); hãy phục hồi bằng đúng phiên bản đã sao lưu rồi nâng cấp.',
      en: 'The backup is of another version ({migration}); restore it with the version that made it, then upgrade.',
    },
    BACKUP_DAMAGED: {
      vi: 'Bản sao lưu bị hỏng ở {part}; không có gì được ghi.',
      en: 'The backup is damaged at {part}; nothing was written.',
    },
    CONFIG_MISSING: { vi: 'Thiếu cấu hình {name}.', en: 'The setting {name} is missing.' },
    CONFIG_INVALID: { vi: 'Cấu hình {name} không hợp lệ.', en: 'The setting {name} is not valid.' },
    CONFLICTING_ROW: {
      vi: 'Nội dung này đã có. Hãy tải lại để xem trước khi nhập tiếp.',
      en: 'There is such a record already. Load the page again and look before going on.',
    },
    INTERNAL: {
      vi: 'Có lỗi ngoài dự kiến. Hãy thử lại; nếu vẫn lỗi, báo quản trị viên mã lỗi: {id}.',
      en: 'Something unexpected went wrong. Try again; if it goes on, tell the administrator the error id: {id}.',
    },
  },
  constraints: {},
  labels: platformLabels,
  words: { JobState: JOB_STATE_WORDS, ImportState: IMPORT_STATE_WORDS },
  states: [
    'BUSY',
    'OUTCOME_UNKNOWN',
    'KEY_REUSED',
    'UNAUTHENTICATED',
    'FORBIDDEN',
    'ALREADY_DELIVERED',
    'ALREADY_DISCARDED',
    'IMPORT_APPLIED',
    'IMPORT_GIVEN_UP',
    'IMPORT_RUNNING',
  ],
};

/** All that the assembled libraries refuse. */
export class Refusals {
  private readonly messages: ReadonlyMap<string, Words>;
  private readonly labels: ReadonlyMap<string, Words>;
  private readonly constraints: ReadonlyMap<string, string>;
  private readonly states: ReadonlySet<string>;
  private readonly counted = new Map<string, number>();

  constructor(books: readonly RefusalBook[]) {
    const all = [platformRefusals, ...books];
    nameCodes(all);
    this.messages = new Map(all.flatMap((book) => Object.entries(book.messages)));
    this.constraints = new Map(all.flatMap((book) => Object.entries(book.constraints)));
    this.labels = new Map(all.flatMap((book) => Object.entries(book.labels)));
    this.states = new Set(all.flatMap((book) => book.states));
  }

  /** The code itself, where it is one of these books; null for one that was kept before it was given up. */
  known(code: string | null): string | null {
    return code !== null && this.messages.has(code) ? code : null;
  }

  message(code: string, detail: RefusalDetail, locale: Locale): string {
    return asSentence(fill(this.messages.get(code)?.[locale] ?? code, detail, locale));
  }

  /** What people call a field of an input of this class; of a class that is not known, what the field is called anywhere. */
  labelOf(field: string, inputClass?: string): Words | null {
    return this.labels.get(`${inputClass ?? ''}.${field}`) ?? this.labels.get(field) ?? null;
  }

  /** Counts one that was answered. Refusals are no errors: how many there are is a figure, not a line of the log. */
  count(code: string): void {
    const known = this.messages.has(code) ? code : 'OTHER';
    this.counted.set(known, (this.counted.get(known) ?? 0) + 1);
  }

  /** How many were answered by this process since it began, by code. */
  counts(): ReadonlyMap<string, number> {
    return this.counted;
  }

  codes(): string[] {
    return [...this.messages.keys()];
  }

  /** Whether it says who may, or where a record stands: told before anything is said of a version, and that before the content. */
  precedesVersion({ code }: Refused): boolean {
    return this.states.has(code);
  }

  /** The refusal that an error stands for, where it stands for one: a rule's, a lost race's, a named constraint's. */
  of(error: unknown): Refused | null {
    if (error instanceof Refused) return error;
    if (error instanceof OptimisticLockError) return new Refused('STALE', {}, 'version');
    const outcome = outcomeOf(error);
    if (outcome) return new Refused(outcome === 'UNKNOWN' ? 'OUTCOME_UNKNOWN' : 'BUSY');
    if (!isDatabaseError(error)) return null;
    if (error.code === DISK_FULL) return new Refused('DATABASE_FULL');
    if (BUSY.test(error.code)) return new Refused('BUSY');
    if (error.code === NO_SUCH_ID) return new Refused('NOT_FOUND');
    const code = this.constraints.get(error.constraint ?? '');
    return code === undefined ? null : new Refused(code);
  }
}

/**
 * Deadlock, serialisation failure, lock not available; a statement or transaction that took too long; too many connections; a server that
 * stops, starts or dropped the connection. Of none of these anything is left.
 */
const BUSY = /^(40P01|40001|55P03|57014|25P0[34]|53[23]00|57P0[1-5]|08\w{3})$/;

const DISK_FULL = '53100';

/** Invalid text representation: an id that is no UUID is the id of nothing. Other input was held against its class before. */
const NO_SUCH_ID = '22P02';
