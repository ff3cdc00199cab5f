import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../../api/ask';
import { useWhole } from '../../../api/ask-whole';
import { useMe } from '../../../api/session';
import { AdoptionMark, useAdoptionWords } from '../../../ui/adoption-mark';
import { Bar } from '../../../ui/bar';
import { Button } from '../../../ui/button';
import { day, named, titled } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { ChevronRight, Clock, Warning } from '../../../ui/icons';
import { Answer, Empty } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { StateMark } from '../../../ui/state-mark';
import { type AdoptionRow } from '../adoption.query';
import styles from '../parts/report.module.css';
import { ReportStateMark } from '../parts/report-state';
import { ADOPTIONS_OF_UNIT, MY_REPORTS, type MyReportRow } from '../report.query';

const ROWS = 20;

/** A commune's day: which reports are due, and how far it is with each initiative. */
export function Page() {
  const { t } = useLingui();
  const { person, permissions } = useMe();
  const reached = permissions.find(({ name }) => name === 'adoption:report')?.unitIds ?? [];
  const unitId = reached.find((id) => id === person.unit?.id) ?? reached[0] ?? '';
  const [after, setAfter] = useState<string>();
  const asked = useAsk(MY_REPORTS, { first: ROWS, after: after ?? null }, { pause: unitId === '' });
  const adopted = useWhole(ADOPTIONS_OF_UNIT, { unitId }, 'adoptions', { pause: unitId === '' });
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Báo cáo và áp dụng` }]} />
      <PageHead title={t`Báo cáo và áp dụng`}>{person.unit && named(person.unit)}</PageHead>
      {unitId === '' && <Empty title={<Trans>Ông/Bà không báo cáo thay đơn vị nào</Trans>} />}
      {unitId !== '' && (
        <Answer of={asked}>
          {({ myReports, serverTime }) => (
            <div className={styles.page}>
              <Panel flush title={<Trans>Báo cáo theo kỳ</Trans>}>
                {myReports.edges.length === 0 ? (
                  <Empty title={<Trans>Chưa có kỳ báo cáo nào</Trans>}>
                    <p>
                      <Trans>Khi Phòng Nội vụ mở kỳ báo cáo, kỳ ấy và hạn gửi hiện ở đây.</Trans>
                    </p>
                  </Empty>
                ) : (
                  myReports.edges.map(({ node }) => <ReportLine key={node.id} row={node} now={serverTime} />)
                )}
              </Panel>
              {myReports.pageInfo.hasNextPage && (
                <Button
                  onClick={() => {
                    setAfter(myReports.pageInfo.endCursor ?? undefined);
                  }}
                >
                  <Trans>Các kỳ cũ hơn</Trans>
                </Button>
              )}
              <Panel flush title={<Trans>Sáng kiến áp dụng tại đơn vị</Trans>}>
                <Answer of={adopted}>
                  {({ adoptions }) =>
                    adoptions.edges.length === 0 ? (
                      <Empty title={<Trans>Chưa có sáng kiến nào được giao áp dụng</Trans>} />
                    ) : (
                      adoptions.edges.map(({ node }) => <AdoptionLine key={node.id} row={node} />)
                    )
                  }
                </Answer>
              </Panel>
            </div>
          )}
        </Answer>
      )}
    </>
  );
}

function ReportLine({ row, now }: { readonly row: MyReportRow; readonly now: string }) {
  return (
    <Link className={styles.row} to="/reports/$periodId/$unitId" params={{ periodId: row.period.id, unitId: row.unit.id }}>
      <span className={styles.words}>
        <strong>{named(row.period)}</strong>
        <span className="caption">{named(row.unit)}</span>
      </span>
      <ReportStateMark row={row} now={now} />
      <Icon of={ChevronRight} />
    </Link>
  );
}

function AdoptionLine({ row }: { readonly row: AdoptionRow }) {
  const words = useAdoptionWords();
  const title = titled(row.rollout);
  return (
    <Link className={styles.row} to="/adoptions/$adoptionId" params={{ adoptionId: row.id }}>
      <AdoptionMark state={row.state} />
      <span className={styles.words}>
        <strong>{title}</strong>
        <span className="caption">
          <Trans>
            {words[row.state]} từ {day(row.since)}
          </Trans>
        </span>
        <Due row={row} />
      </span>
      <Icon of={ChevronRight} />
    </Link>
  );
}

function Due({ row: { overdue, dueOn, nextEvidenceDue } }: { readonly row: AdoptionRow }) {
  if (overdue && dueOn) {
    return (
      <StateMark tone="late" icon={Warning}>
        <Trans>Quá hạn từ {day(dueOn)}</Trans>
      </StateMark>
    );
  }
  if (nextEvidenceDue) {
    return (
      <StateMark tone="soon" icon={Clock}>
        <Trans>Cần minh chứng còn dùng, hạn {day(nextEvidenceDue)}</Trans>
      </StateMark>
    );
  }
  return null;
}
