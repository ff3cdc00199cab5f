import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { Bar } from '../../../ui/bar';
import { DataTable } from '../../../ui/data-table';
import { Fact, Facts } from '../../../ui/facts';
import { day, named, number, percent } from '../../../ui/format';
import { whole } from '../../../ui/given';
import { Answer, Empty } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { DemoMark } from '../../../ui/state-mark';
import { SheetActs } from '../parts/sheet-acts';
import { SheetScores } from '../parts/sheet-scores';
import { SheetMark } from '../parts/words';
import styles from '../reform.module.css';
import { INDEX_SHEET, type SheetShown, UNIT_INDEX, type UnitYear } from '../sheet.query';

/** The points of one unit for a year: it scores itself, the office assesses and settles. */
export function Page() {
  const { t } = useLingui();
  const { sheetId } = useParams({ from: '/inside/index/sheets/$sheetId' });
  const asked = useAsk(INDEX_SHEET, { id: sheetId });
  return (
    <>
      <Bar crumbs={[{ label: t`Chỉ số cải cách hành chính`, link: { to: '/index' } }, { label: t`Phiếu chấm của đơn vị` }]} />
      <Answer of={asked}>
        {({ indexSheet: sheet }) =>
          sheet === null ? (
            <Empty title={<Trans>Không có phiếu chấm này, hoặc không mở cho tài khoản này.</Trans>} />
          ) : (
            <>
              <PageHead title={t`${named(sheet.unit)}, chỉ số năm ${String(sheet.year)}`}>
                <SheetMark state={sheet.state} /> {sheet.scheme.illustrative && <DemoMark />}
              </PageHead>
              <div className={styles.page}>
                <Totals of={sheet} />
                <SheetScores key={sheet.version} of={sheet} again={asked.again} />
                <SheetActs of={sheet} again={asked.again} />
                <OverYears unitId={sheet.unit.id} />
              </div>
            </>
          )
        }
      </Answer>
    </>
  );
}

function Totals({ of }: { readonly of: SheetShown }) {
  const { t } = useLingui();
  const most = number(of.scheme.total);
  return (
    <Panel>
      <Facts>
        <Fact name={<Trans>Bộ tiêu chí</Trans>}>
          <Link to="/index/$yearId" params={{ yearId: of.yearId }}>
            {named(of.scheme)}
          </Link>
        </Fact>
        {of.state === 'OPEN' && <Fact name={<Trans>Hạn tự chấm</Trans>}>{day(of.selfDueOn)}</Fact>}
        <Fact name={<Trans>Điểm tự chấm</Trans>}>{t`${number(of.selfTotal)} trên ${most}`}</Fact>
        {of.assessedTotal !== null && <Fact name={<Trans>Điểm thẩm định</Trans>}>{number(of.assessedTotal)}</Fact>}
        {of.finalTotal !== null && of.finalPercent !== null && (
          <Fact name={<Trans>Điểm kết luận</Trans>}>
            {number(of.finalTotal)} ({percent(of.finalPercent)})
          </Fact>
        )}
        {of.submittedByName !== null && <Fact name={<Trans>Người gửi điểm tự chấm</Trans>}>{of.submittedByName}</Fact>}
        {of.assessedByName !== null && <Fact name={<Trans>Người thẩm định</Trans>}>{of.assessedByName}</Fact>}
        {of.settledByName !== null && <Fact name={<Trans>Người kết luận</Trans>}>{of.settledByName}</Fact>}
      </Facts>
    </Panel>
  );
}

/** The unit over the years; asked for on its own, since it depends on whose sheet this is. */
function OverYears({ unitId }: { readonly unitId: string }) {
  const { t } = useLingui();
  const asked = useAsk(UNIT_INDEX, { unitId });
  if (asked.data?.unitIndex.length === 0) return null;
  const schemes = new Set(asked.data?.unitIndex.map(({ scheme }) => scheme.id));
  return (
    <Panel title={<Trans>Đơn vị qua các năm</Trans>} flush>
      <DataTable<UnitYear>
        caption={t`Đơn vị qua các năm`}
        file="few"
        of={{ ...asked, data: asked.data && whole(asked.data.unitIndex) }}
        rowKey={({ id }) => id}
        inOneOrder="few"
        cards
        columns={[
          {
            key: 'year',
            names: true,
            head: t`Năm`,
            cell: ({ id, year }) => (
              <Link to="/index/sheets/$sheetId" params={{ sheetId: id }}>
                {String(year)}
              </Link>
            ),
          },
          { key: 'scheme', head: t`Bộ tiêu chí`, cell: ({ scheme }) => named(scheme) },
          { key: 'total', numeric: true, head: t`Tổng điểm`, cell: ({ total, scheme }) => `${number(total)}/${number(scheme.total)}` },
          { key: 'share', numeric: true, head: t`Tỷ lệ`, cell: ({ sharePercent }) => percent(sharePercent) },
        ]}
        empty={null}
      />
      {schemes.size > 1 && (
        <p className={`secondary ${styles.foot ?? ''}`}>
          <Trans>Tổng điểm theo hai bộ tiêu chí khác nhau không so sánh được với nhau.</Trans>
        </p>
      )}
    </Panel>
  );
}
