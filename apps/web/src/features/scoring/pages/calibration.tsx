import '../tinos.css';
import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useAsk } from '../../../api/ask';
import { Button } from '../../../ui/button';
import { dayAndClock, number } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { Check, Sign } from '../../../ui/icons';
import { Answer, Empty } from '../../../ui/note';
import { useTitle } from '../../../ui/panel';
import { Segments } from '../../../ui/segments';
import { StateMark } from '../../../ui/state-mark';
import { CALIBRATION, type RoundName, type Sample, type WholeCalibration } from '../calibration.query';
import { CalibrationTop } from '../calibration-top';
import { Keys, MissingMarks, TotalSoFar } from '../card-foot';
import styles from '../card-page.module.css';
import dossierStyles from '../dossier.module.css';
import { missingOf } from '../marks';
import { Rubric } from '../rubric';
import { SheetPart } from '../sheet-part';
import { Signing } from '../signing';
import { SpreadOfAll } from '../spread-of-all';
import { useReviewKey } from '../use-review-key';
import { useSampleMarks } from '../use-sample-marks';

type Shown = `${number}` | 'spread';

/** Before a round: two samples that every judge marks, and how far one's own marks lie from the others'. */
export function Page() {
  const { t } = useLingui();
  const { roundId } = useParams({ from: '/alone/judging/$roundId/calibration' });
  useTitle(t`Chấm mẫu`);
  const asked = useAsk(CALIBRATION, { roundId });
  return (
    <Answer of={asked}>
      {({ round, calibration }) =>
        round && calibration && calibration.samples.length > 0 ? (
          <Samples round={round} calibration={calibration} onChange={asked.again} />
        ) : (
          <div className={styles.page}>
            <CalibrationTop roundId={roundId} />
            <main id="content" className={styles.gate}>
              <h1>
                <Trans>Chấm mẫu</Trans>
              </h1>
              <Empty title={<Trans>Vòng này chưa có mẫu để chấm</Trans>} />
            </main>
          </div>
        )
      }
    </Answer>
  );
}

function Samples({
  round,
  calibration,
  onChange,
}: {
  readonly round: RoundName;
  readonly calibration: WholeCalibration;
  readonly onChange: () => void;
}) {
  const { t } = useLingui();
  const { samples } = calibration;
  const open = samples.find(({ card }) => card === null);
  const [chosen, setChosen] = useState<Shown | null>(null);
  const shown: Shown = chosen ?? (open ? `${open.ordinal}` : 'spread');
  const sample = samples.find(({ ordinal }) => String(ordinal) === shown);
  const parts = (
    <Segments<Shown>
      label={t`Phần của chấm mẫu`}
      value={shown}
      onChange={setChosen}
      choices={[
        ...samples.map(({ ordinal, card }) => ({
          value: `${ordinal}` as Shown,
          label: card ? <Trans>Mẫu {number(ordinal)}, đã ký</Trans> : <Trans>Mẫu {number(ordinal)}</Trans>,
        })),
        { value: 'spread', label: <Trans>Độ lệch</Trans> },
      ]}
    />
  );
  if (!sample) return <SpreadOfAll round={round} calibration={calibration} parts={parts} onChange={onChange} />;
  return (
    <OneSample
      key={sample.id}
      round={round}
      calibration={calibration}
      sample={sample}
      parts={parts}
      onSigned={() => {
        setChosen(null);
        onChange();
      }}
    />
  );
}

function OneSample({
  round,
  calibration,
  sample,
  parts,
  onSigned,
}: {
  readonly round: RoundName;
  readonly calibration: WholeCalibration;
  readonly sample: Sample;
  readonly parts: ReactNode;
  readonly onSigned: () => void;
}) {
  const { t } = useLingui();
  const { criteria } = calibration;
  const [pane, setPane] = useState<'dossier' | 'rubric'>('dossier');
  const [reviewing, setReviewing] = useState(false);
  const { marks, change, sign } = useSampleMarks(sample, calibration);
  const missing = missingOf(criteria, marks);
  const review = () => {
    if (sample.canSign && missing.length === 0) setReviewing(true);
  };
  useReviewKey(review);
  return (
    <div className={styles.page} data-pane={pane}>
      <CalibrationTop roundId={calibration.id}>{parts}</CalibrationTop>
      <nav className={styles.panes} aria-label={t`Phần đang xem`}>
        {pane === 'rubric' && <h1 className="visually-hidden">{sample.title}</h1>}
        <Segments
          label={t`Phần đang xem`}
          value={pane}
          onChange={setPane}
          choices={[
            { value: 'dossier', label: t`Hồ sơ mẫu` },
            { value: 'rubric', label: t`Chấm điểm` },
          ]}
        />
      </nav>
      <main id="content" className={styles.split}>
        <section className={dossierStyles.dossier} aria-label={t`Hồ sơ mẫu`}>
          <div className={dossierStyles.title}>
            <p className={dossierStyles.about}>
              <Trans>Mẫu {number(sample.ordinal)}: không phải sáng kiến dự thi, không tính vào kết quả</Trans>
            </p>
            <h1 tabIndex={-1}>{sample.title}</h1>
          </div>
          <div className={dossierStyles.view} tabIndex={0} role="region" aria-label={t`Thuyết minh của mẫu`}>
            <article className={dossierStyles.sheet} lang="vi">
              <p className={dossierStyles.sheetTitle}>{sample.title}</p>
              <SheetPart place="1" title="Vấn đề cần giải quyết" text={sample.problem} />
              <SheetPart place="2" title="Mô tả giải pháp" text={sample.solution} />
              <SheetPart place="3" title="Tính mới" text={sample.novelty} />
              <SheetPart place="4" title="Hiệu quả" text={sample.effect} />
            </article>
          </div>
        </section>
        <Rubric card={{ criteria, round }} marks={marks} readOnly={!sample.canSign} onChange={change} />
      </main>
      <footer className={styles.foot}>
        <TotalSoFar criteria={criteria} marks={marks} />
        {sample.card ? (
          <div className={styles.wanting}>
            <StateMark tone="done" icon={Check}>
              <Trans>Đã ký {dayAndClock(sample.card.signedAt)}</Trans>
            </StateMark>
          </div>
        ) : (
          <>
            <MissingMarks
              criteria={criteria}
              missing={missing}
              onGo={() => {
                setPane('rubric');
              }}
            />
            <div className={styles.footActs}>
              <Keys />
              <Button size="large" kind="primary" shut={missing.length === 0 && sample.canSign ? false : 'why-not-sign'} onClick={review}>
                <Icon of={Sign} />
                <Trans>Xem lại và ký mẫu</Trans>
              </Button>
            </div>
          </>
        )}
      </footer>
      {reviewing && (
        <Signing
          card={{ title: sample.title, criteria }}
          heading={<Trans>Xem lại mẫu {number(sample.ordinal)}</Trans>}
          meaning={<Trans>Sau khi ký, điểm mẫu không sửa được. Điểm này chỉ để so cách chấm, không tính vào kết quả.</Trans>}
          marks={marks}
          busy={sign.busy}
          unsaved={false}
          refusal={sign.refusal}
          broken={sign.broken}
          onClose={() => {
            sign.clear();
            setReviewing(false);
          }}
          onSign={() => {
            void sign.run().then(({ kind }) => {
              if (kind !== 'done') return;
              setReviewing(false);
              onSigned();
            });
          }}
        />
      )}
    </div>
  );
}
