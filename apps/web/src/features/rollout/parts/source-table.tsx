import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/button';
import { classes } from '../../../ui/classes';
import { day } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { Check } from '../../../ui/icons';
import { type SaidFigure, type SystemSumRead } from '../figure.query';
import { saidAmount } from '../said-amount';
import styles from '../matrix/cell-drawer.module.css';
import { SourceKind } from './source-kind';
import { VerifyFigure } from './verify-figure';

interface SourceProps {
  readonly figures: readonly SaidFigure[];
  /** What the system counted, in all. */
  readonly system: SystemSumRead;
  /** What is counted, e.g. `lượt`. */
  readonly unit: string;
  /** Those that this person may verify. */
  readonly verifiable: ReadonlySet<string>;
  readonly again: () => void;
}

/** More half-months than these stand on one line until they are asked for. */
const MOST_PIECES = 2;

/** Figures source by source, those that disagree one under the other. */
export function SourceTable({ figures, system, unit, verifiable, again }: SourceProps) {
  const [isWhole, setWhole] = useState(false);
  const ordered = figures.toSorted((one, other) => Number(other.disputedBy.length > 0) - Number(one.disputedBy.length > 0));
  const quiet = ordered.filter(({ sourceKind, disputedBy }) => sourceKind === 'SYSTEM' && disputedBy.length === 0);
  const isFolded = system !== null && !isWhole && quiet.length > MOST_PIECES;
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
        {(isFolded ? ordered.filter((figure) => !quiet.includes(figure)) : ordered).map((figure) => (
          <Said key={figure.figureId} figure={figure} canVerify={verifiable.has(figure.figureId)} again={again} />
        ))}
        {isFolded && (
          <tr>
            <th scope="row">
              <Trans>Hệ thống tự đếm, gồm {system.pieces} kỳ nửa tháng</Trans>
              <br />
              <span className="caption">
                <Trans>Số kỳ tính vào tổng: {figures.filter(({ sourceKind, counted }) => sourceKind === 'SYSTEM' && counted).length}</Trans>
              </span>{' '}
              <Button
                size="small"
                onClick={() => {
                  setWhole(true);
                }}
              >
                <Trans>Xem từng nửa tháng</Trans>
              </Button>
            </th>
            <td className={styles.number}>{saidAmount(system)}</td>
            <td>
              <Verified />
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Said({ figure, canVerify, again }: { readonly figure: SaidFigure; readonly canVerify: boolean; readonly again: () => void }) {
  const isSystem = figure.sourceKind === 'SYSTEM';
  return (
    <tr className={classes(figure.disputedBy.length > 0 && styles.disputed)}>
      <th scope="row">
        {figure.disputedBy.length > 0 && <span aria-hidden="true">◆ </span>}
        {isSystem ? <Trans>Hệ thống tự đếm</Trans> : figure.source}
        <br />
        <span className="caption">
          {!isSystem && (
            <>
              <SourceKind of={figure.sourceKind} />
              {' · '}
            </>
          )}
          {day(figure.startsOn)} – {day(figure.endsOn)}
          {!figure.approved && (
            <>
              {' · '}
              <Trans>chờ duyệt</Trans>
            </>
          )}
          {figure.approved && (
            <>
              {' · '}
              {figure.counted ? <Trans>tính vào tổng</Trans> : <Trans>không tính vào tổng</Trans>}
            </>
          )}
          {figure.restatedBecause && (
            <>
              {' · '}
              <Trans>Đã tính lại: {figure.restatedBecause}</Trans>
            </>
          )}
        </span>
      </th>
      <td className={styles.number}>{saidAmount(figure)}</td>
      <td>{figure.verified ? <Verified /> : canVerify ? <VerifyFigure id={figure.figureId} again={again} /> : <Trans>chưa</Trans>}</td>
    </tr>
  );
}

function Verified() {
  return (
    <span className="no-break">
      <Icon of={Check} /> <Trans>rồi</Trans>
    </span>
  );
}
