import { Trans, useLingui } from '@lingui/react/macro';
import { diffWordsWithSpace } from 'diff';
import { Fragment, useState } from 'react';
import { useAsk } from '../../../api/ask';
import { Dialog } from '../../../ui/dialog';
import { Answer } from '../../../ui/note';
import { Segments } from '../../../ui/segments';
import { Difference, usePartWords } from '../difference';
import { type Part } from '../versions.query';
import styles from './office.module.css';
import { type OfficeDossier, type SimilarOne, TEXTS_OF_OTHER } from './office.query';

const PARTS = [
  ['TITLE', 'title'],
  ['PROBLEM', 'problem'],
  ['SOLUTION', 'solution'],
  ['NOVELTY', 'novelty'],
  ['EFFECT', 'effect'],
] as const;

type Texts = Readonly<Record<(typeof PARTS)[number][1], string>>;

/** Two dossiers side by side, part by part, or the words that this one has and the other has not. */
export function Compare({
  dossier,
  other,
  onClose,
}: {
  readonly dossier: OfficeDossier;
  readonly other: SimilarOne;
  readonly onClose: () => void;
}) {
  const { t } = useLingui();
  const [view, setView] = useState<'beside' | 'difference'>('beside');
  const asked = useAsk(TEXTS_OF_OTHER, { id: other.id });
  return (
    <Dialog wide title={t`So với ${other.title} (${other.contest.year})`} onClose={onClose}>
      <Segments
        label={t`Cách xem`}
        value={view}
        onChange={setView}
        choices={[
          { value: 'beside', label: t`Cạnh nhau` },
          { value: 'difference', label: t`Chỗ khác nhau` },
        ]}
      />
      <Answer of={asked}>
        {({ initiative }) =>
          initiative === null ? (
            <p>
              <Trans>Không mở được sáng kiến này.</Trans>
            </p>
          ) : view === 'beside' ? (
            <Beside one={dossier} other={initiative} />
          ) : (
            <Difference heading="h3" fields={PARTS.map(([field, key]) => ({ field, parts: partsOf(initiative[key], dossier[key]) }))} />
          )
        }
      </Answer>
    </Dialog>
  );
}

function Beside({ one, other }: { readonly one: Texts; readonly other: Texts }) {
  const words = usePartWords();
  return (
    <div className={styles.pair} lang="vi">
      {PARTS.map(([field, key]) => (
        <Fragment key={key}>
          <h3>{words[field]}</h3>
          <p>{one[key]}</p>
          <p>{other[key]}</p>
        </Fragment>
      ))}
    </div>
  );
}

/** What this one has and the earlier had not was added to it. */
const partsOf = (earlier: string, now: string): readonly Part[] =>
  diffWordsWithSpace(earlier, now).map(({ added, removed, value }) => ({
    kind: added ? 'ADDED' : removed ? 'REMOVED' : 'SAME',
    text: value,
  }));
