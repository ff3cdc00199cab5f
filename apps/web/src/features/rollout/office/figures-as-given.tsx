import { Trans, useLingui } from '@lingui/react/macro';
import { type Asked } from '../../../api/ask';
import { useTurned } from '../../../api/ask-turned';
import { DataTable } from '../../../ui/data-table';
import { day, named } from '../../../ui/format';
import { Check, Clock } from '../../../ui/icons';
import { Empty } from '../../../ui/note';
import { StateMark } from '../../../ui/state-mark';
import { FIGURES, type FigureRow, type IndicatorRead } from '../figure.query';
import { SourceKind } from '../parts/source-kind';
import { VerifyFigure } from '../parts/verify-figure';
import { saidAmount } from '../said-amount';
import styles from './rollout-form.module.css';

/** Of a page. */
export const FIGURES_SHOWN = 25;

interface GivenProps {
  /** With the first page. */
  readonly of: Asked<IndicatorRead>;
  readonly indicator: { readonly id: string; readonly unitVi: string; readonly unitEn: string };
  readonly unitId: string | undefined;
}

/** Every figure as somebody gave it, the newest first, to be held against its source. */
export function FiguresAsGiven({ of, indicator, unitId }: GivenProps) {
  const { t } = useLingui();
  const variables = { indicatorId: indicator.id, unitId: unitId ?? null, first: FIGURES_SHOWN };
  const turned = useTurned(of, FIGURES, variables, 'figures');
  return (
    <section className={styles.section}>
      <h2>
        <Trans>Từng số liệu đã nhận</Trans>
      </h2>
      <DataTable<FigureRow>
        caption={t`Từng số liệu đã nhận`}
        file={{ list: 'figures', filter: { indicatorId: indicator.id, unitId: unitId ?? null } }}
        {...turned}
        rowKey={({ id }) => id}
        inOneOrder="given"
        cards
        columns={[
          { key: 'unit', names: true, head: t`Đơn vị`, cell: ({ unit }) => named(unit) },
          { key: 'window', head: t`Kỳ`, cell: ({ startsOn, endsOn }) => `${day(startsOn)} – ${day(endsOn)}` },
          {
            key: 'value',
            head: named({ nameVi: indicator.unitVi, nameEn: indicator.unitEn }),
            numeric: true,
            cell: (row) => saidAmount(row),
          },
          {
            key: 'source',
            head: t`Nguồn`,
            cell: ({ source, sourceKind, note, restatedBecause }) => (
              <>
                {sourceKind === 'SYSTEM' ? <Trans>Hệ thống tự đếm</Trans> : [source, note].filter(Boolean).join('. ')}
                <br />
                <span className="caption">
                  {restatedBecause ? (
                    <Trans>Đã tính lại: {restatedBecause}</Trans>
                  ) : (
                    sourceKind !== 'SYSTEM' && <SourceKind of={sourceKind} />
                  )}
                </span>
              </>
            ),
          },
          {
            key: 'state',
            head: t`Đối chiếu`,
            cell: (row) => <State row={row} again={turned.of.again} />,
          },
        ]}
        empty={<Empty title={<Trans>Chưa có số liệu nào</Trans>} />}
      />
    </section>
  );
}

function State({ row: { id, verified, approved, canVerify }, again }: { readonly row: FigureRow; readonly again: () => void }) {
  return (
    <>
      {!approved && (
        <StateMark tone="soon" icon={Clock}>
          <Trans>Báo cáo chờ duyệt</Trans>
        </StateMark>
      )}{' '}
      {verified ? (
        <StateMark tone="done" icon={Check}>
          <Trans>Đã đối chiếu</Trans>
        </StateMark>
      ) : canVerify ? (
        <VerifyFigure id={id} again={again} />
      ) : (
        <Trans>chưa</Trans>
      )}
    </>
  );
}
