import { Trans, useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { classes } from '../../ui/classes';
import { named, number } from '../../ui/format';
import { languageInForce } from '../../api/language';
import { type CardCriterion } from './card.query';
import styles from './criterion.module.css';
import { COMMENT_MOST, type TypedMark, bandOf, lengthOf, marksBetween, readPoints } from './marks';

interface CriterionProps {
  readonly number: string;
  readonly criterion: CardCriterion;
  readonly mark: TypedMark;
  readonly open: boolean;
  readonly readOnly: boolean;
  readonly onOpen: () => void;
  readonly onChange: (part: Partial<TypedMark>) => void;
  /** The mark was chosen with the pointer, and nothing else is due here. */
  readonly onNext: () => void;
}

export const markInputId = (key: string): string => `mark-${key}`;
export const commentInputId = (key: string): string => `comment-${key}`;

/** One criterion: its mark, always in sight and typed into; opened, the bands in words, the marks inside the one chosen, and the comment. */
export function Criterion(props: CriterionProps) {
  const { criterion, mark, open, onOpen, number: place } = props;
  const [chosen, setChosen] = useState<number | null>(null);
  const inBand = bandOf(criterion, mark.points);
  const band = chosen ?? inBand;
  useEffect(() => {
    setChosen(null);
  }, [mark.points]);
  const words = criterion.bands[inBand];
  const moveBand = (by: number) => {
    const last = criterion.bands.length - 1;
    setChosen(Math.min(last, Math.max(0, band < 0 ? (by > 0 ? 0 : last) : band + by)));
  };
  return (
    <section className={classes(styles.criterion, open && styles.open)} aria-labelledby={`name-${criterion.key}`}>
      <div className={styles.head}>
        <button type="button" className={styles.name} aria-expanded={open} onClick={onOpen} tabIndex={-1}>
          <span className={styles.place}>{place}</span>
          <span id={`name-${criterion.key}`}>
            {named(criterion)}
            {!open && words && <small>{said(words)}</small>}
          </span>
        </button>
        <MarkInput {...props} onBand={moveBand} />
      </div>
      {open && (
        <Opened
          {...props}
          band={band}
          onBand={(at) => {
            setChosen(at);
          }}
        />
      )}
    </section>
  );
}

/** Digits and comma type a mark; arrows go through the bands; Enter goes to the comment; Tab to the next criterion. */
function MarkInput({ criterion, mark, readOnly, onOpen, onChange, onBand }: CriterionProps & { readonly onBand: (by: number) => void }) {
  const { t } = useLingui();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (mark.points === null ? '' : number(mark.points));
  const wrong = typed !== null && typed.trim() !== '' && readPoints(typed, criterion) === null;
  useEffect(() => {
    // Given by a press meanwhile, or saved elsewhere.
    if (mark.points !== null) setTyped((was) => (was !== null && readPoints(was, criterion) === mark.points ? was : null));
  }, [mark.points, criterion]);
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      onBand(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && !event.ctrlKey) {
      event.preventDefault();
      document.getElementById(commentInputId(criterion.key))?.focus();
    }
  };
  return (
    <span className={styles.mark}>
      <input
        id={markInputId(criterion.key)}
        className={styles.points}
        inputMode="decimal"
        autoComplete="off"
        placeholder="–"
        readOnly={readOnly}
        value={shown}
        aria-label={t`Điểm ${named(criterion)}, từ 0 đến ${number(criterion.max)}`}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? `wrong-${criterion.key}` : undefined}
        onFocus={(event) => {
          onOpen();
          event.target.select();
        }}
        onBlur={() => {
          if (!wrong) setTyped(null);
        }}
        onKeyDown={keys}
        onChange={({ target: { value } }) => {
          setTyped(value);
          onChange({ points: readPoints(value, criterion) });
        }}
      />
      <span className={styles.max}>/ {number(criterion.max)}</span>
      {wrong && (
        <span className={styles.wrong} id={`wrong-${criterion.key}`} role="alert">
          <Trans>
            Từ 0 đến {number(criterion.max)}, bước {number(criterion.step)}
          </Trans>
        </span>
      )}
    </span>
  );
}

function Opened({
  criterion,
  mark,
  readOnly,
  band,
  onBand,
  onChange,
  onNext,
}: CriterionProps & { readonly band: number; readonly onBand: (at: number) => void }) {
  const { t } = useLingui();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.parentElement?.scrollIntoView({ block: 'nearest' });
  }, []);
  const chosen = criterion.bands[band] ?? (criterion.bands.length === 0 ? { from: '0', to: criterion.max } : undefined);
  const guidance = languageInForce() === 'en' ? (criterion.guidanceEn ?? criterion.guidanceVi) : criterion.guidanceVi;
  const give = (points: string) => {
    onChange({ points });
    if (!criterion.commentRequired || mark.comment.trim() !== '') onNext();
    else document.getElementById(commentInputId(criterion.key))?.focus();
  };
  return (
    <div className={styles.body} ref={box}>
      {guidance && <p className="caption">{guidance}</p>}
      {criterion.bands.length > 0 && (
        <div className={styles.bands} role="radiogroup" aria-label={t`Mức của ${named(criterion)}`}>
          {criterion.bands.map((item, at) => (
            <button
              key={item.from}
              type="button"
              role="radio"
              aria-checked={at === band}
              tabIndex={-1}
              className={styles.band}
              aria-disabled={readOnly || undefined}
              onClick={() => {
                if (!readOnly) onBand(at);
              }}
            >
              <span className={styles.dot} aria-hidden="true" />
              <span>{said(item)}</span>
              <span className={styles.range}>
                {Number(item.from) === Number(item.to) ? number(item.from) : `${number(item.from)} – ${number(item.to)}`}
              </span>
            </button>
          ))}
        </div>
      )}
      {chosen && !readOnly && <MarkChoices criterion={criterion} from={chosen.from} to={chosen.to} points={mark.points} onGive={give} />}
      <Comment criterion={criterion} comment={mark.comment} readOnly={readOnly} onChange={onChange} />
    </div>
  );
}

function MarkChoices({
  criterion,
  from,
  to,
  points,
  onGive,
}: {
  readonly criterion: CardCriterion;
  readonly from: string;
  readonly to: string;
  readonly points: string | null;
  readonly onGive: (points: string) => void;
}) {
  const { t } = useLingui();
  const { whole, between } = marksBetween(from, to, criterion.step);
  const button = (value: string) => (
    <button
      key={value}
      type="button"
      tabIndex={-1}
      aria-pressed={points !== null && Number(points) === Number(value)}
      onClick={() => {
        onGive(value);
      }}
    >
      {number(value)}
    </button>
  );
  return (
    <div className={styles.choices} role="group" aria-label={t`Điểm trong mức ${number(from)} đến ${number(to)}`}>
      <div>{whole.map(button)}</div>
      {between.length > 0 && <div className={styles.between}>{between.map(button)}</div>}
    </div>
  );
}

function Comment({
  criterion,
  comment,
  readOnly,
  onChange,
}: {
  readonly criterion: CardCriterion;
  readonly comment: string;
  readonly readOnly: boolean;
  readonly onChange: (part: Partial<TypedMark>) => void;
}) {
  const count = useId();
  return (
    <div className={styles.comment}>
      <div>
        <label htmlFor={commentInputId(criterion.key)}>
          <Trans>Nhận xét</Trans>{' '}
          <span className="secondary">
            {criterion.commentRequired ? <Trans>(bắt buộc ở tiêu chí này)</Trans> : <Trans>(không bắt buộc)</Trans>}
          </span>
        </label>
        <span className={classes('caption num', lengthOf(comment) > COMMENT_MOST && styles.over)} id={count}>
          {number(lengthOf(comment))} / {number(COMMENT_MOST)}
        </span>
      </div>
      <textarea
        id={commentInputId(criterion.key)}
        rows={criterion.commentRequired ? 2 : 1}
        tabIndex={criterion.commentRequired || comment !== '' ? 0 : -1}
        readOnly={readOnly}
        value={comment}
        aria-describedby={count}
        onChange={({ target: { value } }) => {
          onChange({ comment: value });
        }}
      />
    </div>
  );
}

const said = ({ vi, en }: { readonly vi: string; readonly en: string }): string => (languageInForce() === 'en' ? en : vi);
