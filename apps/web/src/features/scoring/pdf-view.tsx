import { Trans, useLingui } from '@lingui/react/macro';
import { GlobalWorkerOptions, type PDFDocumentProxy, getDocument } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { Button, IconButton } from '../../ui/button';
import { number, percent } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { ChevronLeft, ChevronRight, Minus, Plus } from '../../ui/icons';
import { Note, Skeleton } from '../../ui/note';
import styles from './dossier.module.css';
import { saysIt } from './find-words';
import { PdfPage } from './pdf-page';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Where one was in a file, for coming back to it. */
const lastPage = new Map<string, number>();
const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];

/** A PDF page by page, drawn by a script and a worker of ours: nothing is evaluated, no WebAssembly, nothing from elsewhere. */
export default function PdfView({ url, fileId }: { readonly url: string; readonly fileId: string }) {
  const { t } = useLingui();
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [broken, setBroken] = useState(false);
  const [page, setPage] = useState(lastPage.get(fileId) ?? 1);
  const [zoom, setZoom] = useState(1);
  const [sought, setSought] = useState('');
  useEffect(() => {
    const task = getDocument({
      url,
      useWasm: false,
      enableXfa: false,
      cMapUrl: '/pdf/cmaps/',
      cMapPacked: true,
      standardFontDataUrl: '/pdf/standard_fonts/',
    });
    task.promise.then(setPdf, () => {
      setBroken(true);
    });
    return () => void task.destroy();
  }, [url]);
  const go = (to: number) => {
    if (!pdf) return;
    const next = Math.min(pdf.numPages, Math.max(1, to));
    lastPage.set(fileId, next);
    setPage(next);
  };
  if (broken) {
    return (
      <Note tone="late">
        <Trans>Không hiện được tệp PDF này. Tải về để xem.</Trans>
      </Note>
    );
  }
  if (!pdf) return <Skeleton />;
  const at = ZOOMS.indexOf(zoom);
  return (
    <>
      <div className={styles.tool} role="toolbar" aria-label={t`Trang tài liệu`}>
        <IconButton
          label={t`Trang trước`}
          aria-disabled={page === 1 || undefined}
          onClick={() => {
            go(page - 1);
          }}
        >
          <Icon of={ChevronLeft} />
        </IconButton>
        <span className="num" aria-live="polite">
          {number(page)} / {number(pdf.numPages)}
        </span>
        <IconButton
          label={t`Trang sau`}
          aria-disabled={page === pdf.numPages || undefined}
          onClick={() => {
            go(page + 1);
          }}
        >
          <Icon of={ChevronRight} />
        </IconButton>
        <IconButton
          label={t`Thu nhỏ`}
          onClick={() => {
            setZoom(ZOOMS[Math.max(0, at - 1)] ?? 1);
          }}
        >
          <Icon of={Minus} />
        </IconButton>
        <span className="num">{percent(zoom * 100)}</span>
        <IconButton
          label={t`Phóng to`}
          onClick={() => {
            setZoom(ZOOMS[Math.min(ZOOMS.length - 1, at + 1)] ?? 1);
          }}
        >
          <Icon of={Plus} />
        </IconButton>
        <Find pdf={pdf} page={page} onFound={go} onSought={setSought} />
      </div>
      <PdfPage pdf={pdf} page={page} zoom={zoom} sought={sought} />
    </>
  );
}

/** Goes to the next page that says it, tone marks aside. */
function Find({
  pdf,
  page,
  onFound,
  onSought,
}: {
  readonly pdf: PDFDocumentProxy;
  readonly page: number;
  readonly onFound: (page: number) => void;
  readonly onSought: (wanted: string) => void;
}) {
  const { t } = useLingui();
  const [wanted, setWanted] = useState('');
  const [none, setNone] = useState(false);
  const last = useRef('');
  const find = async () => {
    // The first press looks on this page too; the same again goes on to the next.
    const from = last.current === wanted ? 0 : -1;
    last.current = wanted;
    onSought(wanted);
    const order = Array.from({ length: pdf.numPages }, (_, by) => ((page + from + by) % pdf.numPages) + 1);
    for (const at of order) {
      const { items } = await (await pdf.getPage(at)).getTextContent();
      if (saysIt(items.map((item) => ('str' in item ? item.str : '')).join(' '), wanted)) {
        setNone(false);
        onFound(at);
        return;
      }
    }
    setNone(true);
  };
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted.trim()) void find();
      }}
    >
      <input
        type="search"
        aria-label={t`Tìm trong tài liệu`}
        placeholder={t`Tìm trong tài liệu`}
        value={wanted}
        onChange={({ target: { value } }) => {
          setWanted(value);
          setNone(false);
          if (value === '') onSought('');
        }}
      />
      <Button type="submit" size="small">
        <Trans>Tìm</Trans>
      </Button>
      <span role="status" className="caption">
        {none && <Trans>Không thấy</Trans>}
      </span>
    </form>
  );
}
