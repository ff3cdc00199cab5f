import { Trans } from '@lingui/react/macro';
import { type SaidFigure } from '../figure.query';

/** Of which kind a source is, in words. */
export function SourceKind({ of }: { readonly of: SaidFigure['sourceKind'] }) {
  switch (of) {
    case 'SYSTEM':
      return <Trans>hệ thống đếm</Trans>;
    case 'REPORTED':
      return <Trans>xã báo cáo</Trans>;
    case 'PRESS':
      return <Trans>báo chí</Trans>;
    case 'INSPECTION':
      return <Trans>kiểm tra</Trans>;
    case 'OTHER':
      return <Trans>nguồn khác</Trans>;
  }
}
