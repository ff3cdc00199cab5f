import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../../api/ask';
import { Button } from '../../../ui/button';
import { dayAndClock, named, number } from '../../../ui/format';
import { Check, Clock } from '../../../ui/icons';
import { Answer, Empty } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { StateMark } from '../../../ui/state-mark';
import { SampleSpread } from '../calibration-spread';
import { CALIBRATION_OVERVIEW, type OfficeCalibration } from '../office/calibration.query';
import { JudgingBar, officeStyles } from '../../jury/shared';
import { SamplesForm } from '../office/samples-form';
import styles from '../office/round.module.css';

/** The samples that judges mark before a round: set here, who has marked them, and how far the marks lie apart. */
export function Page() {
  const { t } = useLingui();
  const { contestId, roundId } = useParams({ from: '/inside/contests/$contestId/rounds/$roundId/calibration' });
  const asked = useAsk(CALIBRATION_OVERVIEW, { contestId, roundId });
  const contest = asked.data?.contest;
  const round = asked.data?.round;
  const params = { contestId, roundId };
  return (
    <>
      <JudgingBar
        contestId={contestId}
        contest={contest}
        crumbs={[
          { label: t`Các vòng chấm`, link: { to: '/contests/$contestId/rounds', params: { contestId } } },
          { label: round ? named(round) : t`Vòng`, link: { to: '/contests/$contestId/rounds/$roundId', params } },
          { label: t`Chấm mẫu` },
        ]}
      />
      <PageHead title={t`Chấm mẫu`}>{round && named(round)}</PageHead>
      <Answer of={asked}>
        {({ calibrationOverview, round: judged }) =>
          calibrationOverview?.asked && judged ? (
            <div className={officeStyles.columns}>
              <div className={officeStyles.stack}>
                <Samples of={calibrationOverview} onDone={asked.again} />
                {calibrationOverview.samples
                  .filter(({ spread }) => spread.signed > 0)
                  .map((sample) => (
                    <SampleSpread key={sample.id} sample={{ ...sample, card: null }} criteria={judged.criteria} />
                  ))}
              </div>
              <Judges of={calibrationOverview} />
            </div>
          ) : (
            <Empty title={<Trans>Vòng này không có chấm mẫu</Trans>}>
              <p>
                <Trans>Quy tắc chấm quyết định vòng nào có chấm mẫu.</Trans>
              </p>
            </Empty>
          )
        }
      </Answer>
    </>
  );
}

function Samples({ of, onDone }: { readonly of: OfficeCalibration; readonly onDone: () => void }) {
  const [editing, setEditing] = useState(of.samples.length === 0);
  const { canSetSamples, whyNotSetSamples, samples } = of;
  return (
    <Panel
      title={<Trans>Hai mẫu</Trans>}
      side={
        !editing && (
          <Button
            size="small"
            shut={canSetSamples ? false : 'why-not-samples'}
            onClick={() => {
              setEditing(true);
            }}
          >
            <Trans>Thay mẫu</Trans>
          </Button>
        )
      }
    >
      {!canSetSamples && whyNotSetSamples && (
        <p id="why-not-samples" className="secondary">
          {whyNotSetSamples.message}
        </p>
      )}
      {editing && canSetSamples ? (
        <SamplesForm
          of={of}
          onDone={() => {
            setEditing(false);
            onDone();
          }}
        />
      ) : samples.length === 0 ? (
        <Empty title={<Trans>Chưa chọn mẫu nào</Trans>} />
      ) : (
        <ol>
          {samples.map(({ id, ordinal, title, problem, spread }) => (
            <li key={id} className={officeStyles.row}>
              <p>
                <b>
                  <Trans>
                    Mẫu {number(ordinal)}: {title}
                  </Trans>
                </b>
              </p>
              <p className={officeStyles.said}>{problem}</p>
              <p className="caption">
                <Plural value={spread.signed} _0="Chưa giám khảo nào ký" one="# giám khảo đã ký" other="# giám khảo đã ký" />
              </p>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

function Judges({ of: { judges, samples } }: { readonly of: OfficeCalibration }) {
  return (
    <Panel title={<Trans>Giám khảo đã chấm mẫu</Trans>}>
      {judges.length === 0 ? (
        <Empty title={<Trans>Chưa có giám khảo nào</Trans>} />
      ) : (
        <ul className={styles.judges}>
          {judges.map(({ judge: { id, fullName }, signed, finishedAt }) => (
            <li key={id}>
              <span className={styles.judge}>{fullName}</span>
              {finishedAt ? (
                <StateMark tone="done" icon={Check}>
                  <Trans>xong {dayAndClock(finishedAt)}</Trans>
                </StateMark>
              ) : (
                <StateMark icon={Clock}>
                  <Trans>
                    {number(signed)} trên {number(samples.length)} mẫu
                  </Trans>
                </StateMark>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
