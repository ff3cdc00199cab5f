import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { dayAndClock, named, number } from '../../ui/format';
import table from '../../ui/table.module.css';
import { type CardCriterion } from './card.query';
import { type EarlierVersion } from './earlier-versions.query';

interface VersionsProps {
  readonly versions: readonly EarlierVersion[];
  readonly criteria: readonly CardCriterion[];
}

/** What one signed before the card was reopened: kept as it was, to be compared with what one signs now. */
export function EarlierVersions({ versions, criteria }: VersionsProps) {
  const [open, setOpen] = useState(false);
  if (versions.length === 0) return null;
  return (
    <>
      <Button
        size="small"
        kind="plain"
        onClick={() => {
          setOpen(true);
        }}
      >
        <Plural value={versions.length} one="# bản đã ký trước" other="# bản đã ký trước" />
      </Button>
      {open && (
        <Dialog
          wide
          title={<Trans>Các bản đã ký trước</Trans>}
          onClose={() => {
            setOpen(false);
          }}
        >
          {versions.map((version) => (
            <Version key={version.id} version={version} criteria={criteria} />
          ))}
        </Dialog>
      )}
    </>
  );
}

function Version({ version, criteria }: { readonly version: EarlierVersion; readonly criteria: readonly CardCriterion[] }) {
  return (
    <section>
      <h3>
        <Trans>
          Bản {number(version.number)}, ký {dayAndClock(version.signedAt)}: {number(version.total)} điểm
        </Trans>
      </h3>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Tiêu chí</Trans>
            </th>
            <th scope="col" className={table.number}>
              <Trans>Điểm</Trans>
            </th>
            <th scope="col">
              <Trans>Nhận xét</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {version.marks.map(({ criterion, points, comment }) => {
            const known = criteria.find(({ key }) => key === criterion);
            return (
              <tr key={criterion}>
                <th scope="row">{known ? named(known) : criterion}</th>
                <td className={table.number}>{points === null ? '–' : number(points)}</td>
                <td>{comment}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="caption num">{version.hash}</p>
    </section>
  );
}
