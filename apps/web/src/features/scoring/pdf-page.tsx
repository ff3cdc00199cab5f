import { useLingui } from '@lingui/react/macro';
import { type PDFDocumentProxy, type PDFPageProxy, TextLayer } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { number } from '../../ui/format';
import styles from './dossier.module.css';
import { rangesOf } from './find-words';

const FOUND = 'pdf-found';

/** One page as it looks, and over it its words, to be read out, copied, and shown where they are what is looked for. */
export function PdfPage({
  pdf,
  page,
  zoom,
  sought,
}: {
  readonly pdf: PDFDocumentProxy;
  readonly page: number;
  readonly zoom: number;
  readonly sought: string;
}) {
  const { t } = useLingui();
  const leaf = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const [read, setRead] = useState(0);
  useEffect(() => {
    const stops: (() => void)[] = [];
    let stopped = false;
    void pdf.getPage(page).then((found) => {
      if (stopped || !leaf.current || !canvas.current || !words.current) return;
      const scale = ((leaf.current.parentElement?.clientWidth ?? 640) / found.getViewport({ scale: 1 }).width) * zoom;
      leaf.current.style.setProperty('--total-scale-factor', String(scale));
      stops.push(draw(found, canvas.current, scale));
      words.current.replaceChildren();
      const layer = new TextLayer({
        textContentSource: found.streamTextContent(),
        container: words.current,
        viewport: found.getViewport({ scale }),
      });
      stops.push(() => {
        layer.cancel();
      });
      layer.render().then(
        () => {
          setRead((times) => times + 1);
        },
        () => undefined,
      );
    });
    return () => {
      stopped = true;
      for (const stop of stops) stop();
    };
  }, [pdf, page, zoom]);
  useEffect(() => {
    if (!words.current || !('highlights' in CSS)) return undefined;
    const ranges = rangesOf(words.current, sought);
    CSS.highlights.set(FOUND, new Highlight(...ranges));
    ranges[0]?.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
    return () => {
      CSS.highlights.delete(FOUND);
    };
  }, [sought, read]);
  return (
    <div className={styles.paper}>
      <div className={styles.leaf} ref={leaf}>
        <canvas ref={canvas} role="img" aria-label={t`Trang ${number(page)} của tài liệu`} />
        <div className={styles.words} ref={words} lang="vi" />
      </div>
    </div>
  );
}

/** Draws a page; answers how to leave off. */
function draw(page: PDFPageProxy, canvas: HTMLCanvasElement, scale: number): () => void {
  const density = Math.min(2, window.devicePixelRatio);
  const viewport = page.getViewport({ scale: scale * density });
  canvas.width = viewport.width;
  canvas.height = viewport.height;
  canvas.style.width = `${String(viewport.width / density)}px`;
  const task = page.render({ canvas, viewport });
  task.promise.catch(() => undefined);
  return () => {
    task.cancel();
  };
}
