import { Trans } from '@lingui/react/macro';
import { type ProcedureRow } from '../procedure.query';

/** Who settles a procedure, in words. */
export function LevelWord({ of }: { readonly of: ProcedureRow['level'] }) {
  switch (of) {
    case 'MINISTRY':
      return <Trans>Cấp bộ</Trans>;
    case 'PROVINCE':
      return <Trans>Cấp tỉnh</Trans>;
    case 'DISTRICT':
      return <Trans>Cấp huyện</Trans>;
    case 'COMMUNE':
      return <Trans>Cấp xã</Trans>;
  }
}
