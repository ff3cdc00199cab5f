import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { Bar } from '../../../ui/bar';
import { LinkButton } from '../../../ui/button';
import { titled } from '../../../ui/format';
import { Answer, Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { useServerClock } from '../../../ui/server-clock';
import { DemoMark } from '../../../ui/state-mark';
import { AreasPanel } from '../office/areas-panel';
import { CoursePanel } from '../office/course-panel';
import { DecisionsPanel } from '../office/decisions-panel';
import { DocumentsPanel } from '../office/documents-panel';
import { FactsPanel } from '../office/facts-panel';
import styles from '../office/office.module.css';
import { PhasesPanel } from '../office/phases-panel';
import { PlanPanel } from '../office/plan-panel';
import { PrizesPanel } from '../office/prizes-panel';
import { SeatsPanel } from '../office/seats-panel';
import { CONTEST_SETUP, type ContestSetup } from '../office/setup.query';

/** All that a contest is made of, and the steps through its year. */
export function Page() {
  const { t } = useLingui();
  const { contestId } = useParams({ from: '/inside/contests/$contestId/setup' });
  const asked = useAsk(CONTEST_SETUP, { id: contestId });
  return (
    <Answer of={asked}>
      {({ contest, serverTime }) =>
        contest ? (
          <Setup of={contest} serverTime={serverTime} />
        ) : (
          <>
            <PageHead title={t`Thiết lập cuộc thi`} />
            <Empty title={<Trans>Không có cuộc thi này, hoặc cuộc thi không thuộc phạm vi của ông/bà</Trans>} />
          </>
        )
      }
    </Answer>
  );
}

function Setup({ of, serverTime }: { readonly of: ContestSetup; readonly serverTime: string }) {
  const { t } = useLingui();
  const now = useServerClock(serverTime);
  const { year } = of;
  return (
    <>
      <Bar crumbs={[{ label: t`Các cuộc thi`, link: { to: '/contests' } }, { label: t`Cuộc thi ${year}` }, { label: t`Thiết lập` }]} />
      <PageHead
        title={t`Thiết lập cuộc thi năm ${year}`}
        acts={
          of.phase !== 'DRAFT' && (
            <LinkButton to="/contests/$contestId" params={{ contestId: of.id }}>
              <Trans>Xem trang công khai</Trans>
            </LinkButton>
          )
        }
      >
        {titled(of)} {of.illustrative && <DemoMark />}
      </PageHead>
      <div className={styles.columns}>
        <div className={styles.stack}>
          <CoursePanel of={of} />
          <PlanPanel of={of} />
          <PhasesPanel of={of} now={now} />
          <DecisionsPanel of={of.decisions} />
          <SeatsPanel of={of} />
        </div>
        <div className={styles.stack}>
          <FactsPanel of={of} />
          <AreasPanel of={of} />
          <PrizesPanel of={of} />
          <DocumentsPanel of={of} />
        </div>
      </div>
    </>
  );
}
