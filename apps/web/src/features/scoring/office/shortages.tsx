import { Plural, Trans } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { named, number } from '../../../ui/format';
import { Note } from '../../../ui/note';
import { type Proposal, type ShortInitiative } from './proposals.query';
import { officeStyles as styles } from '../../jury/shared';

/** Which initiatives cannot have all their judges, and which limit keeps whom away. */
export function Shortages({ of: { short, shortCount } }: { readonly of: Proposal }) {
  if (shortCount === 0) {
    return (
      <Note tone="done">
        <Trans>Mọi sáng kiến đủ giám khảo.</Trans>
      </Note>
    );
  }
  return (
    <div>
      <h3>
        <Plural value={shortCount} one="# sáng kiến thiếu giám khảo" other="# sáng kiến thiếu giám khảo" />
      </h3>
      <ul>
        {short.map((one) => (
          <li key={one.initiative.id} className={styles.row}>
            <p>
              <b className="num no-break">{one.initiative.receiptNumber}</b> {one.initiative.title}
            </p>
            <p>
              <Plural value={one.missing} one="Thiếu # giám khảo:" other="Thiếu # giám khảo:" /> <Reason of={one.reason} />
            </p>
            <ul className="caption">
              {one.binding.map((constraint, at) => (
                <li key={at}>
                  <Binding of={constraint} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {shortCount > short.length && (
        <p className="caption">
          <Trans>Và {number(shortCount - short.length)} sáng kiến nữa.</Trans>
        </p>
      )}
    </div>
  );
}

function Reason({ of }: { readonly of: ShortInitiative['reason'] }): ReactNode {
  switch (of) {
    case 'TOO_FEW_JUDGES':
      return <Trans>không đủ người chấm được sáng kiến này.</Trans>;
    case 'JUDGES_FULL':
      return <Trans>người chấm được đã đủ số phiếu họ nhận.</Trans>;
    case 'KEPT_APART':
      return <Trans>người chấm được không ngồi cùng nhau được.</Trans>;
  }
}

function Binding({ of: { kind, judges, unit: whose, atMost } }: { readonly of: ShortInitiative['binding'][number] }): ReactNode {
  const names = judges.join(', ');
  switch (kind) {
    case 'CONFLICT':
      return <Trans>Xung đột lợi ích: {names}</Trans>;
    case 'EXCUSED':
      return <Trans>Đã được miễn chấm: {names}</Trans>;
    case 'AWAY':
      return <Trans>Vắng hoặc đã rời Ban Giám khảo: {names}</Trans>;
    case 'PAIR':
      return <Trans>Không chấm cùng người đã có: {names}</Trans>;
    case 'UNIT': {
      const unit = whose ? named(whose) : '';
      return (
        <Trans>
          Nhiều nhất {number(atMost ?? 0)} người của {unit}: {names}
        </Trans>
      );
    }
    case 'FULL':
      return <Trans>Đã đủ số phiếu: {names}</Trans>;
  }
}
