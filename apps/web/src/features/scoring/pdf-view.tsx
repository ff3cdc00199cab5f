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
        <Find pdf={pdf} page={page} onFound={go} />
      </div>
      <PageCanvas pdf={pdf} page={page} zoom={zoom} />
    </>
  );
}

function PageCanvas({ pdf, page, zoom }: { readonly pdf: PDFDocumentProxy; readonly page: number; readonly zoom: number }) {
  const { t } = useLingui();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let stop = (): void => undefined;
    let stopped = false;
    void pdf.getPage(page).then((found) => {
      const element = canvas.current;
      if (!element || stopped) return;
      const width = element.parentElement?.clientWidth ?? 640;
      const scale = (width / found.getViewport({ scale: 1 }).width) * zoom;
      const density = Math.min(2, window.devicePixelRatio);
      const viewport = found.getViewport({ scale: scale * density });
      element.width = viewport.width;
      element.height = viewport.height;
      element.style.width = `${String(viewport.width / density)}px`;
      const task = found.render({ canvas: element, viewport });
      task.promise.catch(() => undefined);
      stop = () => {
        task.cancel();
      };
    });
    return () => {
      stopped = true;
      stop();
    };
  }, [pdf, page, zoom]);
  return (
    <div className={styles.paper}>
      <canvas ref={canvas} role="img" aria-label={t`Trang ${number(page)} của tài liệu`} />
    </div>
  );
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();

/** Goes to the next page that says it, tone marks aside. */
function Find({ pdf, page, onFound }: { readonly pdf: PDFDocumentProxy; readonly page: number; readonly onFound: (page: number) => void }) {
  const { t } = useLingui();
  const [wanted, setWanted] = useState('');
  const [none, setNone] = useState(false);
  const find = async () => {
    const order = Array.from({ length: pdf.numPages }, (_, by) => ((page + by) % pdf.numPages) + 1);
    for (const at of order) {
      const { items } = await (await pdf.getPage(at)).getTextContent();
      const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
      if (plain(text).includes(plain(wanted))) {
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
