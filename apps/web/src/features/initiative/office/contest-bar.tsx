import { useLingui } from '@lingui/react/macro';
import { type ComponentProps } from 'react';
import { Bar } from '../../../ui/bar';
import { titled } from '../../../ui/format';
import { type ContestOfDossiers } from './office.query';

/** Where one is, below the contest. */
export function OfficeBar({
  contest,
  crumbs,
  side,
}: {
  /** Undefined while it is asked for. */
  readonly contest: ContestOfDossiers | null | undefined;
  readonly crumbs: ComponentProps<typeof Bar>['crumbs'];
  readonly side?: ComponentProps<typeof Bar>['side'];
}) {
  const { t } = useLingui();
  return <Bar crumbs={[{ label: contest ? titled(contest) : t`Cuộc thi` }, ...crumbs]} side={side} />;
}
