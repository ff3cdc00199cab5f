import { Plural, Trans } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { type Asked } from '../../api/ask';
import { Button } from '../../ui/button';
import { classes } from '../../ui/classes';
import { Icon } from '../../ui/icon';
import { ChevronLeft } from '../../ui/icons';
import { AuthorsStep } from './author-shares';
import { BothKept } from './both-kept';
import { DeclarationsStep } from './declarations';
import { type Dossier } from './dossier.query';
import { FilesStep } from './dossier-files';
import { DossierSteps, StepWords } from './dossier-steps';
import styles from './dossier.module.css';
import { type Editing } from './editing';
import { ProblemLink, SendStep } from './send-dossier';
import { SimilarOnes } from './similar-ones';
import { EffectStep, SolutionStep, TitleStep } from './step-texts';
import { STEPS, type Step, pathOf, problemsIn, stepOf } from './steps';
import { type useDossier } from './use-dossier';
import { useUploads } from '../../api/uploads';

interface EditProps {
  readonly dossier: Dossier;
  readonly asked: Asked<unknown>;
  readonly step: Step;
  readonly writing: ReturnType<typeof useDossier>;
}

/** Writing it, step by step; what a step lacks is said once it was left, or where it is looked over. */
export function EditDossier({ dossier, asked, step, writing }: EditProps) {
  const { autosave, limits, contest } = writing;
  const go = useNavigate();
  const told = useTold(step, dossier.state === 'RETURNED');
  const heading = useStepFocus(step);
  const uploads = useUploads({ type: 'initiative', id: dossier.id }, asked.again);
  const missing = told && step !== 'send' ? problemsIn(step, dossier.problems) : [];
  // Saving goes on by itself: what it is refused for is said without taking the focus from whoever types.
  const { refused } = autosave;
  const listed = refused.length > 0 ? refused : missing;
  const editing: Editing = {
    dossier,
    autosave,
    limits,
    areas: contest?.areas,
    errorOf: (path) => [...refused, ...missing].find((problem) => pathOf(problem) === path)?.message ?? null,
    uploads,
    again: asked.again,
  };
  const at = STEPS.indexOf(step);
  const turn = async (to: Step | undefined) => {
    void autosave.flush();
    if (to) await go({ to: '/initiatives/$initiativeId', params: { initiativeId: dossier.id }, search: { step: to } });
  };
  const held = autosave.held.map(stepOf);
  const [before, next, number, steps] = [STEPS[at - 1], STEPS[at + 1], at + 1, STEPS.length];
  return (
    <div className={classes(styles.editing, step === 'title' && styles.beside)}>
      <DossierSteps dossier={dossier} current={step} held={held} />
      <div className={styles.body}>
        {listed.length > 0 && (
          <section className={styles.missing} role={refused.length > 0 ? 'alert' : undefined}>
            <p>
              <b>
                {refused.length > 0 ? (
                  <Trans>Chưa lưu được thay đổi vừa nhập</Trans>
                ) : (
                  <Plural value={listed.length} one="Bước này còn # chỗ cần làm" other="Bước này còn # chỗ cần làm" />
                )}
              </b>
            </p>
            <ul>
              {listed.map((problem) => (
                <li key={`${problem.code} ${problem.path ?? ''}`}>
                  <ProblemLink id={dossier.id} problem={problem} />
                </li>
              ))}
            </ul>
          </section>
        )}
        <h2 ref={heading} tabIndex={-1} className={styles.heading}>
          <StepWords step={step} />
        </h2>
        {step === 'authors' && (
          <BothKept of={editing} field="authors">
            <Trans>Danh sách tác giả vừa được lưu ở nơi khác.</Trans>
          </BothKept>
        )}
        <StepBody step={step} of={editing} lastMoment={contest?.lastMoment ?? null} />
        <footer className={styles.foot}>
          {before && (
            <Button size="large" onClick={() => void turn(before)}>
              <Icon of={ChevronLeft} />
              <Trans>Bước trước</Trans>
            </Button>
          )}
          {next && (
            <Button size="large" kind="primary" onClick={() => void turn(next)}>
              <Trans>Lưu và sang bước sau</Trans>
            </Button>
          )}
          <span className="caption">
            <Trans>
              Bước {number} / {steps}
            </Trans>
          </span>
        </footer>
      </div>
      {step === 'title' && <SimilarOnes of={writing} />}
    </div>
  );
}

function StepBody({ step, of, lastMoment }: { readonly step: Step; readonly of: Editing; readonly lastMoment: string | null }) {
  switch (step) {
    case 'title':
      return <TitleStep of={of} />;
    case 'solution':
      return <SolutionStep of={of} />;
    case 'effect':
      return <EffectStep of={of} />;
    case 'authors':
      return <AuthorsStep of={of} />;
    case 'files':
      return <FilesStep of={of} />;
    case 'declarations':
      return <DeclarationsStep of={of} />;
    case 'send':
      return <SendStep of={of} lastMoment={lastMoment} />;
  }
}

/** Whether what a step lacks is to be said: it was left before, or all was looked over. */
function useTold(step: Step, always: boolean): boolean {
  const [left, setLeft] = useState<readonly Step[]>([]);
  const [last, setLast] = useState(step);
  if (last !== step) {
    setLast(step);
    setLeft([...left, last]);
  }
  return always || left.includes(step) || left.includes('send');
}

/** A step that was gone to is read from its heading. */
function useStepFocus(step: Step) {
  const heading = useRef<HTMLHeadingElement>(null);
  const was = useRef(step);
  useEffect(() => {
    if (was.current === step) return;
    was.current = step;
    heading.current?.focus();
    window.scrollTo({ top: 0 });
  }, [step]);
  return heading;
}
