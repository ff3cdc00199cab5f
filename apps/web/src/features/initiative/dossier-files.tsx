import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { classes } from '../../ui/classes';
import { Confirm } from '../../ui/confirm';
import { fieldId } from '../../ui/field';
import { fileSize } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { Upload } from '../../ui/icons';
import { FetchFile } from '../../ui/fetch-file';
import { SendingList } from '../../ui/sending-list';
import { type Dossier } from './dossier.query';
import { REMOVE_FILE } from './dossier-files.query';
import { Asks } from './dossier-steps';
import styles from './dossier.module.css';
import { type Editing } from './editing';
import { FilePlaces, useFileKinds } from './file-places';

type DossierFile = Dossier['files'][number];

export function FilesStep({ of }: { readonly of: Editing }) {
  const { t } = useLingui();
  const { dossier, limits, uploads, again, errorOf } = of;
  const [over, setOver] = useState(false);
  const [removed, setRemoved] = useState<DossierFile | null>(null);
  const endings = limits?.fileEndings ?? [];
  const list = endings.join(', ');
  usePastedFiles(uploads.add);
  return (
    <>
      <Asks path="files" dossier={dossier} />
      {errorOf('files') && <p className={styles.wrong}>{errorOf('files')}</p>}
      <FilePlaces of={of} onRemove={setRemoved} />
      <SendingList uploads={uploads} />
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
        <Chooser
          id={fieldId('files')}
          accept={endings.map((ending) => `.${ending}`).join(',')}
          label={t`Chọn tệp để gửi`}
          onFiles={uploads.add}
        >
          <Icon of={Upload} />
          <Trans>Chọn tệp để gửi</Trans>
        </Chooser>
        <span className={styles.onTouch}>
          <Chooser camera accept="image/*" label={t`Chụp ảnh`} onFiles={uploads.add}>
            <Trans>Chụp ảnh</Trans>
          </Chooser>
        </span>
        <p>
          <Trans>hoặc kéo tệp thả vào đây, hoặc dán (Ctrl+V)</Trans>
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

interface ChooserProps {
  readonly id?: string;
  readonly label: string;
  readonly accept: string;
  readonly camera?: boolean;
  readonly onFiles: (files: Iterable<File>) => void;
  readonly children: ReactNode;
}

/** A button that opens the machine's own choice of files, or its camera. */
function Chooser({ id, label, accept, camera = false, onFiles, children }: ChooserProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        id={id}
        aria-describedby="files-limits"
        onClick={() => {
          input.current?.click();
        }}
      >
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        multiple={!camera}
        capture={camera ? 'environment' : undefined}
        hidden
        aria-label={label}
        accept={accept}
        onChange={({ target }) => {
          onFiles(target.files ?? []);
          target.value = '';
        }}
      />
    </>
  );
}

/** Files that are pasted anywhere on the page but into a text. */
function usePastedFiles(add: (files: Iterable<File>) => void): void {
  const newest = useRef(add);
  useEffect(() => {
    newest.current = add;
  });
  useEffect(() => {
    const pasted = (event: ClipboardEvent) => {
      const files = event.clipboardData?.files;
      if (!files?.length || (event.target as HTMLElement | null)?.closest('input, textarea')) return;
      event.preventDefault();
      newest.current(files);
    };
    document.addEventListener('paste', pasted);
    return () => {
      document.removeEventListener('paste', pasted);
    };
  }, []);
}

/** Files with how large they are and how to have them. */
export function FileList({ files }: { readonly files: readonly DossierFile[] }) {
  const kinds = useFileKinds();
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
            <p className="caption">{[kinds[file.kind], file.caption, fileSize(file.size)].filter(Boolean).join(' · ')}</p>
          </div>
          <FetchFile id={file.id} name={file.fileName} />
        </li>
      ))}
    </ul>
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
