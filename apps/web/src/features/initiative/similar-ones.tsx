import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { type Asked, useAsk } from '../../api/ask';
import { Button } from '../../ui/button';
import { named } from '../../ui/format';
import { Answer } from '../../ui/note';
import { Panel } from '../../ui/panel';
import { SIMILAR, type SimilarToDossier } from './beside-dossier.query';
import styles from './dossier.module.css';
import { type useDossier } from './use-dossier';

const QUIET_MS = 1200;
const SHOWN = 4;

type Writing = ReturnType<typeof useDossier>;

/** Initiatives of all years that resemble what is typed: so that it is said what is new. */
export function SimilarOnes({ of }: { readonly of: Writing }) {
  const { t } = useLingui();
  const { autosave } = of;
  const { value } = autosave;
  const title = useQuiet(value.title.trim());
  const asked = useSimilar(of, title);
  if (title === '') return null;
  return (
    <aside>
      <Panel title={<Trans>Sáng kiến tương tự</Trans>}>
        <Answer of={asked} rows={3}>
          {(found) =>
            found.length === 0 ? (
              <p className="secondary">
                <Trans>Chưa thấy sáng kiến nào giống.</Trans>
              </p>
            ) : (
              <>
                <ul className={styles.similar}>
                  {found.slice(0, SHOWN).map((one) => (
                    <li key={one.id}>
                      <p>
                        {one.mayRead ? (
                          <Link to="/initiatives/$initiativeId" params={{ initiativeId: one.id }}>
                            {one.title}
                          </Link>
                        ) : (
                          <b>{one.title}</b>
                        )}
                      </p>
                      <p className="caption">{[String(one.contest.year), named(one.owner)].join(' · ')}</p>
                      {one.passages.map(({ text, otherText }) => (
                        <p key={text} className={styles.alike}>
                          <Trans>
                            “{text}” giống “{otherText}”
                          </Trans>
                        </p>
                      ))}
                      {value.improvesId === one.id ? (
                        <p className="caption">
                          <Trans>Hồ sơ này ghi là cải tiến từ sáng kiến này.</Trans>
                        </p>
                      ) : (
                        <Button
                          size="small"
                          kind="plain"
                          aria-label={t`Hồ sơ này cải tiến từ đây: ${one.title}`}
                          onClick={() => {
                            autosave.change({ improvesId: one.id });
                          }}
                        >
                          <Trans>Hồ sơ này cải tiến từ đây</Trans>
                        </Button>
                      )}
                    </li>
                  ))}
                </ul>
                <p className="secondary">
                  <Trans>Giống không có nghĩa là bị loại. Nói rõ điểm cải tiến thì việc xét nhanh hơn.</Trans>
                </p>
              </>
            )
          }
        </Answer>
      </Panel>
    </aside>
  );
}

/** As it came with the page, until something else is typed. */
function useSimilar({ opened, beside, autosave: { value } }: Writing, title: string): Asked<readonly SimilarToDossier[]> {
  const { problem, solution } = value;
  const found = beside.data?.similarInitiatives?.edges.map(({ node }) => node);
  const isSame = value.title === opened.title && problem === opened.problem && solution === opened.solution;
  const isAsOpened = isSame && (found !== undefined || !beside.data);
  const asked = useAsk(SIMILAR, { id: opened.id, title, problem, solution }, { pause: title === '' || isAsOpened });
  return isAsOpened ? { ...beside, data: found } : { ...asked, data: asked.data?.similarToText };
}

function useQuiet(text: string): string {
  const [quiet, setQuiet] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => {
      setQuiet(text);
    }, QUIET_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  return quiet;
}
