import { Trans, useLingui } from '@lingui/react/macro';
import { useAct } from '../../../api/act';
import { type Asked } from '../../../api/ask';
import { DataTable } from '../../../ui/data-table';
import { day, named, number, percent } from '../../../ui/format';
import { given } from '../../../ui/given';
import { Answer, Empty } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { type SignalsAsked, type BaseRow, REBASE_SIGNALS } from '../signal.query';
import { SaidAct } from './said-act';

/** What weeks are held against, and how often chance alone makes a signal. */
export function SignalBases({ of }: { readonly of: Asked<SignalsAsked> }) {
  const { t } = useLingui();
  return (
    <Panel title={<Trans>Mức thường có và báo nhầm</Trans>}>
      <Answer of={of}>
        {({ signalTerms: { checksAYear, falseLowShares, falseWorseRuns, bases } }) => (
          <>
            {bases.length > 0 && (
              <p className="secondary">
                <Trans>
                  Mỗi năm xét {number(checksAYear)} tuần. Dù không có gì thay đổi, do ngẫu nhiên vẫn có nhiều nhất{' '}
                  {number(falseLowShares, 1)} tín hiệu của một tuần và khoảng {number(falseWorseRuns, 1)} tín hiệu bảy tuần liền mỗi năm.
                </Trans>
              </p>
            )}
            <DataTable<BaseRow>
              caption={t`Mức thường có của các đơn vị`}
              file="few"
              of={given(bases)}
              rowKey={({ id }) => id}
              inOneOrder="few"
              cards
              columns={[
                { key: 'unit', names: true, head: t`Đơn vị`, cell: ({ unit }) => named(unit) },
                {
                  key: 'weeks',
                  head: t`12 tuần làm mốc`,
                  cell: ({ startsOn, lastWeek, reason }) => (
                    <>
                      <Trans>
                        tuần từ {day(startsOn)} đến tuần từ {day(lastWeek)}
                      </Trans>
                      {reason !== null && <div className="secondary">{reason}</div>}
                    </>
                  ),
                },
                { key: 'ratings', head: t`Số đánh giá`, numeric: true, cell: ({ ratings }) => number(ratings) },
                { key: 'usual', head: t`Không hài lòng`, numeric: true, cell: ({ usualPercent }) => percent(usualPercent, 1) },
                { key: 'acts', head: t`Đổi mốc`, cell: (base) => base.canRebase && <Rebase base={base} again={of.again} /> },
              ]}
              empty={<Empty title={<Trans>Chưa đơn vị nào có đủ 12 tuần đã chốt</Trans>} />}
            />
          </>
        )}
      </Answer>
    </Panel>
  );
}

function Rebase({ base, again }: { readonly base: BaseRow; readonly again: () => void }) {
  const act = useAct(REBASE_SIGNALS);
  return (
    <SaidAct
      word={<Trans>Lấy 12 tuần mới nhất</Trans>}
      title={<Trans>Đổi mức thường có của {named(base.unit)}</Trans>}
      keep={<Trans>Giữ mốc cũ</Trans>}
      reason={{ label: <Trans>Lý do</Trans>, path: 'reason' }}
      of={base.id}
      act={act}
      onAct={async (reason) => (await act.run({ baseId: base.id, version: base.version, reason })).kind === 'done'}
      told={<Trans>Đã đổi mức thường có.</Trans>}
      onDone={again}
    >
      <p>
        <Trans>Chỉ đổi khi điều kiện phục vụ đã khác hẳn. Nếu các tuần mới xấu hơn, đổi mốc sẽ làm tín hiệu im lặng.</Trans>
      </p>
    </SaidAct>
  );
}
