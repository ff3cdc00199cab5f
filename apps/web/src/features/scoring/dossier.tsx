import './tinos.css';
import { Trans, useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { useAct } from '../../api/act';
import { day, named, number } from '../../ui/format';
import { Check } from '../../ui/icons';
import { Broken, Note, Skeleton } from '../../ui/note';
import { StateMark } from '../../ui/state-mark';
import { type SimilarToCard as Similar } from './beside-card.query';
import { OPEN_DOSSIER, type WholeCard, type WholeDossier } from './card.query';
import { EvidenceFiles } from './evidence-files';
import { SheetPart } from './sheet-part';
import { SimilarToCard } from './similar-to-card';
import styles from './dossier.module.css';
import { OwnNotes, useOwnNotes } from './own-notes';

type Tab = 'text' | 'files' | 'similar' | 'notes';

interface DossierProps {
  readonly card: WholeCard;
  /** Null where it is not told, as in an anonymous round; undefined while it is asked for. */
  readonly similar: readonly Similar[] | null | undefined;
  readonly onChange: () => void;
}

/** What is judged: its text set as a page, its files, what is like it, and the judge's own notes beside it. */
export function Dossier({ card, similar, onChange }: DossierProps) {
  const { t } = useLingui();
  const [tab, setTab] = useState<Tab>('text');
  const [dossier, setDossier] = useState<WholeDossier | null>(null);
  const note = useOwnNotes(card, onChange);
  const open = useAct(OPEN_DOSSIER, { looksOnly: true });
  const { run } = open;
  useEffect(() => {
    void run({ scorecardId: card.id }).then((outcome) => {
      if (outcome.kind === 'done') setDossier(outcome.result);
    });
  }, [card.id, run]);
  const tabs: { readonly key: Tab; readonly label: ReactNode }[] = [
    { key: 'text', label: <Trans>Thuyết minh</Trans> },
    { key: 'files', label: <Trans>Minh chứng ({number(dossier?.files.length ?? 0)})</Trans> },
    ...(similar ? [{ key: 'similar' as const, label: <Trans>Tương tự ({number(similar.length)})</Trans> }] : []),
    { key: 'notes', label: <Trans>Ghi chú riêng</Trans> },
  ];
  const arrows = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    const at = tabs.findIndex(({ key }) => key === tab);
    const next = tabs[(at + by + tabs.length) % tabs.length]?.key ?? 'text';
    setTab(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <section className={styles.dossier} aria-label={t`Hồ sơ`}>
      <div className={styles.title}>
        <p className={styles.about}>
          <b className="num no-break">{card.initiative.receiptNumber}</b>
          {dossier && <span className="secondary">{named(dossier.area)}</span>}
          <span className={styles.side}>
            <StateMark tone="done" icon={Check}>
              <Trans>Đã cam đoan không xung đột</Trans>
            </StateMark>
          </span>
        </p>
        <h1 tabIndex={-1}>{card.initiative.title}</h1>
      </div>
      <div className={styles.tabs} role="tablist" aria-label={t`Phần của hồ sơ`} onKeyDown={arrows}>
        {tabs.map(({ key, label }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`tab-${key}`}
            aria-selected={tab === key}
            aria-controls="dossier-part"
            tabIndex={tab === key ? 0 : -1}
            onClick={() => {
              setTab(key);
            }}
          >
            {label}
          </button>
        ))}
      </div>
      <div className={styles.view} id="dossier-part" role="tabpanel" aria-labelledby={`tab-${tab}`} tabIndex={0}>
        {open.refusal && <Note tone="soon">{open.refusal.message}</Note>}
        {open.broken && <Broken error={open.broken} again={() => void run({ scorecardId: card.id })} />}
        {!dossier && open.busy && <Skeleton rows={8} />}
        {dossier && tab === 'text' && <Sheet dossier={dossier} anonymous={card.anonymous} />}
        {dossier && tab === 'files' && <EvidenceFiles files={dossier.files} withheld={dossier.filesWithheld} />}
        {similar && tab === 'similar' && <SimilarToCard found={similar} />}
        {tab === 'notes' && <OwnNotes note={note} canNote={card.canNote} />}
      </div>
    </section>
  );
}

function Sheet({ dossier, anonymous }: { readonly dossier: WholeDossier; readonly anonymous: boolean }) {
  return (
    <article className={styles.sheet} lang="vi">
      <p className={styles.sheetTitle}>{dossier.initiative.title}</p>
      <p className={styles.whose}>
        {anonymous ? (
          <Trans>Hồ sơ chấm ẩn danh</Trans>
        ) : (
          <>
            {dossier.authors.join(', ')} · {dossier.owner?.nameVi}
          </>
        )}
      </p>
      <SheetPart place="1" title="Vấn đề cần giải quyết" text={dossier.problem} />
      <SheetPart place="2" title="Mô tả giải pháp" text={dossier.solution} />
      <SheetPart place="3" title="Tính mới" text={dossier.novelty} />
      <SheetPart place="4" title="Hiệu quả" text={dossier.effect} />
      {dossier.firstAppliedOn && (
        <>
          <h2>5. Áp dụng lần đầu</h2>
          <p>{day(dossier.firstAppliedOn)}</p>
        </>
      )}
    </article>
  );
}
