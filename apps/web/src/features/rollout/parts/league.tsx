import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useAsk } from '../../../api/ask';
import { DataTable } from '../../../ui/data-table';
import { named, number, percent } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import styles from '../office/rollout-form.module.css';
import { PERIOD_RATES, type PeriodRow } from '../period.query';

/** As many periods back as are looked at. */
const PERIODS = 8;

interface Standing {
  readonly unit: { readonly id: string; readonly nameVi: string; readonly nameEn: string };
  readonly expected: number;
  readonly received: number;
  readonly onTime: number;
}

/** Communes by how often they reported, and in time, over the periods past their day; those that are late most often last. */
export function League({ periods, now }: { readonly periods: readonly PeriodRow[]; readonly now: string }) {
  const { t } = useLingui();
  const due = periods.filter(({ dueOn }) => dueOn < now.slice(0, 10)).slice(0, PERIODS);
  const count = due.length;
  const asked = useAsk(PERIOD_RATES, { periodIds: due.map(({ id }) => id) }, { pause: count === 0 });
  if (count === 0) return null;
  const edges = asked.data && summed(asked.data.reportingRates.flatMap(({ units }) => units)).map((node) => ({ node }));
  return (
    <section className={styles.section}>
      <h2>
        <Plural value={count} one="Xếp theo xã, # kỳ đã đến hạn" other="Xếp theo xã, # kỳ đã đến hạn gần nhất" />
      </h2>
      <DataTable<Standing>
        caption={t`Xã, thị trấn theo số báo cáo đã gửi và đúng hạn`}
        file="reckoned"
        of={{ ...asked, data: edges && { edges, pageInfo: { hasNextPage: false } } }}
        rowKey={({ unit }) => unit.id}
        inOneOrder="result"
        columns={[
          { key: 'unit', names: true, head: t`Xã, thị trấn`, cell: ({ unit }) => named(unit) },
          { key: 'expected', head: t`Phải gửi`, numeric: true, cell: ({ expected }) => number(expected) },
          { key: 'received', head: t`Đã gửi`, numeric: true, cell: ({ received }) => number(received) },
          { key: 'onTime', head: t`Đúng hạn`, numeric: true, cell: ({ onTime }) => number(onTime) },
          { key: 'rate', head: t`Tỷ lệ đúng hạn`, numeric: true, cell: (row) => percent(Math.round(rateOf(row) * 1000) / 10, 1) },
        ]}
        empty={<Empty title={<Trans>Không có đơn vị nào phải báo cáo</Trans>} />}
      />
    </section>
  );
}

const rateOf = ({ onTime, expected }: Standing): number => (expected === 0 ? 0 : onTime / expected);

type Reported = { readonly unit: Standing['unit']; readonly expected: boolean; readonly received: boolean; readonly onTime: boolean };

/** Each period says for itself who was expected. */
function summed(units: readonly Reported[]): readonly Standing[] {
  const rows = [...Map.groupBy(units, ({ unit }) => unit.id).values()].flatMap((said) => {
    const [first] = said;
    const expected = said.filter((one) => one.expected);
    if (!first || expected.length === 0) return [];
    const count = (key: 'received' | 'onTime') => expected.filter((one) => one[key]).length;
    return [{ unit: first.unit, expected: expected.length, received: count('received'), onTime: count('onTime') }];
  });
  return rows.sort(
    (one, other) => rateOf(other) - rateOf(one) || other.received - one.received || named(one.unit).localeCompare(named(other.unit), 'vi'),
  );
}
