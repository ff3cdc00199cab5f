import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { Bar } from '../../../ui/bar';
import { DataTable } from '../../../ui/data-table';
import { named, number, percent } from '../../../ui/format';
import { given } from '../../../ui/given';
import { Answer, Empty, Note } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { type ComparisonShown, INDEX_COMPARISON } from '../index.query';
import styles from '../reform.module.css';

/** Two years beside one another, by the criteria that both have in common. */
export function Page() {
  const { t } = useLingui();
  const { yearId, withId } = useParams({ from: '/inside/index/$yearId/with/$withId' });
  const asked = useAsk(INDEX_COMPARISON, { yearId, withId });
  return (
    <>
      <Bar crumbs={[{ label: t`Chỉ số cải cách hành chính`, link: { to: '/index' } }, { label: t`So sánh hai năm` }]} />
      <Answer of={asked}>
        {({ indexComparison: found }) =>
          found === null ? (
            <Empty title={<Trans>Không có hai năm này, hoặc không mở cho tài khoản này.</Trans>} />
          ) : (
            <>
              <PageHead title={t`Năm ${String(found.now.year)} so với năm ${String(found.before.year)}`}>
                <Trans>Chỉ so sánh các tiêu chí cùng nội dung, theo tỷ lệ so với điểm tối đa của từng năm.</Trans>
              </PageHead>
              <div className={styles.page}>
                {found.whyNotTotals && <Note>{found.whyNotTotals.message}</Note>}
                <Compared of={found} />
                <Common of={found} />
              </div>
            </>
          )
        }
      </Answer>
    </>
  );
}

type Unit = ComparisonShown['units'][number];
type Criterion = ComparisonShown['common'][number];

const signed = (value: string): string => (value.startsWith('-') || value === '0' ? number(value) : `+${number(value)}`);

function Compared({ of }: { readonly of: ComparisonShown }) {
  const { t } = useLingui();
  const [before, now] = [String(of.before.year), String(of.now.year)];
  const reached = ({ points, maximum, sharePercent }: Unit['now']): string =>
    `${number(points)}/${number(maximum)} = ${percent(sharePercent)}`;
  return (
    <DataTable<Unit>
      caption={t`Từng đơn vị`}
      file="reckoned"
      of={given(of.units)}
      rowKey={({ unit }) => unit.id}
      inOneOrder="given"
      cards
      columns={[
        { key: 'unit', names: true, head: t`Đơn vị`, cell: ({ unit }) => named(unit) },
        { key: 'before', numeric: true, head: t`Năm ${before}`, cell: (row) => reached(row.before) },
        { key: 'now', numeric: true, head: t`Năm ${now}`, cell: (row) => reached(row.now) },
        { key: 'change', numeric: true, head: t`Chênh lệch (điểm phần trăm)`, cell: ({ change }) => signed(change) },
        ...(of.whyNotTotals
          ? []
          : [
              {
                key: 'total',
                numeric: true,
                head: t`Chênh lệch tổng điểm (điểm phần trăm)`,
                cell: ({ totalChange }: Unit) => (totalChange === null ? '–' : signed(totalChange)),
              },
            ]),
      ]}
      empty={<Empty title={<Trans>Không có tiêu chí chung, hoặc chưa có đơn vị nào được kết luận ở cả hai năm</Trans>} />}
    />
  );
}

function Common({ of }: { readonly of: ComparisonShown }) {
  const { t } = useLingui();
  if (of.common.length === 0) return null;
  return (
    <Panel title={<Trans>Các tiêu chí chung</Trans>} flush>
      <DataTable<Criterion>
        caption={t`Các tiêu chí chung`}
        file="few"
        of={given(of.common)}
        rowKey={({ criterionCode }) => criterionCode}
        inOneOrder="given"
        cards
        columns={[
          { key: 'name', names: true, head: t`Tiêu chí`, cell: (one) => `${one.criterionCode}. ${named(one)}` },
          { key: 'old', head: t`Số cũ`, cell: ({ codeBefore }) => codeBefore },
          {
            key: 'before',
            numeric: true,
            head: t`Tối đa năm ${String(of.before.year)}`,
            cell: ({ maximumBefore }) => number(maximumBefore),
          },
          { key: 'now', numeric: true, head: t`Tối đa năm ${String(of.now.year)}`, cell: ({ maximum }) => number(maximum) },
        ]}
        empty={null}
      />
    </Panel>
  );
}
