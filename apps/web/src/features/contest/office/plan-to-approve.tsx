import { Trans } from '@lingui/react/macro';
import { useAsk } from '../../../api/ask';
import { LinkButton } from '../../../ui/button';
import { titled } from '../../../ui/format';
import { Answer, Empty } from '../../../ui/note';
import { useServerClock } from '../../../ui/server-clock';
import { AreasPanel } from './areas-panel';
import { DocumentsPanel } from './documents-panel';
import { FactsPanel } from './facts-panel';
import styles from './office.module.css';
import { PhasesPanel } from './phases-panel';
import { PlanPanel } from './plan-panel';
import { PrizesPanel } from './prizes-panel';
import { CONTEST_SETUP, type ContestSetup } from './setup.query';

/** A plan that waits for its leader, with all that it says, for lists of what waits. */
export function PlanToApprove({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const asked = useAsk(CONTEST_SETUP, { id });
  return (
    <Answer of={asked} rows={4}>
      {({ contest, serverTime }) =>
        contest ? (
          <Plan
            of={contest}
            serverTime={serverTime}
            onDone={() => {
              asked.again();
              onDone();
            }}
          />
        ) : (
          <Empty title={<Trans>Không thuộc phạm vi được xem</Trans>} />
        )
      }
    </Answer>
  );
}

function Plan({ of, serverTime, onDone }: { readonly of: ContestSetup; readonly serverTime: string; readonly onDone: () => void }) {
  const now = useServerClock(serverTime);
  const params = { contestId: of.id };
  return (
    <div className={styles.stack}>
      <PlanPanel of={of} answersOnly title={<Trans>Kế hoạch: {titled(of)}</Trans>} onDone={onDone} />
      <div className={styles.columns}>
        <div className={styles.stack}>
          <PhasesPanel of={of} now={now} />
          <FactsPanel of={of} />
        </div>
        <div className={styles.stack}>
          <PrizesPanel of={of} />
          <DocumentsPanel of={of} />
          <AreasPanel of={of} />
          <p className={styles.acts}>
            <LinkButton to="/contests/$contestId/rule-book" params={params}>
              <Trans>Quy chế chấm</Trans>
            </LinkButton>
            <LinkButton to="/contests/$contestId/setup" params={params}>
              <Trans>Trang thiết lập</Trans>
            </LinkButton>
          </p>
        </div>
      </div>
    </div>
  );
}
