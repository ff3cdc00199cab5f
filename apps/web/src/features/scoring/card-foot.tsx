import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../ui/button';
import { dayAndClock, named, number } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { Check, Sign, Warning } from '../../ui/icons';
import { StateMark } from '../../ui/state-mark';
import styles from './card-page.module.css';
import { type CardCriterion, type WholeCard } from './card.query';
import { commentInputId, markInputId } from './criterion';
import { EarlierVersions } from './earlier-versions';
import { type EarlierVersion } from './earlier-versions.query';
import { type Marks, type Missing, greatestTotal, totalOf } from './marks';
import { Recusal } from './recusal';
import { Reopening } from './reopening';
import { ContentHash } from './signed-card';
import { placesOf } from './rubric';

interface FootProps {
  readonly card: WholeCard;
  readonly versions: readonly EarlierVersion[];
  readonly marks: Marks;
  readonly missing: readonly Missing[];
  /** Fields written elsewhere too, of which one text is still to be chosen. */
  readonly twofold: number;
  readonly onReview: () => void;
  readonly onChange: () => void;
  /** To the rubric, on a screen that shows one half at a time. */
  readonly onGo: () => void;
}

/** What the card comes to so far, what it wants, the keys, and the way on. */
export function CardFoot(props: FootProps) {
  const { card, versions, marks, missing, twofold, onReview, onChange } = props;
  return (
    <footer className={styles.foot}>
      <TotalSoFar criteria={card.criteria} marks={marks} />
      {card.state === 'SIGNED' ? <Signed card={card} onChange={onChange} /> : <Wanting {...props} />}
      <EarlierVersions versions={versions} criteria={card.criteria} />
      {card.state === 'DRAFT' && (
        <div className={styles.footActs}>
          <Keys />
          {card.canDeclareConflict && <Recusal card={card} onDone={onChange} />}
          <Button
            size="large"
            kind="primary"
            shut={missing.length === 0 && twofold === 0 && card.canSign ? false : 'why-not-sign'}
            onClick={onReview}
          >
            <Icon of={Sign} />
            <Trans>Xem lại và ký</Trans>
          </Button>
        </div>
      )}
    </footer>
  );
}

/** The sum so far, and of how much. */
export function TotalSoFar({ criteria, marks }: { readonly criteria: readonly CardCriterion[]; readonly marks: Marks }) {
  const whole = greatestTotal(criteria);
  const given = greatestTotal(criteria.filter(({ key }) => (marks[key]?.points ?? null) !== null));
  return (
    <p className={styles.total}>
      <b className="num">{number(totalOf(criteria, marks))}</b>
      <span className="secondary">
        {given === whole ? (
          <Trans>/ {number(whole)} điểm</Trans>
        ) : (
          <Trans>
            điểm tạm tính trên {number(given)} / {number(whole)}
          </Trans>
        )}
      </span>
    </p>
  );
}

/** How the keyboard does it. */
export function Keys() {
  return (
    <span className={styles.keys}>
      <span>
        <kbd>0–9</kbd> <kbd>,</kbd> <Trans>điểm</Trans>
      </span>
      <span>
        <kbd>↑↓</kbd> <Trans>mức</Trans>
      </span>
      <span>
        <kbd>Tab</kbd> <Trans>tiêu chí sau</Trans>
      </span>
      <span>
        <kbd>Ctrl Enter</kbd> <Trans>xem lại</Trans>
      </span>
    </span>
  );
}

function Signed({ card, onChange }: { readonly card: WholeCard; readonly onChange: () => void }) {
  return (
    <div className={styles.wanting}>
      {card.signedAt && (
        <StateMark tone="done" icon={Check}>
          <Trans>Đã ký {dayAndClock(card.signedAt)}</Trans>
        </StateMark>
      )}{' '}
      {card.hash && <ContentHash hash={card.hash} />}
      <Reopening card={card} onDone={onChange} />
    </div>
  );
}

function Wanting({ card, missing, twofold, onGo }: FootProps) {
  if (!card.canSign && card.whyNotSign) {
    return (
      <p className={styles.wanting} id="why-not-sign">
        {card.whyNotSign.message}
      </p>
    );
  }
  if (twofold > 0) {
    return (
      <p className={styles.wanting} id="why-not-sign">
        <StateMark tone="soon" icon={Warning}>
          <Plural value={twofold} one="Còn # chỗ có hai bản, chưa chọn bản nào" other="Còn # chỗ có hai bản, chưa chọn bản nào" />
        </StateMark>
      </p>
    );
  }
  return <MissingMarks criteria={card.criteria} missing={missing} onGo={onGo} />;
}

/** What the rubric still wants, each a way to its place; `why-not-sign` for the button that waits for it. */
export function MissingMarks({
  criteria,
  missing,
  onGo,
}: {
  readonly criteria: readonly CardCriterion[];
  readonly missing: readonly Missing[];
  readonly onGo: () => void;
}) {
  const { t } = useLingui();
  const places = placesOf(criteria);
  if (missing.length === 0) {
    return (
      <p className={styles.wanting}>
        <StateMark tone="done" icon={Check}>
          <Trans>Đủ {number(criteria.length)} tiêu chí</Trans>
        </StateMark>
      </p>
    );
  }
  const said = ({ key, points, long }: Missing): string => {
    const criterion = criteria.find((one) => one.key === key);
    const [place, name] = [places[key] ?? '', criterion ? named(criterion) : key];
    if (points) return t`${place}: chưa cho điểm ${name}`;
    return long ? t`${place}: nhận xét quá dài ${name}` : t`${place}: thiếu nhận xét ${name}`;
  };
  return (
    <p className={styles.wanting} id="why-not-sign">
      <StateMark tone="soon" icon={Warning}>
        <Trans>Còn {number(missing.length)} tiêu chí:</Trans>
      </StateMark>
      {missing.map((one) => (
        <a
          key={one.key}
          href={`#${markInputId(one.key)}`}
          aria-label={said(one)}
          onClick={(event) => {
            event.preventDefault();
            onGo();
            requestAnimationFrame(() => {
              document.getElementById(markInputId(one.key))?.focus();
              if (!one.points) requestAnimationFrame(() => document.getElementById(commentInputId(one.key))?.focus());
            });
          }}
        >
          {places[one.key]}
        </a>
      ))}
    </p>
  );
}
