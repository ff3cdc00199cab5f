import { Trans, useLingui } from '@lingui/react/macro';
import { useAdoptionWords } from '../../../ui/adoption-mark';
import { FetchFile } from '../../../ui/fetch-file';
import { day, dayAndClock } from '../../../ui/format';
import { type AdoptionRead } from '../adoption.query';
import styles from './report.module.css';

/** What shows that it is in use, the newest first. */
export function Evidence({ of: { evidence } }: { readonly of: AdoptionRead }) {
  return (
    <ol className={styles.list}>
      {evidence.toReversed().map(({ id, givenOn, note, byName, fileId }) => (
        <li key={id}>
          <p className={styles.said}>{note}</p>
          <p className="caption">{[day(givenOn), byName].filter(Boolean).join(' · ')}</p>
          {fileId && <FetchFile id={fileId} name={note} />}
        </li>
      ))}
    </ol>
  );
}

/** How a commune came to stand where it does, the newest first. */
export function History({ of: { history } }: { readonly of: AdoptionRead }) {
  const { t } = useLingui();
  const words = useAdoptionWords();
  return (
    <ol className={styles.list}>
      {history.toReversed().map(({ id, effectiveOn, fromState, toState, reason, byName, at }) => (
        <li key={id}>
          <p>
            <strong>{day(effectiveOn)}</strong>{' '}
            {fromState && fromState !== toState ? `${words[fromState]} → ${words[toState]}` : words[toState]}
          </p>
          {reason && <p className={styles.said}>{reason}</p>}
          <p className="caption">
            <Trans>
              {byName ?? t`Hệ thống`} ghi lúc {dayAndClock(at)}
            </Trans>
          </p>
        </li>
      ))}
    </ol>
  );
}
