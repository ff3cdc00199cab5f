import { useLingui } from '@lingui/react/macro';
import { type ComponentProps } from 'react';
import { useAsk } from '../../../api/ask';
import { Bar } from '../../../ui/bar';
import { titled } from '../../../ui/format';
import { CONTEST_OF_DOSSIERS, type ContestOfDossiers } from './office.query';

/** The contest of the address: undefined while it is asked for. */
export const useContestOfDossiers = (id: string): ContestOfDossiers | null | undefined => useAsk(CONTEST_OF_DOSSIERS, { id }).data?.contest;

/** Where one is, below the contest. */
export function OfficeBar({
  contest,
  crumbs,
  side,
}: {
  readonly contest: ContestOfDossiers | null | undefined;
  readonly crumbs: ComponentProps<typeof Bar>['crumbs'];
  readonly side?: ComponentProps<typeof Bar>['side'];
}) {
  const { t } = useLingui();
  return <Bar crumbs={[{ label: contest ? titled(contest) : t`Cuộc thi` }, ...crumbs]} side={side} />;
}
