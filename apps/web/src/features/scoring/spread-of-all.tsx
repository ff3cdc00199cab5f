import { Trans } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { dayAndClock, named } from '../../ui/format';
import { Check } from '../../ui/icons';
import { Broken, Empty, Note } from '../../ui/note';
import { StateMark } from '../../ui/state-mark';
import { FINISH_CALIBRATION, type RoundName, type WholeCalibration } from './calibration.query';
import { SampleSpread } from './calibration-spread';
import { CalibrationTop } from './calibration-top';
import spreadStyles from './calibration.module.css';
import styles from './card-page.module.css';

/** Both samples as all judges saw them, and the word that one has seen it: then the cards of the round open. */
export function SpreadOfAll({
  round,
  calibration,
  parts,
  onChange,
}: {
  readonly round: RoundName;
  readonly calibration: WholeCalibration;
  readonly parts: ReactNode;
  readonly onChange: () => void;
}) {
  const go = useNavigate();
  const finish = useAct(FINISH_CALIBRATION);
  const { id: roundId, samples, criteria, finishedAt, canFinish, whyNotFinish } = calibration;
  return (
    <div className={styles.page}>
      <CalibrationTop roundId={roundId}>{parts}</CalibrationTop>
      <main id="content" className={spreadStyles.spread}>
        <h1 tabIndex={-1}>
          <Trans>Độ lệch khi chấm mẫu, {named(round)}</Trans>
        </h1>
        {samples.some(({ spread }) => spread !== null) ? (
          <>
            <Legend />
            {samples.map((sample) => (
              <SampleSpread key={sample.id} sample={sample} criteria={criteria} />
            ))}
          </>
        ) : (
          <Empty title={<Trans>Độ lệch hiện ở đây khi ông/bà đã ký cả hai mẫu</Trans>} />
        )}
        {finish.refusal && <Note tone="late">{finish.refusal.message}</Note>}
        {finish.broken && <Broken error={finish.broken} />}
      </main>
      <footer className={styles.foot}>
        <p className={styles.wanting} id="why-not-finish">
          {finishedAt ? (
            <StateMark tone="done" icon={Check}>
              <Trans>Đã xem xong {dayAndClock(finishedAt)}; phiếu của vòng đã mở</Trans>
            </StateMark>
          ) : (
            (whyNotFinish?.message ?? <Trans>Xác nhận đã xem độ lệch thì phiếu của vòng mở ra.</Trans>)
          )}
        </p>
        {!finishedAt && (
          <Button
            size="large"
            kind="primary"
            busy={finish.busy}
            shut={canFinish ? false : 'why-not-finish'}
            onClick={() => {
              void finish.run({ roundId }).then(({ kind }) => {
                onChange();
                if (kind === 'done') void go({ to: '/judging/$roundId', params: { roundId } });
              });
            }}
          >
            <Trans>Đã xem độ lệch, mở phiếu của vòng</Trans>
          </Button>
        )}
      </footer>
    </div>
  );
}

function Legend() {
  return (
    <p className={spreadStyles.legend} aria-hidden="true">
      <span>
        <svg viewBox="0 0 24 16">
          <rect x="8" y="4" width="8" height="8" className={spreadStyles.own} />
        </svg>
        <Trans>điểm của ông/bà</Trans>
      </span>
      <span>
        <svg viewBox="0 0 24 16">
          <line x1="12" x2="12" y1="2" y2="14" className={spreadStyles.mean} />
        </svg>
        <Trans>trung bình</Trans>
      </span>
      <span>
        <svg viewBox="0 0 24 16">
          <line x1="0" x2="24" y1="8" y2="8" className={spreadStyles.range} />
        </svg>
        <Trans>từ thấp nhất đến cao nhất</Trans>
      </span>
    </p>
  );
}
