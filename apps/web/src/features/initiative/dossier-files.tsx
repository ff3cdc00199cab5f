import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef, useState } from 'react';
import { useClient } from 'urql';
import { useAct } from '../../api/act';
import { Button, IconButton } from '../../ui/button';
import { classes } from '../../ui/classes';
import { Confirm } from '../../ui/confirm';
import { fieldId } from '../../ui/field';
import { fileSize, number } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { Download, Trash, Upload, Warning } from '../../ui/icons';
import { ShareBar } from '../../ui/share-bar';
import { type Dossier } from './dossier.query';
import { FILE_DOWNLOAD, REMOVE_FILE } from './dossier-files.query';
import { Asks } from './dossier-steps';
import styles from './dossier.module.css';
import { type Editing } from './editing';
import { type Sending } from './use-uploads';

type DossierFile = Dossier['files'][number];

export function FilesStep({ of: { dossier, limits, uploads, again, errorOf } }: { readonly of: Editing }) {
  const { t } = useLingui();
  const [over, setOver] = useState(false);
  const [removed, setRemoved] = useState<DossierFile | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const endings = limits?.fileEndings ?? [];
  const list = endings.join(', ');
  return (
    <>
      <Asks path="files" dossier={dossier} />
      {errorOf('files') && <p className={styles.wrong}>{errorOf('files')}</p>}
      <FileList
        files={dossier.files}
        act={(file) => {
          const name = file.fileName;
          return (
            <IconButton
              label={t`Bỏ tệp ${name}`}
              onClick={() => {
                setRemoved(file);
              }}
            >
              <Icon of={Trash} />
            </IconButton>
          );
        }}
      />
      {uploads.sendings.length > 0 && (
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
      )}
      <div
        className={classes(styles.drop, over && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => {
          setOver(false);
        }}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          uploads.add(event.dataTransfer.files);
        }}
      >
        <Button
          id={fieldId('files')}
          aria-describedby="files-limits"
          onClick={() => {
            input.current?.click();
          }}
        >
          <Icon of={Upload} />
          <Trans>Chọn tệp để gửi</Trans>
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={t`Chọn tệp để gửi`}
          accept={endings.map((ending) => `.${ending}`).join(',')}
          onChange={({ target }) => {
            uploads.add(target.files ?? []);
            target.value = '';
          }}
        />
        <p>
          <Trans>hoặc kéo tệp thả vào đây</Trans>
        </p>
        {limits && (
          <p className="caption" id="files-limits">
            <Trans>
              Nhiều nhất {limits.maxFiles} tệp, mỗi tệp không quá {fileSize(limits.maxFileBytes)}. Nhận: {list}.
            </Trans>
          </p>
        )}
      </div>
      {removed && (
        <RemoveFile
          file={removed}
          onDone={again}
          onClose={() => {
            setRemoved(null);
          }}
        />
      )}
    </>
  );
}

/** Files with how large they are and how to have them. */
export function FileList({ files, act }: { readonly files: readonly DossierFile[]; readonly act?: (file: DossierFile) => ReactNode }) {
  if (files.length === 0) {
    return (
      <p className="secondary">
        <Trans>Chưa có tệp nào.</Trans>
      </p>
    );
  }
  return (
    <ul className={styles.files}>
      {files.map((file) => (
        <li key={file.id}>
          <div>
            <p className={styles.fileName}>{file.fileName}</p>
            <p className="caption">{[file.caption, fileSize(file.size)].filter(Boolean).join(' · ')}</p>
          </div>
          <Fetch file={file} />
          {act?.(file)}
        </li>
      ))}
    </ul>
  );
}

/** The address of a file is good for some minutes only, so that it is asked for when somebody wants the file. */
function Fetch({ file }: { readonly file: DossierFile }) {
  const { t } = useLingui();
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const name = file.fileName;
  const fetchFile = async () => {
    setBusy(true);
    const { data } = await client.query(FILE_DOWNLOAD, { id: file.id }, { requestPolicy: 'network-only' }).toPromise();
    setBusy(false);
    if (data) location.assign(data.fileDownload.url);
  };
  return (
    <Button kind="plain" busy={busy} aria-label={t`Tải về: ${name}`} onClick={() => void fetchFile()}>
      <Icon of={Download} />
      <Trans>Tải về</Trans>
    </Button>
  );
}

interface SendingProps {
  readonly sending: Sending;
  readonly onRetry: () => void;
  readonly onDrop: () => void;
}

function SendingLine({ sending: { name, size, sent, trouble }, onRetry, onDrop }: SendingProps) {
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
      {trouble !== null && (
        <Button size="small" kind="plain" onClick={onDrop}>
          <Trans>Bỏ</Trans>
        </Button>
      )}
    </li>
  );
}

function RemoveFile({ file, onDone, onClose }: { readonly file: DossierFile; readonly onDone: () => void; readonly onClose: () => void }) {
  const { run, busy, refusal, broken } = useAct(REMOVE_FILE);
  const name = file.fileName;
  const remove = async () => {
    const outcome = await run({ fileId: file.id });
    if (outcome.kind !== 'done') return;
    onDone();
    onClose();
  };
  return (
    <Confirm
      title={<Trans>Bỏ tệp khỏi hồ sơ</Trans>}
      act={<Trans>Bỏ tệp</Trans>}
      keep={<Trans>Giữ tệp</Trans>}
      {...{ busy, refusal, broken, onClose }}
      onAct={() => void remove()}
    >
      <p>
        <Trans>Tệp {name} không còn trong hồ sơ. Muốn có lại thì phải gửi lại.</Trans>
      </p>
    </Confirm>
  );
}
