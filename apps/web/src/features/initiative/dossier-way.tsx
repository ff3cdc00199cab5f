import { Trans } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { dayAndClock, deadline, named } from '../../ui/format';
import { Note } from '../../ui/note';
import { Panel } from '../../ui/panel';
import { type Way } from './beside-dossier.query';
import styles from './dossier.module.css';

type WayStep = Way['steps'][number];

interface WayProps {
  /** Undefined while it is asked for. */
  readonly way: Way | null | undefined;
}

/** From the first draft to the roll-out, as far as it has come. */
export function DossierWay({ way }: WayProps) {
  const steps = way?.steps ?? [];
  if (steps.length === 0) return null;
  return (
    <div className={styles.way}>
      <Panel title={<Trans>Đường đi của sáng kiến</Trans>}>
        <ol>
          {steps.map((step) => (
            <li key={`${step.kind} ${step.at}`}>
              <p>
                <b>
                  <WayWords step={step} />
                </b>{' '}
                <span className="caption">{dayAndClock(step.at)}</span>
              </p>
              {step.reason !== null && <p>{step.reason}</p>}
              {step.dueAt !== null && (
                <p className="secondary">
                  <Trans>Hạn: {deadline(step.dueAt)}</Trans>
                </p>
              )}
            </li>
          ))}
        </ol>
      </Panel>
    </div>
  );
}

/** Why it was returned last, for whoever completes it. */
export function WhyReturned({ way }: WayProps) {
  const last = way?.steps.filter(({ kind }) => kind === 'RETURNED').at(-1);
  if (!last?.reason) return null;
  return (
    <div className={styles.returned}>
      <Note tone="soon">
        <p>
          <b>
            <Trans>Trả lại để bổ sung</Trans>
          </b>
        </p>
        <p>{last.reason}</p>
      </Note>
    </div>
  );
}

const either = (vi: string | null, en: string | null) => named({ nameVi: vi ?? '', nameEn: en });

function WayWords({ step }: { readonly step: WayStep }): ReactNode {
  const round = either(step.roundNameVi, step.roundNameEn);
  const prize = either(step.prizeNameVi, step.prizeNameEn);
  switch (step.kind) {
    case 'DRAFTED':
      return <Trans>Bắt đầu viết</Trans>;
    case 'CONFIRMED':
      return <Trans>Thủ trưởng xác nhận</Trans>;
    case 'SUBMITTED':
      return <Trans>Nộp và được nhận</Trans>;
    case 'RETURNED':
      return <Trans>Trả lại để bổ sung</Trans>;
    case 'DUE_MOVED':
      return <Trans>Đổi hạn bổ sung</Trans>;
    case 'COMPLETED':
      return <Trans>Bổ sung và nộp lại</Trans>;
    case 'ELIGIBLE':
      return <Trans>Được xét là hợp lệ</Trans>;
    case 'REJECTED':
      return <Trans>Được xét là không hợp lệ</Trans>;
    case 'DISQUALIFIED':
      return <Trans>Bị loại khỏi cuộc thi</Trans>;
    case 'WITHDRAWN':
      return <Trans>Rút khỏi cuộc thi</Trans>;
    case 'ROUND_REACHED':
      return <Trans>Vào {round}</Trans>;
    case 'PUBLISHED':
      return <Trans>Công bố kết quả</Trans>;
    case 'PRIZE':
      return <Trans>Đoạt {prize}</Trans>;
    case 'PRIZE_REVOKED':
      return <Trans>Thu hồi giải</Trans>;
    case 'ROLLED_OUT':
      return <Trans>Bắt đầu nhân rộng</Trans>;
  }
}
