import { Check, Close, Lock } from '../../../ui/icons';
import { StateMark } from '../../../ui/state-mark';
import { type CertificateState } from '../certificate.query';
import { useCertificateStates } from './words';

/** Whether a certificate holds, by shape and word. */
export function CertificateMark({ state }: { readonly state: CertificateState }) {
  const words = useCertificateStates();
  const icon = state === 'VALID' ? Check : state === 'REVOKED' ? Close : Lock;
  return (
    <StateMark tone={state === 'VALID' ? 'done' : 'late'} icon={icon}>
      {words[state]}
    </StateMark>
  );
}
