import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Button } from '../../../ui/button';
import { TextAreaField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { named, number } from '../../../ui/format';
import { Panel } from '../../../ui/panel';
import { useToast } from '../../../ui/toast';
import styles from '../reform.module.css';
import { SAVE_INDEX_SCORES, type ScoreShown, type SheetShown } from '../sheet.query';

interface OfSheet {
  readonly of: SheetShown;
  readonly again: () => void;
}

interface Typed {
  readonly points: string;
  readonly note: string;
}

/** What stands in the step that the sheet is at; as long as nothing does, what the step before gave. */
function begin({ state }: SheetShown, score: ScoreShown): Typed {
  const typed = (points: string | null, note: string | null) => ({ points: points === null ? '' : number(points), note: note ?? '' });
  if (state === 'OPEN') return typed(score.selfPoints, score.evidence);
  if (state === 'SUBMITTED') return typed(score.assessedPoints ?? score.selfPoints, score.assessedReason);
  return typed(score.finalPoints, score.finalReason);
}

/** Criterion by criterion: what was given before, and to whom it is to write what they give. */
export function SheetScores({ of, again }: OfSheet) {
  return of.whyNotScore ? <Read of={of} /> : <Write of={of} again={again} />;
}

function Read({ of }: { readonly of: SheetShown }) {
  return of.fields.map((field) => (
    <Panel key={field.id} title={`${field.criterionCode}. ${named(field)}`}>
      <ol className={styles.criteria}>
        {field.scores.map((score) => (
          <li key={score.id}>
            <Named of={score} />
            <Given of={score} steps={3} />
          </li>
        ))}
      </ol>
    </Panel>
  ));
}

function Write({ of, again }: OfSheet) {
  const act = useAct(SAVE_INDEX_SCORES);
  const toast = useToast();
  const all = of.fields.flatMap(({ scores }) => scores);
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>(() =>
    Object.fromEntries(all.map((score) => [score.id, begin(of, score)])),
  );
  const given = all.filter(({ id }) => typed[id]?.points.trim());
  const save = async () => {
    const scores = given.map(({ id }) => ({
      scoreId: id,
      points: (typed[id]?.points ?? '').trim().replace(',', '.'),
      note: typed[id]?.note.trim() || null,
    }));
    if ((await act.run({ sheetId: of.id, version: of.version, scores })).kind !== 'done') return;
    toast(<Trans>Đã lưu điểm.</Trans>);
    again();
  };
  return (
    <Form onSubmit={() => void save()} refusal={act.refusal} broken={act.broken}>
      {of.fields.map((field) => (
        <Panel key={field.id} title={`${field.criterionCode}. ${named(field)}`}>
          <ol className={styles.criteria}>
            {field.scores.map((score) => (
              <li key={score.id}>
                <Named of={score} />
                <Given of={score} steps={STEPS_BEFORE[of.state]} />
                <Score
                  of={score}
                  isOwn={of.state === 'OPEN'}
                  name={`scores.${String(given.findIndex(({ id }) => id === score.id))}`}
                  typed={typed[score.id] ?? { points: '', note: '' }}
                  onType={(one) => {
                    setTyped({ ...typed, [score.id]: one });
                  }}
                  error={(path) => errorAt(act.refusal, path)}
                />
              </li>
            ))}
          </ol>
        </Panel>
      ))}
      <FormActs>
        <Button type="submit" busy={act.busy} kind="primary">
          <Trans>Lưu điểm</Trans>
        </Button>
      </FormActs>
    </Form>
  );
}

function Named({ of }: { readonly of: ScoreShown }) {
  return (
    <span>
      <b>{of.criterionCode}.</b> {named(of)}{' '}
      <span className="secondary">
        <Trans>(tối đa {number(of.maximum)})</Trans>
      </span>
    </span>
  );
}

interface Scoring {
  readonly of: ScoreShown;
  readonly isOwn: boolean;
  readonly name: string;
  readonly typed: Typed;
  readonly onType: (typed: Typed) => void;
  readonly error: (path: string) => string | null;
}

function Score({ of, isOwn, name, typed, onType, error }: Scoring) {
  const { t } = useLingui();
  const known = name !== 'scores.-1';
  return (
    <div className={styles.score}>
      <TextField
        label={<Trans>Điểm</Trans>}
        aria-label={t`Điểm, ${named(of)}`}
        name={known ? `${name}.points` : `points.${of.id}`}
        inputMode="decimal"
        value={typed.points}
        onChange={(points) => {
          onType({ ...typed, points });
        }}
        error={known ? error(`${name}.points`) : null}
      />
      <TextAreaField
        label={isOwn ? <Trans>Tài liệu kiểm chứng</Trans> : <Trans>Lý do, nếu khác điểm trước</Trans>}
        aria-label={isOwn ? t`Tài liệu kiểm chứng, ${named(of)}` : t`Lý do, ${named(of)}`}
        name={known ? `${name}.note` : `note.${of.id}`}
        optional
        rows={2}
        value={typed.note}
        onChange={(note) => {
          onType({ ...typed, note });
        }}
        error={known ? error(`${name}.note`) : null}
      />
    </div>
  );
}

/** While one writes, what the steps before gave; the step that one writes stands in its fields. */
const STEPS_BEFORE: Readonly<Record<SheetShown['state'], number>> = { OPEN: 0, SUBMITTED: 1, ASSESSED: 2, SETTLED: 3 };

/** What was given by the first steps. */
function Given({ of, steps }: { readonly of: ScoreShown; readonly steps: number }) {
  const { t } = useLingui();
  const all = [
    [t`Tự chấm`, of.selfPoints, of.evidence],
    [t`Thẩm định`, of.assessedPoints, of.assessedReason],
    [t`Kết luận`, of.finalPoints, of.finalReason],
  ] as const;
  const given = all.slice(0, steps).filter(([, points]) => points !== null);
  const notes = given.filter(([, , note]) => note !== null);
  if (given.length === 0) return null;
  return (
    <div className={styles.given}>
      <ul>
        {given.map(([name, points]) => (
          <li key={name}>
            {name}: <b>{number(points ?? '0')}</b>
          </li>
        ))}
      </ul>
      {notes.map(([name, , note]) => (
        <p key={name} className="secondary">
          {name}: {note}
        </p>
      ))}
    </div>
  );
}
