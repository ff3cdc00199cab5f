import { Plural, Trans } from '@lingui/react/macro';
import { type ReactNode, Suspense, lazy, useState } from 'react';
import { useClient } from 'urql';
import { useAsk } from '../../api/ask';
import { Button } from '../../ui/button';
import { fileSize } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { ChevronLeft, Download } from '../../ui/icons';
import { Answer, Empty, Note, Skeleton } from '../../ui/note';
import { Tag } from '../../ui/state-mark';
import { type EvidenceFile, FILE_DOWNLOAD, FILE_TEXT, FILE_VIEW } from './card.query';
import styles from './dossier.module.css';

const PdfView = lazy(() => import('./pdf-view'));

/** The files of a dossier in the order of its authors; one at a time is looked at in place. */
export function EvidenceFiles({ files, withheld }: { readonly files: readonly EvidenceFile[]; readonly withheld: number }) {
  const [shown, setShown] = useState<EvidenceFile | null>(null);
  if (files.length === 0 && withheld === 0) return <Empty title={<Trans>Hồ sơ không có tệp kèm theo</Trans>} />;
  if (shown) {
    return (
      <div className={styles.shown}>
        <p>
          <Button
            size="small"
            autoFocus
            onClick={() => {
              setShown(null);
            }}
          >
            <Icon of={ChevronLeft} />
            <Trans>Các tệp của hồ sơ</Trans>
          </Button>{' '}
          <b>{shown.fileName}</b> {shown.caption && <span className="secondary">{shown.caption}</span>}
        </p>
        <Shown file={shown} />
      </div>
    );
  }
  return (
    <>
      {withheld > 0 && (
        <Note>
          <Plural
            value={withheld}
            one="# tệp không cho xem vì có nêu tên tác giả hoặc đơn vị."
            other="# tệp không cho xem vì có nêu tên tác giả hoặc đơn vị."
          />
        </Note>
      )}
      <ul className={styles.files}>
        {files.map((file) => (
          <li key={file.id} className={styles.file}>
            {file.thumbnailUrl && <img className={styles.thumb} src={file.thumbnailUrl} alt="" loading="lazy" />}
            <div>
              <b>{file.fileName}</b>
              {file.caption && <p className="secondary">{file.caption}</p>}
              <p className="caption">
                <Tag>
                  <FileKind kind={file.kind} />
                </Tag>{' '}
                {fileSize(file.size)}
              </p>
            </div>
            {(file.canView || file.hasText) && (
              <Button
                onClick={() => {
                  setShown(file);
                }}
              >
                <Trans>Xem</Trans>
                <span className="visually-hidden"> {file.fileName}</span>
              </Button>
            )}
            <DownloadButton file={file} />
          </li>
        ))}
      </ul>
    </>
  );
}

function DownloadButton({ file }: { readonly file: EvidenceFile }) {
  const client = useClient();
  return (
    <Button
      kind="plain"
      aria-label={file.fileName}
      onClick={() => {
        void client
          .query(FILE_DOWNLOAD, { id: file.id }, { requestPolicy: 'network-only' })
          .toPromise()
          .then(({ data }) => {
            if (data) location.assign(data.fileDownload.url);
          });
      }}
    >
      <Icon of={Download} />
      <Trans>Tải về</Trans>
    </Button>
  );
}

function Shown({ file }: { readonly file: EvidenceFile }) {
  if (!file.canView) return <FileWords file={file} />;
  return <FileLooks file={file} />;
}

function FileLooks({ file }: { readonly file: EvidenceFile }) {
  const asked = useAsk(FILE_VIEW, { id: file.id });
  return (
    <Answer of={asked}>
      {({ fileView: { url } }) => {
        if (file.contentType === 'application/pdf') {
          return (
            <Suspense fallback={<Skeleton />}>
              <PdfView url={url} fileId={file.id} />
            </Suspense>
          );
        }
        if (file.contentType.startsWith('image/')) return <img src={url} alt={file.caption ?? file.fileName} />;
        return <video src={url} controls preload="metadata" aria-label={file.caption ?? file.fileName} />;
      }}
    </Answer>
  );
}

function FileWords({ file }: { readonly file: EvidenceFile }) {
  const asked = useAsk(FILE_TEXT, { id: file.id });
  return (
    <Answer of={asked}>
      {({ fileText }) =>
        fileText ? (
          <article className={styles.sheet} lang="vi">
            {fileText.text
              .split('\n')
              .filter((line) => line.trim() !== '')
              .map((line, at) => (
                <p key={at}>{line}</p>
              ))}
            {fileText.truncated && (
              <Note>
                <Trans>Chỉ hiện phần đầu. Tải tệp về để đọc hết.</Trans>
              </Note>
            )}
          </article>
        ) : (
          <Empty title={<Trans>Không đọc được tệp này thành chữ. Tải về để xem.</Trans>} />
        )
      }
    </Answer>
  );
}

function FileKind({ kind }: { readonly kind: EvidenceFile['kind'] }): ReactNode {
  switch (kind) {
    case 'CONFIRMATION':
      return <Trans>xác nhận áp dụng</Trans>;
    case 'COVER_LETTER':
      return <Trans>công văn</Trans>;
    case 'DESCRIPTION':
      return <Trans>thuyết minh</Trans>;
    case 'ENTRY_FORM':
      return <Trans>phiếu đăng ký</Trans>;
    case 'EVIDENCE':
      return <Trans>minh chứng</Trans>;
    case 'PICTURE':
      return <Trans>ảnh</Trans>;
    case 'VIDEO':
      return <Trans>phim</Trans>;
    case 'OTHER':
      return <Trans>tệp khác</Trans>;
  }
}
