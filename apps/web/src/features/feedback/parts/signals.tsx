import { Trans, useLingui } from '@lingui/react/macro';
import { useAct } from '../../../api/act';
import { type Asked } from '../../../api/ask';
import { useTurned } from '../../../api/ask-turned';
import { may, useMe } from '../../../api/session';
import { type AgeOrder, BY_AGE } from '../../../ui/orders';
import { DataTable } from '../../../ui/data-table';
import { day, named, number, percent } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { DemoMark, Tag } from '../../../ui/state-mark';
import { CLOSE_SIGNAL, MORE_SIGNALS, type SignalRow, type SignalsAsked } from '../signal.query';
import { OpenAction } from './open-action';
import { SaidAct } from './said-act';

interface Listed {
  readonly of: Asked<SignalsAsked>;
  /** Those alone that wait for a conclusion; null: all. */
  readonly open: true | null;
  readonly order: AgeOrder | undefined;
  readonly onOrder: (order: AgeOrder) => void;
}

/** Communes where more people are dissatisfied than chance explains. */
export function Signals({ of, open, order, onOrder }: Listed) {
  const { t } = useLingui();
  const me = useMe();
  const filter = { open, order: order ?? null };
  const turned = useTurned(of, MORE_SIGNALS, filter, 'signals');
  return (
    <Panel title={<Trans>Tín hiệu không hài lòng tăng</Trans>} flush>
      <DataTable<SignalRow>
        caption={t`Tín hiệu không hài lòng tăng`}
        file={may(me, 'signal:read') ? { list: 'signals', filter } : 'few'}
        {...turned}
        rowKey={({ id }) => id}
        cards
        order={order ?? 'NEWEST'}
        onOrder={(chosen) => {
          onOrder(chosen as AgeOrder);
        }}
        columns={[
          {
            key: 'unit',
            names: true,
            head: t`Đơn vị`,
            cell: ({ unit, illustrative }) => (
              <>
                {named(unit)} {illustrative && <DemoMark />}
              </>
            ),
          },
          { key: 'rule', head: t`Vì sao`, order: BY_AGE, cell: (signal) => <Why of={signal} /> },
          { key: 'low', head: t`Không hài lòng`, cell: (signal) => <Share of={signal} /> },
          { key: 'usual', head: t`Thường có`, numeric: true, cell: ({ usualPercent }) => percent(usualPercent, 1) },
          {
            key: 'acts',
            head: t`Kết quả xem xét`,
            cell: (signal) => (
              <>
                <Close signal={signal} again={turned.of.again} /> {signal.canOpenAction && <OpenAction about={{ signalId: signal.id }} />}
              </>
            ),
          },
        ]}
        empty={<Empty title={open ? <Trans>Không có tín hiệu nào chưa kết luận</Trans> : <Trans>Không có tín hiệu nào</Trans>} />}
      />
    </Panel>
  );
}

function Why({ of: { rule, week, latestWeek } }: { readonly of: SignalRow }) {
  return (
    <>
      {rule === 'LOW_SHARE' ? (
        <Trans>Tuần từ {day(week)}: nhiều hơn mức do ngẫu nhiên</Trans>
      ) : (
        <Trans>Bảy tuần liền cao hơn mức thường có, đến tuần từ {day(week)}</Trans>
      )}
      {latestWeek !== week && (
        <div className="secondary">
          <Trans>lặp lại, gần nhất tuần từ {day(latestWeek)}</Trans>
        </div>
      )}
    </>
  );
}

function Share({ of: { ratings, lowRatings } }: { readonly of: SignalRow }) {
  return (
    <Trans>
      {number(lowRatings)} trong {number(ratings)} đánh giá ({percent(String((100 * lowRatings) / ratings), 1)})
    </Trans>
  );
}

function Close({ signal, again }: { readonly signal: SignalRow; readonly again: () => void }) {
  const act = useAct(CLOSE_SIGNAL);
  if (signal.conclusion !== null)
    return (
      <>
        <Tag tone="done">
          <Trans>đã kết luận</Trans>
        </Tag>{' '}
        {signal.conclusion}
      </>
    );
  if (signal.whyNotClose) return <span className="secondary">{signal.whyNotClose.message}</span>;
  return (
    <SaidAct
      word={<Trans>Kết luận</Trans>}
      title={<Trans>Kết luận về tín hiệu của {named(signal.unit)}</Trans>}
      keep={<Trans>Chưa kết luận</Trans>}
      reason={{ label: <Trans>Kết quả xem xét</Trans>, path: 'conclusion' }}
      of={signal.id}
      act={act}
      onAct={async (conclusion) => (await act.run({ signalId: signal.id, version: signal.version, conclusion })).kind === 'done'}
      told={<Trans>Đã kết luận về tín hiệu.</Trans>}
      onDone={again}
    >
      <p>
        <Trans>Nêu nguyên nhân, hoặc vì sao cho là do ngẫu nhiên. Tuần sau vẫn xấu thì có tín hiệu mới.</Trans>
      </p>
    </SaidAct>
  );
}
