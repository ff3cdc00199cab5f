import { Trans, useLingui } from '@lingui/react/macro';
import { ExportButton } from '../../../ui/export-button';
import { named, number, percent } from '../../../ui/format';
import { Answer } from '../../../ui/note';
import table from '../../../ui/table.module.css';
import styles from './standings.module.css';
import { STABILITY, type StabilityLine } from './standings.query';
import { useAll } from './use-all';

/** How firm each place is: without each judge in turn, and by cards drawn again. */
export function Firmness({ roundId }: { readonly roundId: string }) {
  const { t } = useLingui();
  const asked = useAll(STABILITY, { roundId }, ({ stability }) => stability);
  return (
    <Answer of={asked}>
      {({ rows }) => (
        <div className={styles.stack}>
          <p className="secondary">
            <Trans>
              Hạng tốt nhất và kém nhất khi lần lượt bỏ từng giám khảo; khả năng đạt giải khi rút lại phiếu ngẫu nhiên{' '}
              {number(rows[0]?.replicates ?? 0)} lần.
            </Trans>
          </p>
          <div className={table.frame} tabIndex={0} role="region" aria-label={t`Độ vững của thứ hạng`}>
            <table className={table.table}>
              <thead>
                <tr>
                  <th scope="col" className={table.number}>
                    <Trans>Hạng</Trans>
                  </th>
                  <th scope="col">
                    <Trans>Sáng kiến</Trans>
                  </th>
                  <th scope="col" className={table.number}>
                    <Trans>Tốt nhất – kém nhất</Trans>
                  </th>
                  <th scope="col">
                    <Trans>Khả năng đạt giải</Trans>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((line) => (
                  <FirmRow key={line.initiative.id} line={line} />
                ))}
              </tbody>
            </table>
          </div>
          <div>
            <ExportButton list="stability" filter={{ roundId }} />
          </div>
        </div>
      )}
    </Answer>
  );
}

function FirmRow({ line }: { readonly line: StabilityLine }) {
  return (
    <tr>
      <td className={table.number}>{line.rank === null ? '–' : number(line.rank)}</td>
      <th scope="row">
        {line.initiative.title} <span className="caption num">{line.initiative.receiptNumber}</span>
      </th>
      <td className={table.number}>
        {line.best === null || line.worst === null ? '–' : `${number(line.best)} – ${number(line.worst)}`}
        {line.unrankedWithout > 0 && (
          <span className={styles.about}>
            <Trans>không xếp hạng được nếu thiếu {number(line.unrankedWithout)} giám khảo</Trans>
          </span>
        )}
      </td>
      <td>
        {line.chances.length === 0
          ? '–'
          : line.chances
              .filter(({ chance }) => chance > 0)
              .map((chance) => `${named(chance)} ${percent(chance.chance * 100, 0)}`)
              .join(' · ')}
      </td>
    </tr>
  );
}
