import { Trans } from '@lingui/react/macro';
import { classes } from '../../../ui/classes';
import { day } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { Check } from '../../../ui/icons';
import { type SaidFigure } from '../figure.query';
import { saidAmount } from '../said-amount';
import styles from '../matrix/cell-drawer.module.css';
import { VerifyFigure } from './verify-figure';

interface SourceProps {
  readonly figures: readonly SaidFigure[];
  /** What is counted, e.g. `lượt`. */
  readonly unit: string;
  /** Those that this person may verify. */
  readonly verifiable: ReadonlySet<string>;
  readonly again: () => void;
}

/** Figures source by source, those that disagree one under the other. */
export function SourceTable({ figures, unit, verifiable, again }: SourceProps) {
  const ordered = figures.toSorted((one, other) => Number(other.disputedBy.length > 0) - Number(one.disputedBy.length > 0));
  return (
    <table className={styles.figures}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Nguồn</Trans>
          </th>
          <th scope="col" className={styles.number}>
            {unit}
          </th>
          <th scope="col">
            <Trans>Đối chiếu</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {ordered.map((figure) => (
          <tr key={figure.figureId} className={classes(figure.disputedBy.length > 0 && styles.disputed)}>
            <th scope="row">
              {figure.disputedBy.length > 0 && <span aria-hidden="true">◆ </span>}
              {figure.source}
              <br />
              <span className="caption">
                {day(figure.from)} – {day(figure.to)}
                {!figure.approved && (
                  <>
                    {' · '}
                    <Trans>chờ duyệt</Trans>
                  </>
                )}
                {figure.approved && !figure.counted && (
                  <>
                    {' · '}
                    <Trans>không cộng</Trans>
                  </>
                )}
              </span>
            </th>
            <td className={styles.number}>{saidAmount(figure)}</td>
            <td>
              {figure.verified ? (
                <span className="no-break">
                  <Icon of={Check} /> <Trans>rồi</Trans>
                </span>
              ) : verifiable.has(figure.figureId) ? (
                <VerifyFigure id={figure.figureId} again={again} />
              ) : (
                <Trans>chưa</Trans>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
