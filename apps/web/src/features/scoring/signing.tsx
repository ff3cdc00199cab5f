import { Trans } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { type CombinedError } from 'urql';
import { type Refusal } from '../../api/refusal';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { ErrorSummary } from '../../ui/form';
import { named, number } from '../../ui/format';
import { Broken, Note } from '../../ui/note';
import styles from './card-page.module.css';
import { type CardCriterion } from './card.query';
import { type Marks, greatestTotal, markOf, totalOf } from './marks';
import { placesOf } from './rubric';

interface SigningProps {
  readonly card: { readonly title: string; readonly criteria: readonly CardCriterion[] };
  readonly heading: ReactNode;
  /** What signing means here. */
  readonly meaning: ReactNode;
  readonly marks: Marks;
  readonly busy: boolean;
  /** The last try did not begin, since something is not saved yet. */
  readonly unsaved: boolean;
  readonly refusal: Refusal | null;
  readonly broken: CombinedError | null;
  readonly onSign: () => void;
  readonly onClose: () => void;
}

/** All marks and comments once more, the total largest, what signing means, and a button that says act and value. */
export function Signing({ card, heading, meaning, marks, busy, unsaved, refusal, broken, onSign, onClose }: SigningProps) {
  const total = number(totalOf(card.criteria, marks));
  const places = placesOf(card.criteria);
  return (
    <Dialog
      wide
      title={heading}
      onClose={onClose}
      acts={
        <>
          <Button size="large" onClick={onClose}>
            <Trans>Quay lại chấm</Trans>
          </Button>
          <Button size="large" kind="primary" data-first-focus busy={busy} onClick={onSign}>
            <Trans>Ký phiếu, {total} điểm</Trans>
          </Button>
        </>
      }
    >
      {refusal && <ErrorSummary refusal={refusal} />}
      {broken && <Broken error={broken} />}
      {unsaved && (
        <Note tone="late" role="alert">
          <Trans>Chưa ký: còn phần chưa lưu được vào phiếu. Nội dung đã nhập được giữ trên máy này; ký được khi đã lưu.</Trans>
        </Note>
      )}
      <p className={styles.signTotal}>
        <b className="num">{total}</b> / {number(greatestTotal(card.criteria))} <Trans>điểm</Trans>
        <span className="secondary">{card.title}</span>
      </p>
      <ol className={styles.signMarks}>
        {card.criteria.map((criterion) => {
          const { points, comment } = markOf(marks, criterion.key);
          return (
            <li key={criterion.key}>
              <span className="num">{places[criterion.key]}</span>
              <span>
                {named(criterion)}
                {comment.trim() !== '' && <q className="secondary">{comment.trim()}</q>}
              </span>
              <span className="num">
                <b>{points === null ? '–' : number(points)}</b> / {number(criterion.max)}
              </span>
            </li>
          );
        })}
      </ol>
      <p>{meaning}</p>
    </Dialog>
  );
}
