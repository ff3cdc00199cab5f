import { Trans, useLingui } from '@lingui/react/macro';
import { type Sending, type Uploads } from '../api/uploads';
import { Button } from './button';
import { number } from './format';
import { Icon } from './icon';
import { Warning } from './icons';
import styles from './sending-list.module.css';
import { ShareBar } from './share-bar';

/** The files on their way: how far each is, and what can be done about one that broke off or was refused. */
export function SendingList({ uploads }: { readonly uploads: Uploads }) {
  const { t } = useLingui();
  if (uploads.sendings.length === 0) return null;
  return (
    <ul className={styles.files} aria-label={t`Tệp đang gửi`}>
      {uploads.sendings.map((sending) => (
        <SendingLine
          key={sending.key}
          sending={sending}
          onRetry={() => {
            uploads.retry(sending);
          }}
          onDrop={() => {
            uploads.drop(sending.key);
          }}
        />
      ))}
    </ul>
  );
}

interface SendingProps {
  readonly sending: Sending;
  readonly onRetry: () => void;
  readonly onDrop: () => void;
}

function SendingLine({ sending: { name, size, sent, trouble }, onRetry, onDrop }: SendingProps) {
  const { t } = useLingui();
  const share = number(size > 0 ? Math.floor((100 * Math.min(sent, size)) / size) : 0);
  return (
    <li>
      <div>
        <p className={styles.fileName}>{name}</p>
        {trouble === null ? (
          <>
            <ShareBar part={sent} whole={size} />
            <p className="caption">
              <Trans>Đang gửi {share} %</Trans>
            </p>
          </>
        ) : (
          <p className={styles.wrong} role="alert">
            <Icon of={Warning} /> {trouble.kind === 'refused' ? trouble.message : <Trans>Việc gửi bị ngắt. Phần đã gửi được giữ.</Trans>}
          </p>
        )}
      </div>
      {trouble?.kind === 'broken' && (
        <Button size="small" onClick={onRetry}>
          <Trans>Gửi tiếp</Trans>
        </Button>
      )}
      <Button size="small" kind="plain" aria-label={trouble === null ? t`Hủy gửi: ${name}` : t`Bỏ: ${name}`} onClick={onDrop}>
        {trouble === null ? <Trans>Hủy gửi</Trans> : <Trans>Bỏ</Trans>}
      </Button>
    </li>
  );
}
