import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Button, IconButton } from '../../../ui/button';
import { Confirm } from '../../../ui/confirm';
import { named, number } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { Check, ChevronDown, ChevronUp, Clock } from '../../../ui/icons';
import { Panel } from '../../../ui/panel';
import { StateMark } from '../../../ui/state-mark';
import { useToast } from '../../../ui/toast';
import styles from './prizes.module.css';
import { type AwardListRead, DECIDE_TIE, type TieOnList } from './prizes.query';

/** Equals of whom not all can have the same prize: a person decides, with a reason. */
export function TieOnTheList({ of, tie, onDone }: { readonly of: AwardListRead; readonly tie: TieOnList; readonly onDone: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const [order, setOrder] = useState(tie.initiatives);
  const [asking, setAsking] = useState(false);
  const { run, busy, refusal, broken } = useAct(DECIDE_TIE);
  const slots = tie.prizes.flatMap((prize) => Array.from({ length: prize.quantity }, () => named(prize)));
  const gets = (at: number) => slots[at] ?? t`Không giải`;
  const move = (at: number, by: number) => {
    const next = [...order];
    const [taken] = next.splice(at, 1);
    if (taken) next.splice(at + by, 0, taken);
    setOrder(next);
  };
  const decide = async (reason: string) => {
    const { kind } = await run({
      decisionId: of.id,
      version: of.version,
      track: tie.track,
      rank: tie.rank,
      initiativeIds: order.slice(0, slots.length).map(({ id }) => id),
      reason,
    });
    if (kind !== 'done') return;
    setAsking(false);
    toast(<Trans>Đã quyết định giữa các sáng kiến đồng hạng.</Trans>);
    onDone();
  };
  return (
    <Panel
      title={t`Đồng hạng ${number(tie.rank)}, cùng ${number(tie.score)} điểm`}
      side={
        tie.decided ? (
          <StateMark tone="done" icon={Check}>
            <Trans>đã quyết định</Trans>
          </StateMark>
        ) : (
          <StateMark tone="soon" icon={Clock}>
            <Trans>chờ quyết định</Trans>
          </StateMark>
        )
      }
    >
      <ol className={styles.order}>
        {order.map(({ id, receiptNumber, title }, at) => (
          <li key={id}>
            <b>{gets(at)}</b>
            <span>
              {title} <span className="caption num">{receiptNumber}</span>
            </span>
            {of.canChange && (
              <>
                <IconButton
                  label={t`Đưa lên: ${title}`}
                  aria-disabled={at === 0 || undefined}
                  onClick={() => {
                    if (at > 0) move(at, -1);
                  }}
                >
                  <Icon of={ChevronUp} />
                </IconButton>
                <IconButton
                  label={t`Đưa xuống: ${title}`}
                  aria-disabled={at === order.length - 1 || undefined}
                  onClick={() => {
                    if (at < order.length - 1) move(at, 1);
                  }}
                >
                  <Icon of={ChevronDown} />
                </IconButton>
              </>
            )}
          </li>
        ))}
      </ol>
      {of.canChange && (
        <Button
          onClick={() => {
            setAsking(true);
          }}
        >
          <Trans>Quyết định theo thứ tự này…</Trans>
        </Button>
      )}
      {asking && (
        <Confirm
          of={`decideTie ${of.id} ${tie.track} ${String(tie.rank)}`}
          title={<Trans>Quyết định giữa các sáng kiến đồng hạng</Trans>}
          act={<Trans>Quyết định</Trans>}
          keep={<Trans>Chưa quyết định</Trans>}
          destructive={false}
          reason={{ label: <Trans>Lý do</Trans>, path: 'reason' }}
          {...{ busy, refusal, broken }}
          onAct={(reason) => void decide(reason)}
          onClose={() => {
            setAsking(false);
          }}
        >
          <ul>
            {order.map(({ id, receiptNumber, title }, at) => (
              <li key={id}>
                {receiptNumber} {title}: <strong>{gets(at)}</strong>
              </li>
            ))}
          </ul>
        </Confirm>
      )}
    </Panel>
  );
}
