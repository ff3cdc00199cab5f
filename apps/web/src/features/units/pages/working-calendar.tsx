import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAsk } from '../../../api/ask';
import { useMe } from '../../../api/session';
import { Bar } from '../../../ui/bar';
import { Button } from '../../../ui/button';
import { day } from '../../../ui/format';
import { Answer, Empty } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { Segments } from '../../../ui/segments';
import { today } from '../../../ui/today';
import { type CalendarRow, WORKING_CALENDARS } from '../calendar.query';
import { ChangedCalendar, NewCalendar } from '../parts/calendar-form';
import { TermEnd } from '../parts/term-end';
import { YearOfDays } from '../parts/year-of-days';
import styles from '../parts/units.module.css';

/** Which days offices work, by each year's notice, and when a term ends by it. */
export function Page() {
  const { t } = useLingui();
  const { canEnterWorkingCalendar } = useMe();
  const asked = useAsk(WORKING_CALENDARS, {});
  const [chosen, setChosen] = useState<number | null>(null);
  const [typing, setTyping] = useState<'NEW' | 'CHANGE' | null>(null);
  const thisYear = Number(today().slice(0, 4));
  const close = (year: number | null) => {
    setTyping(null);
    if (year === null) return;
    setChosen(year);
    asked.again();
  };
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Lịch làm việc` }]} />
      <PageHead
        title={t`Lịch làm việc`}
        acts={
          canEnterWorkingCalendar &&
          typing === null && (
            <Button
              kind="primary"
              onClick={() => {
                setTyping('NEW');
              }}
            >
              <Trans>Nhập lịch của một năm</Trans>
            </Button>
          )
        }
      >
        <Trans>Ngày nghỉ và ngày làm bù theo thông báo của từng năm. Thời hạn tính theo ngày làm việc căn cứ vào lịch này.</Trans>
      </PageHead>
      <Answer of={asked}>
        {({ workingCalendars: calendars }) => {
          const shown = calendars.find(({ year }) => year === (chosen ?? thisYear)) ?? calendars[0];
          if (typing === 'NEW') return <NewCalendar year={(calendars[0]?.year ?? thisYear - 1) + 1} onClose={close} />;
          if (typing === 'CHANGE' && shown) return <ChangedCalendar calendar={shown} onClose={close} />;
          return (
            <div className={styles.page}>
              {calendars.length > 1 && shown && (
                <Segments
                  label={t`Năm`}
                  value={String(shown.year)}
                  choices={calendars.map(({ year }) => ({ value: String(year), label: String(year) }))}
                  onChange={(year) => {
                    setChosen(Number(year));
                  }}
                />
              )}
              {shown ? (
                <Year
                  calendar={shown}
                  onChange={
                    shown.canChange
                      ? () => {
                          setTyping('CHANGE');
                        }
                      : undefined
                  }
                />
              ) : (
                <Empty title={<Trans>Chưa nhập lịch làm việc của năm nào</Trans>}>
                  <Trans>Chưa có lịch thì chưa tính được thời hạn theo ngày làm việc.</Trans>
                </Empty>
              )}
              <TermEnd />
            </div>
          );
        }}
      </Answer>
    </>
  );
}

function Year({ calendar, onChange }: { readonly calendar: CalendarRow; readonly onChange: (() => void) | undefined }) {
  const { year, decisionNumber, issuer, decidedOn, daysOff, daysWorked } = calendar;
  return (
    <Panel
      title={<Trans>Năm {String(year)}</Trans>}
      side={
        onChange && (
          <Button size="small" onClick={onChange}>
            <Trans>Sửa</Trans>
          </Button>
        )
      }
    >
      <dl className={styles.facts}>
        <dt>
          <Trans>Văn bản</Trans>
        </dt>
        <dd>
          <Trans>
            {decisionNumber} ngày {day(decidedOn)}, {issuer}
          </Trans>
        </dd>
        <dt>
          <Trans>Ngày nghỉ</Trans>
        </dt>
        <dd className="num">{daysOff.map(day).join(', ') || '–'}</dd>
        <dt>
          <Trans>Ngày làm bù</Trans>
        </dt>
        <dd className="num">{daysWorked.map(day).join(', ') || '–'}</dd>
      </dl>
      <YearOfDays year={year} marked={{ daysOff, daysWorked }} />
    </Panel>
  );
}
