import { Trans } from '@lingui/react/macro';
import { Check, Close, Lock } from '../../../ui/icons';
import { StateMark } from '../../../ui/state-mark';
import { type CertificateRow } from '../certificate.query';

/** Whether a certificate holds, by shape and word. */
export function CertificateMark({ state }: { readonly state: CertificateRow['state'] }) {
  if (state === 'VALID')
    return (
      <StateMark tone="done" icon={Check}>
        <Trans>Có hiệu lực</Trans>
      </StateMark>
    );
  return (
    <StateMark tone="late" icon={state === 'REVOKED' ? Close : Lock}>
      {state === 'REVOKED' ? <Trans>Đã thu hồi</Trans> : <Trans>Đã được thay</Trans>}
    </StateMark>
  );
}
