import { Trans } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { Button } from '../../ui/button';
import { named, number } from '../../ui/format';
import { Note } from '../../ui/note';
import { TwoTexts } from '../../ui/two-texts';
import styles from './card-page.module.css';
import { type WholeCard } from './card.query';
import { fieldOf, fieldsOf, marksOf } from './marks';
import { placesOf } from './rubric';
import { type TypedMarks } from './use-marks';

/** What was typed here and the server does not have: refused, written elsewhere too, or come too late. */
export function UnsavedMarks({ card, of }: { readonly card: WholeCard; readonly of: TypedMarks }) {
  const { autosave, refusal } = of;
  const box = useRef<HTMLDivElement>(null);
  const theirs = Object.keys(autosave.theirs);
  const shown = theirs.length > 0;
  useEffect(() => {
    if (shown) box.current?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  if (!card.canMark) return autosave.unsent.length > 0 ? <LeftBehind card={card} of={of} /> : null;
  return (
    <div ref={box} className={styles.unsaved}>
      {refusal && (
        <Note tone="late" role="alert">
          <p>{refusal.message}</p>
          <p>
            <Trans>Nội dung đã nhập được giữ trên máy này cho đến khi lưu được.</Trans>
          </p>
        </Note>
      )}
      {theirs.map((field) => (
        <TwoTexts
          key={field}
          label={<FieldName card={card} field={field} />}
          mine={said(field, autosave.value[field])}
          theirs={said(field, autosave.theirs[field])}
          onMine={() => {
            autosave.choose(field, autosave.value[field] ?? null);
          }}
          onTheirs={() => {
            autosave.choose(field, autosave.theirs[field] ?? null);
          }}
        />
      ))}
    </div>
  );
}

/** The card takes nothing more: what was typed and came too late is shown, to be copied or let go. */
function LeftBehind({ card, of: { autosave } }: { readonly card: WholeCard; readonly of: TypedMarks }) {
  return (
    <div className={styles.unsaved}>
      <Note tone="soon" role="alert">
        <p>
          <Trans>Phần sau đã nhập trên máy này nhưng chưa kịp lưu vào phiếu:</Trans>
        </p>
        <dl className={styles.left}>
          {autosave.unsent.map((field) => (
            <div key={field}>
              <dt>
                <FieldName card={card} field={field} />
              </dt>
              <dd>{said(field, autosave.value[field])}</dd>
            </div>
          ))}
        </dl>
        <Button
          size="small"
          onClick={() => {
            const saved = fieldsOf(card.criteria, marksOf(card));
            autosave.change(Object.fromEntries(autosave.unsent.map((field) => [field, saved[field] ?? null])));
          }}
        >
          <Trans>Bỏ phần chưa lưu này</Trans>
        </Button>
      </Note>
    </div>
  );
}

function FieldName({ card, field }: { readonly card: WholeCard; readonly field: string }) {
  const { key, part } = fieldOf(field);
  const criterion = card.criteria.find((one) => one.key === key);
  const name = `${placesOf(card.criteria)[key] ?? ''} ${criterion ? named(criterion) : key}`;
  return part === 'points' ? <Trans>{name}, điểm</Trans> : <Trans>{name}, nhận xét</Trans>;
}

const said = (field: string, value: string | null | undefined): string =>
  value === null || value === undefined || value === '' ? '–' : fieldOf(field).part === 'points' ? number(value) : value;
