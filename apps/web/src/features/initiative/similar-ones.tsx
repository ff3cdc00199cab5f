import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useAsk } from '../../api/ask';
import { Button } from '../../ui/button';
import { named } from '../../ui/format';
import { Answer } from '../../ui/note';
import { Panel } from '../../ui/panel';
import { SIMILAR } from './dossier.query';
import styles from './dossier.module.css';
import { type Autosave } from '../../ui/use-autosave';
import { type DossierFields } from './use-dossier';

const QUIET_MS = 1200;
const SHOWN = 4;

/** Initiatives of all years that resemble what is typed: so that it is said what is new. */
export function SimilarOnes({ id, autosave }: { readonly id: string; readonly autosave: Autosave<DossierFields> }) {
  const { t } = useLingui();
  const { value } = autosave;
  const title = useQuiet(value.title.trim());
  const asked = useAsk(SIMILAR, { id, title, problem: value.problem, solution: value.solution }, { pause: title === '' });
  if (title === '') return null;
  return (
    <aside>
      <Panel title={<Trans>Sáng kiến tương tự</Trans>}>
        <Answer of={asked} rows={3}>
          {({ similarToText: found }) =>
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
                      <p className="caption">{[String(one.year), named(one.owner)].join(' · ')}</p>
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
