import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { classes } from '../../ui/classes';
import { Icon } from '../../ui/icon';
import { Check, Circle, CircleHalf, Warning } from '../../ui/icons';
import { type Dossier } from './dossier.query';
import styles from './dossier.module.css';
import { STEPS, type Step, asksAt, PATH_OF, problemsIn, stepOf } from './steps';

export function StepWords({ step }: { readonly step: Step }): ReactNode {
  switch (step) {
    case 'title':
      return <Trans>Tên sáng kiến, lĩnh vực</Trans>;
    case 'solution':
      return <Trans>Vấn đề và giải pháp</Trans>;
    case 'effect':
      return <Trans>Tính mới, hiệu quả</Trans>;
    case 'authors':
      return <Trans>Tác giả</Trans>;
    case 'files':
      return <Trans>Tệp minh chứng</Trans>;
    case 'declarations':
      return <Trans>Cam kết</Trans>;
    case 'send':
      return <Trans>Xem lại và nộp</Trans>;
  }
}

interface StepsProps {
  readonly dossier: Dossier;
  readonly current: Step;
  /** Steps with something that cannot be saved as it stands. */
  readonly held: readonly Step[];
}

/** All steps, each with what it still lacks; any may be gone to at any time. */
export function DossierSteps({ dossier, current, held }: StepsProps) {
  const { t } = useLingui();
  return (
    <nav className={styles.steps} aria-label={t`Các bước của hồ sơ`}>
      <ol>
        {STEPS.map((step) => (
          <li key={step}>
            <Link
              to="/initiatives/$initiativeId"
              params={{ initiativeId: dossier.id }}
              search={{ step }}
              className={classes(styles.step, step === current && styles.current)}
              aria-current={step === current ? 'step' : undefined}
            >
              {held.includes(step) ? <Icon of={Warning} /> : <StepMark step={step} dossier={dossier} />}
              <span>
                <StepWords step={step} />
                <span className={styles.stepNote}>
                  {held.includes(step) ? <Trans>chưa lưu được</Trans> : <StepNote step={step} dossier={dossier} />}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

const asksIn = (step: Step, dossier: Dossier) => dossier.asks.filter(({ field }) => stepOf(PATH_OF[field]) === step).length;

function StepMark({ step, dossier }: { readonly step: Step; readonly dossier: Dossier }) {
  const wrong = problemsIn(step, dossier.problems).length;
  if (step === 'send') return <Icon of={Circle} />;
  if (asksIn(step, dossier) > 0) return <Icon of={Warning} />;
  if (wrong > 0) return <Icon of={CircleHalf} />;
  if (step === 'files' && dossier.files.length === 0) return <Icon of={Circle} />;
  return <Icon of={Check} />;
}

function StepNote({ step, dossier }: { readonly step: Step; readonly dossier: Dossier }) {
  const asks = asksIn(step, dossier);
  const wrong = step === 'send' ? dossier.problems.length : problemsIn(step, dossier.problems).length;
  const files = dossier.files.length;
  if (asks > 0) return <Plural value={asks} one="# chỗ cần bổ sung" other="# chỗ cần bổ sung" />;
  if (wrong > 0) return <Plural value={wrong} one="còn # chỗ" other="còn # chỗ" />;
  if (step === 'files') return files > 0 ? <Plural value={files} one="# tệp" other="# tệp" /> : <Trans>chưa có tệp</Trans>;
  return step === 'send' ? null : <Trans>đã đủ</Trans>;
}

/** What the secretariat asked for at a field when it sent the dossier back. */
export function Asks({ path, dossier }: { readonly path: string; readonly dossier: Dossier }) {
  const words = asksAt(path, dossier);
  if (words.length === 0) return null;
  return (
    <div className={styles.asks}>
      <Icon of={Warning} />
      <div>
        <b>
          <Trans>Cần bổ sung</Trans>
        </b>
        {words.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  );
}
