import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../../api/ask';
import { useMe } from '../../../api/session';
import { Bar } from '../../../ui/bar';
import { LinkButton } from '../../../ui/button';
import { day, named, number } from '../../../ui/format';
import { Answer, Empty, Note } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { Segments } from '../../../ui/segments';
import { today } from '../../../ui/today';
import styles from '../parts/licences.module.css';
import { ReminderTable } from '../parts/reminder-table';
import { Sending } from '../parts/sending';
import { REMINDER_DAY, REMINDER_UNITS, type ReminderDay, type ReminderRow, type ReminderUnit } from '../reminder.query';
import { type RemindersSearch, type Way } from '../searches';

const ASKED = {
  CALL: { channel: 'CALL', state: 'DUE' },
  LETTER: { channel: 'LETTER', state: 'DUE' },
  MAIL: { channel: 'MAIL', state: 'DUE' },
  FAILED: { channel: null, state: 'FAILED' },
} as const;

/** An officer's morning: whom to call, which letters to print, what needs another way. */
export function Page() {
  const { t } = useLingui();
  const search: RemindersSearch = useSearch({ from: '/inside/reminders' });
  const edited = useMe().permissions.find(({ name }) => name === 'licence:edit')?.unitIds ?? [];
  const asked = useAsk(REMINDER_UNITS, {});
  const all = (asked.data?.licenceCounts ?? []).map(({ unit }) => unit).filter(({ id }) => edited.includes(id));
  const units = [...new Map(all.map((unit) => [unit.id, unit])).values()];
  const unit = units.find(({ id }) => id === search.unit) ?? units[0];
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Nhắc hạn hôm nay` }]} />
      <PageHead
        title={t`Nhắc hạn hôm nay`}
        acts={
          <LinkButton to="/licences">
            <Trans>Sổ giấy phép</Trans>
          </LinkButton>
        }
      >
        {unit && (
          <>
            {named(unit)} · {day(today())}
          </>
        )}
      </PageHead>
      <Answer of={asked}>
        {() => (unit ? <Morning key={unit.id} units={units} unitId={unit.id} /> : <Nothing isOfficer={edited.length > 0} />)}
      </Answer>
    </>
  );
}

function Nothing({ isOfficer }: { readonly isOfficer: boolean }) {
  if (!isOfficer)
    return (
      <Empty title={<Trans>Việc nhắc hạn do cán bộ của từng xã làm</Trans>}>
        <p>
          <Trans>Ông/bà xem được sổ giấy phép và tình hình của các xã.</Trans>
        </p>
      </Empty>
    );
  return (
    <Empty title={<Trans>Đơn vị chưa có giấy phép nào trong sổ</Trans>}>
      <p>
        <Trans>Nhập danh sách của đơn vị một lần; từ đó mỗi sáng có danh sách cơ sở cần nhắc.</Trans>
      </p>
      <p>
        <LinkButton to="/imports" search={{ kind: 'licences' }}>
          <Trans>Nhập từ tệp</Trans>
        </LinkButton>
      </p>
    </Empty>
  );
}

interface MorningProps {
  readonly units: readonly ReminderUnit[];
  readonly unitId: string;
}

function Morning({ units, unitId }: MorningProps) {
  const { t } = useLingui();
  const search: RemindersSearch = useSearch({ from: '/inside/reminders' });
  const navigate = useNavigate({ from: '/reminders' });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const go = (next: RemindersSearch) => {
    setChosen(new Set());
    void navigate({ search: next, resetScroll: false });
  };
  const way = search.way ?? 'CALL';
  const listed = { unitId, ...ASKED[way] };
  const asked = useAsk(REMINDER_DAY, { ...listed, after: search.after ?? null });
  const again = () => {
    setChosen(new Set());
    asked.again();
  };
  return (
    <div className={styles.morning}>
      {units.length > 1 && (
        <Segments
          label={t`Đơn vị`}
          value={unitId}
          onChange={(unit) => {
            go({ unit });
          }}
          choices={units.map((unit) => ({ value: unit.id, label: named(unit) }))}
        />
      )}
      <Answer of={asked}>
        {({ reminderDay }) => (
          <Ways
            of={reminderDay}
            way={way}
            onChange={(chosenWay) => {
              go({ unit: search.unit, way: chosenWay });
            }}
          />
        )}
      </Answer>
      {way === 'MAIL' ? (
        <Note>
          <Trans>Hệ thống tự gửi thư điện tử, ông/bà không phải làm gì. Thư không gửi được chuyển sang mục cần cách khác.</Trans>
        </Note>
      ) : (
        <Sending unitId={unitId} chosen={chosen} onSent={again} />
      )}
      <ReminderTable
        of={{ ...asked, again, data: asked.data?.reminders }}
        file={{ list: 'reminders', filter: listed }}
        selection={way === 'MAIL' ? undefined : { keys: chosen, onChange: setChosen, label: ({ holder }: ReminderRow) => holder }}
        onPage={(after) => {
          go({ ...search, after });
        }}
        isFirstPage={search.after === undefined}
      />
      {way === 'CALL' && (
        <p className="caption">
          <Trans>Tệp xuất có sẵn cột điện thoại và nội dung tin nhắn không dấu, để giao cho nhà cung cấp dịch vụ tin nhắn.</Trans>
        </p>
      )}
    </div>
  );
}

interface WaysProps {
  readonly of: ReminderDay | null;
  readonly way: Way;
  readonly onChange: (way: Way) => void;
}

/** How much there is of each, and what was done. */
function Ways({ of, way, onChange }: WaysProps) {
  const { t } = useLingui();
  const { toCall, toPost, toMail, failed, doneToday } = of ?? { toCall: 0, toPost: 0, toMail: 0, failed: 0, doneToday: 0 };
  return (
    <div className={styles.ways}>
      <Segments<Way>
        label={t`Việc hôm nay`}
        value={way}
        onChange={onChange}
        choices={[
          { value: 'CALL', label: t`Gọi điện (${number(toCall)})` },
          { value: 'LETTER', label: t`Gửi thư (${number(toPost)})` },
          { value: 'FAILED', label: t`Cần cách khác (${number(failed)})` },
          { value: 'MAIL', label: t`Thư điện tử (${number(toMail)})` },
        ]}
      />
      <p className="secondary" role="status">
        <Trans>Đã nhắc hôm nay: {number(doneToday)}</Trans>
      </p>
    </div>
  );
}
