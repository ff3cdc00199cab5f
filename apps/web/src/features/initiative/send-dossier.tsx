import { Plural, Trans } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../api/act';
import { type Problem } from '../../api/refusal';
import { Button } from '../../ui/button';
import { Confirm } from '../../ui/confirm';
import { focusField } from '../../ui/form';
import { deadline, titled } from '../../ui/format';
import { Note } from '../../ui/note';
import { HeadWord } from './confirm-by-head';
import { type Dossier, SUBMIT } from './dossier.query';
import { StepWords } from './dossier-steps';
import styles from './dossier.module.css';
import { type Editing } from './editing';
import { LookedOver } from './looked-over';
import { pathOf, stepOf } from './steps';

/** All that is missing, each a way to its place; the whole once more; and sending it. */
export function SendStep({ of: { dossier, autosave }, lastMoment }: { readonly of: Editing; readonly lastMoment: string | null }) {
  const [asking, setAsking] = useState(false);
  const [unsaved, setUnsaved] = useState(false);
  const act = useAct(SUBMIT);
  const ready = async () => ((await autosave.flush()) ? autosave.version() : null);
  const send = async () => {
    const version = await ready();
    setUnsaved(version === null);
    if (version !== null) await act.run({ initiativeId: dossier.id, version });
  };
  const { problems, whyNotSubmit } = dossier;
  const contest = titled(dossier.contest);
  const until = dossier.returnDueAt ?? lastMoment;
  return (
    <>
      {problems.length > 0 ? <Missing dossier={dossier} /> : null}
      {whyNotSubmit && !problems.some(({ code }) => code === whyNotSubmit.code) && (
        <Note tone="late">
          <p id="why-not-send">{whyNotSubmit.message}</p>
        </Note>
      )}
      {!whyNotSubmit && (
        <Note tone="done">
          <Trans>Hồ sơ đã đủ để nộp.</Trans>
        </Note>
      )}
      <HeadWord dossier={dossier} ready={ready} />
      <LookedOver dossier={dossier} />
      <p>
        <Button
          kind="primary"
          size="large"
          shut={dossier.canSubmit ? false : problems.length > 0 ? 'what-is-missing' : 'why-not-send'}
          onClick={() => {
            setAsking(true);
          }}
        >
          {dossier.state === 'RETURNED' ? <Trans>Nộp lại hồ sơ</Trans> : <Trans>Nộp hồ sơ</Trans>}
        </Button>
      </p>
      {asking && (
        <Confirm
          title={<Trans>Nộp hồ sơ sáng kiến</Trans>}
          act={<Trans>Nộp hồ sơ</Trans>}
          keep={<Trans>Chưa nộp</Trans>}
          destructive={false}
          busy={act.busy}
          refusal={act.refusal}
          broken={act.broken}
          onAct={() => void send()}
          onClose={() => {
            act.clear();
            setAsking(false);
          }}
        >
          <p>
            <Trans>
              Hồ sơ được gửi tới {contest}, có số biên nhận ngay khi nhận. Sau khi nộp không sửa được nữa, trừ khi hồ sơ được trả lại để bổ
              sung.
            </Trans>
          </p>
          {unsaved && (
            <Note tone="late" role="alert">
              <Trans>Còn nội dung chưa lưu được nên hồ sơ chưa nộp.</Trans>
            </Note>
          )}
          {until !== null && (
            <p>
              <Trans>Hạn nộp: {deadline(until)}.</Trans>
            </p>
          )}
        </Confirm>
      )}
    </>
  );
}

function Missing({ dossier: { id, problems } }: { readonly dossier: Dossier }) {
  return (
    <section className={styles.missing} aria-labelledby="what-is-missing">
      <h3 id="what-is-missing">
        <Plural value={problems.length} one="Còn # chỗ cần làm trước khi nộp" other="Còn # chỗ cần làm trước khi nộp" />
      </h3>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.code} ${problem.path ?? ''}`}>
            <ProblemLink id={id} problem={problem} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** To the step, then to the field in it. */
export function ProblemLink({ id, problem }: { readonly id: string; readonly problem: Problem }) {
  const go = useNavigate();
  const path = pathOf(problem);
  const step = stepOf(path);
  if (step === 'send') return <b>{problem.message}</b>;
  const there = { to: '/initiatives/$initiativeId', params: { initiativeId: id }, search: { step } } as const;
  return (
    <>
      <Link
        {...there}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          void go(there).then(() => {
            requestAnimationFrame(() => {
              focusField(path);
            });
          });
        }}
      >
        {problem.message}
      </Link>{' '}
      <span className="caption">
        <StepWords step={step} />
      </span>
    </>
  );
}
