import { Trans, useLingui } from '@lingui/react/macro';
import { AdoptionMark, type AdoptionState, useAdoptionWords } from './adoption-mark';
import styles from './adoption-table.module.css';
import { day, named } from './format';

export interface AdoptionRow {
  readonly unit: { readonly id: string; readonly nameVi: string; readonly nameEn: string };
  readonly state: AdoptionState;
  readonly since: string | null;
  /** Of use: whether it was shown. */
  readonly confirmed: boolean | null;
}

/** What the tiles show, as a table that opens: how far each commune is, and since when. */
export function AdoptionTable({ rows }: { readonly rows: readonly AdoptionRow[] }) {
  return (
    <details className={styles.table}>
      <summary>
        <Trans>Xem theo bảng từng xã, thị trấn</Trans>
      </summary>
      <Table rows={rows} />
    </details>
  );
}

function Table({ rows }: { readonly rows: readonly AdoptionRow[] }) {
  const { t } = useLingui();
  const words = useAdoptionWords();
  return (
    <table>
      <caption className="visually-hidden">{t`Tình trạng áp dụng tại từng xã, thị trấn`}</caption>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Xã, thị trấn</Trans>
          </th>
          <th scope="col">
            <Trans>Tình trạng</Trans>
          </th>
          <th scope="col">
            <Trans>Từ ngày</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ unit, state, since, confirmed }) => (
          <tr key={unit.id}>
            <th scope="row">{named(unit)}</th>
            <td>
              <AdoptionMark state={state} /> {words[state]}{' '}
              {confirmed === false && (
                <span className="caption">
                  <Trans>(chưa có minh chứng)</Trans>
                </span>
              )}
            </td>
            <td className="num">{since !== null && day(since)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
