import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useClient } from 'urql';
import { FileButton } from '../../ui/file-button';
import { Panel } from '../../ui/panel';
import styles from './dossier.module.css';
import { OWN_CERTIFICATE_FILE, type OwnCertificate } from './beside-dossier.query';

/** What one has on paper of one's own prize or recognition: what its page says, and the file while it holds. */
export function OwnCertificates({ of }: { readonly of: readonly OwnCertificate[] }) {
  const client = useClient();
  if (of.length === 0) return null;
  const file = async (code: string) => {
    const asked = client.query(OWN_CERTIFICATE_FILE, { code }, { requestPolicy: 'network-only' });
    return (await asked.toPromise()).data?.myCertificateFile?.url;
  };
  return (
    <div className={styles.way}>
      <Panel title={<Trans>Giấy chứng nhận của tôi</Trans>}>
        {of.map(({ certificateCode, state, printed }) => (
          <p key={certificateCode}>
            <Link to="/c/$code" params={{ code: certificateCode }}>
              {printed.prize === null ? <Trans>Giấy chứng nhận sáng kiến</Trans> : <Trans>Giấy chứng nhận {printed.prize}</Trans>},{' '}
              {state === 'VALID' ? <Trans>đang có hiệu lực</Trans> : <Trans>không còn hiệu lực</Trans>}
            </Link>{' '}
            {state === 'VALID' && (
              <FileButton ask={() => file(certificateCode)}>
                <Trans>Tải giấy chứng nhận</Trans>
              </FileButton>
            )}
          </p>
        ))}
      </Panel>
    </div>
  );
}
