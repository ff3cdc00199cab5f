import { Trans } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { named } from '../../../ui/format';
import { type RoundOfResult } from './standings.query';

type Rounds = readonly (Pick<RoundOfResult, 'nameVi' | 'nameEn' | 'criteria'> & { readonly key?: string })[];

/** The step of the tie-break ladder that put somebody here, as in `CRITERION:dossier/effect`. */
export function Step({ of, rounds }: { readonly of: string; readonly rounds: Rounds }): ReactNode {
  if (of === 'CHAIR_VOTE') return <Trans>phiếu quyết định của Trưởng ban Giám khảo</Trans>;
  if (of.startsWith('ROUND_SCORE:')) return <Trans>điểm của vòng trước</Trans>;
  const key = of.slice(of.lastIndexOf('/') + 1);
  const criterion = rounds.flatMap(({ criteria }) => criteria).find((one) => one.key === key);
  const name = criterion ? named(criterion) : key;
  return <Trans>điểm tiêu chí “{name}”</Trans>;
}

/** How cards became scores. */
export function Aggregated({ by }: { readonly by: string }): ReactNode {
  switch (by) {
    case 'MEAN':
      return <Trans>trung bình các phiếu</Trans>;
    case 'MEDIAN':
      return <Trans>trung vị các phiếu</Trans>;
    case 'TRIMMED_SHEETS':
      return <Trans>trung bình sau khi bỏ phiếu cao nhất và thấp nhất</Trans>;
    case 'TRIMMED_CRITERIA':
      return <Trans>trung bình sau khi bỏ điểm cao nhất và thấp nhất của từng tiêu chí</Trans>;
    default:
      return by;
  }
}

/** Where somebody stands, in a round or in the end. */
export function Placing({ of }: { readonly of: string }): ReactNode {
  switch (of) {
    case 'PASSED':
      return <Trans>qua vòng</Trans>;
    case 'CUT_OFF':
      return <Trans>dưới vạch</Trans>;
    case 'KNOCKED_OUT':
      return <Trans>dưới điểm liệt</Trans>;
    case 'FINALIST':
      return <Trans>vào vòng cuối</Trans>;
    case 'BELOW_FINAL':
      return <Trans>dừng trước vòng cuối</Trans>;
    default:
      return of;
  }
}
