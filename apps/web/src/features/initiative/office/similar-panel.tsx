import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Asked } from '../../../api/ask';
import { ActButton } from '../../../ui/act-button';
import { Button } from '../../../ui/button';
import { named } from '../../../ui/format';
import { Answer } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { Segments } from '../../../ui/segments';
import { Tag } from '../../../ui/state-mark';
import { Compare } from './compare';
import styles from './office.module.css';
import { LINK_SIMILAR, type OfficeDossier, type SimilarOne, type SimilarOnes } from './office.query';

type Verdict = NonNullable<SimilarOne['verdict']>;

/** What the three words on two that are alike are called. */
export function useLinkWords(): Readonly<Record<Verdict, string>> {
  const { t } = useLingui();
  return { NEW: t`Việc khác`, IMPROVES: t`Cải tiến từ đó`, DUPLICATES: t`Trùng lặp` };
}

/** Those of all years that are like it, the most alike first; what is said of the two is kept. */
export function SimilarPanel({ dossier, similar }: { readonly dossier: OfficeDossier; readonly similar: Asked<SimilarOnes> }) {
  const [other, setOther] = useState<SimilarOne | null>(null);
  return (
    <Panel title={<Trans>Sáng kiến tương tự</Trans>}>
      <Answer of={similar} rows={3}>
        {({ similarInitiatives: { edges } }) =>
          edges.length === 0 ? (
            <p className="secondary">
              <Trans>Chưa thấy sáng kiến nào giống.</Trans>
            </p>
          ) : (
            <>
              <ul className={styles.similar}>
                {edges.map(({ node }) => (
                  <li key={node.id}>
                    <Similar dossier={dossier} one={node} onCompare={setOther} onChange={similar.again} />
                  </li>
                ))}
              </ul>
              <p className="secondary">
                <Trans>Giống không có nghĩa là bị loại.</Trans>
              </p>
            </>
          )
        }
      </Answer>
      {other && (
        <Compare
          dossier={dossier}
          other={other}
          onClose={() => {
            setOther(null);
          }}
        />
      )}
    </Panel>
  );
}

interface SimilarProps {
  readonly dossier: OfficeDossier;
  readonly one: SimilarOne;
  readonly onCompare: (one: SimilarOne) => void;
  readonly onChange: () => void;
}

function Similar({ dossier, one, onCompare, onChange }: SimilarProps) {
  const { t } = useLingui();
  const words = useLinkWords();
  return (
    <>
      <p>
        <b>{one.title}</b> {one.verdict && <Tag tone={one.verdict === 'DUPLICATES' ? 'late' : 'ink'}>{words[one.verdict]}</Tag>}
      </p>
      <p className="caption">{[String(one.contest.year), one.receiptNumber, named(one.owner)].filter(Boolean).join(' · ')}</p>
      {one.passages.slice(0, 1).map(({ text, otherText }) => (
        <p key={text} className="secondary">
          <Trans>
            “{text}” giống “{otherText}”
          </Trans>
        </p>
      ))}
      <div className={styles.acts}>
        {one.mayRead && (
          <Button
            size="small"
            aria-label={t`So cạnh nhau: ${one.title}`}
            onClick={() => {
              onCompare(one);
            }}
          >
            <Trans>So cạnh nhau</Trans>
          </Button>
        )}
        {dossier.canLink && <LinkAct dossier={dossier} one={one} onDone={onChange} />}
      </div>
    </>
  );
}

function LinkAct({ dossier, one, onDone }: Pick<SimilarProps, 'dossier' | 'one'> & { readonly onDone: () => void }) {
  const { t } = useLingui();
  const words = useLinkWords();
  const [verdict, setVerdict] = useState<Verdict>(one.verdict ?? 'NEW');
  return (
    <ActButton
      of={LINK_SIMILAR}
      size="small"
      destructive={false}
      title={t`Kết luận về hai sáng kiến`}
      label={<Trans>Kết luận</Trans>}
      name={t`Kết luận về: ${one.title}`}
      act={<Trans>Ghi kết luận: {words[verdict]}</Trans>}
      reason={{ label: <Trans>Lý do</Trans>, path: 'reason', optional: true }}
      input={(reason) => ({ initiativeId: dossier.id, earlierId: one.id, verdict, reason: reason.trim() || null })}
      said={<Trans>Đã ghi kết luận</Trans>}
      onDone={onDone}
    >
      <p>
        <Trans>
          Hồ sơ đang xem so với <b>{one.title}</b> ({one.contest.year}). Ghi lại lần sau thì lần sau có hiệu lực.
        </Trans>
      </p>
      <Segments
        label={t`Kết luận`}
        value={verdict}
        onChange={setVerdict}
        choices={(['NEW', 'IMPROVES', 'DUPLICATES'] as const).map((value) => ({ value, label: words[value] }))}
      />
    </ActButton>
  );
}
