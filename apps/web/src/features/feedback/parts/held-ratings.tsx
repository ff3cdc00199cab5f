import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../api/act';
import { type Asked } from '../../../api/ask';
import { useTurned } from '../../../api/ask-turned';
import { Button } from '../../../ui/button';
import { Confirm } from '../../../ui/confirm';
import { DataTable } from '../../../ui/data-table';
import { clock, day, named, number } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { Tag } from '../../../ui/state-mark';
import { useToast } from '../../../ui/toast';
import { type BesideRatings, DECIDE_RATINGS, type HoldRow, MORE_HOLDS } from '../rating.query';

type Verdict = NonNullable<HoldRow['verdict']>;

/** What waits for a verdict: when and how many, and not which. */
export function HeldRatings({ of }: { readonly of: Asked<BesideRatings> }) {
  const { t } = useLingui();
  const turned = useTurned(of, MORE_HOLDS, {}, 'ratingHolds');
  return (
    <Panel title={<Trans>Đánh giá bị giữ lại</Trans>} flush>
      <DataTable<HoldRow>
        caption={t`Đánh giá bị giữ lại`}
        file="few"
        {...turned}
        rowKey={({ id }) => id}
        inOneOrder="work"
        cards
        columns={[
          { key: 'counter', names: true, head: t`Quầy`, cell: ({ counter, unit }) => `${counter.name}, ${named(unit)}` },
          { key: 'day', head: t`Ngày`, cell: (hold) => day(hold.day) },
          { key: 'ratings', head: t`Số đánh giá`, numeric: true, cell: ({ heldRatings }) => number(heldRatings) },
          { key: 'bursts', head: t`Vì sao bị giữ`, cell: (hold) => <Bursts of={hold} /> },
          { key: 'acts', head: t`Quyết định`, cell: (hold) => <Decide hold={hold} again={turned.of.again} /> },
        ]}
        empty={<Empty title={<Trans>Không có đánh giá nào bị giữ lại</Trans>} />}
      />
    </Panel>
  );
}

function Bursts({ of: { bursts } }: { readonly of: HoldRow }) {
  return (
    <ul>
      {bursts.map((burst, at) => (
        <li key={at}>
          <Trans>
            {number(burst.ratings)} đánh giá từ một mạng, thường có {number(burst.usual, 1)} trong 10 phút
          </Trans>
          {burst.startedAt !== null && burst.endedAt !== null && (
            <>
              {' · '}
              <Trans>
                {clock(burst.startedAt)} – {clock(burst.endedAt)}, mạng {burst.networkMark}
              </Trans>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Decide({ hold, again }: { readonly hold: HoldRow; readonly again: () => void }) {
  const [asking, setAsking] = useState<Verdict | null>(null);
  const act = useAct(DECIDE_RATINGS);
  const toast = useToast();
  const decide = async (verdict: Verdict, reason: string) => {
    const { kind } = await act.run({ holdId: hold.id, version: hold.version, verdict, reason: reason.trim() });
    if (kind !== 'done') return;
    toast(<Trans>Đã quyết định về các đánh giá bị giữ lại.</Trans>);
    setAsking(null);
    again();
  };
  if (hold.verdict !== null)
    return (
      <>
        <Tag tone="done">{hold.verdict === 'COUNT' ? <Trans>được tính</Trans> : <Trans>không tính</Trans>}</Tag> {hold.reason}
      </>
    );
  if (hold.whyNotDecide) return <span className="secondary">{hold.whyNotDecide.message}</span>;
  const choose = (verdict: Verdict, word: ReactNode) => (
    <Button
      size="small"
      onClick={() => {
        setAsking(verdict);
      }}
    >
      {word}
    </Button>
  );
  return (
    <>
      {choose('COUNT', <Trans>Tính</Trans>)} {choose('EXCLUDE', <Trans>Không tính</Trans>)}
      {asking !== null && (
        <Confirm
          title={
            asking === 'COUNT' ? (
              <Trans>Tính {number(hold.heldRatings)} đánh giá</Trans>
            ) : (
              <Trans>Không tính {number(hold.heldRatings)} đánh giá</Trans>
            )
          }
          act={asking === 'COUNT' ? <Trans>Tính</Trans> : <Trans>Không tính</Trans>}
          keep={<Trans>Chưa quyết định</Trans>}
          destructive={asking === 'EXCLUDE'}
          reason={{ label: <Trans>Lý do</Trans>, path: 'reason' }}
          of={hold.id}
          busy={act.busy}
          refusal={act.refusal}
          broken={act.broken}
          onAct={(reason) => void decide(asking, reason)}
          onClose={() => {
            setAsking(null);
          }}
        >
          <p>
            <Trans>
              Quyết định dựa vào thời gian và số lượng; mức hài lòng không được cho xem. Quyết định không rút lại được và được công bố cùng
              số đánh giá của từng mức.
            </Trans>
          </p>
        </Confirm>
      )}
    </>
  );
}
