import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { named } from '../../ui/format';
import { Empty } from '../../ui/note';
import { type SimilarToCard as Similar } from './beside-card.query';
import styles from './dossier.module.css';

/** Initiatives of all years that are like the one that is judged, and where: novelty is marked by what there was before. */
export function SimilarToCard({ found }: { readonly found: readonly Similar[] }) {
  if (found.length === 0) return <Empty title={<Trans>Chưa thấy sáng kiến nào giống.</Trans>} />;
  return (
    <div className={styles.similar}>
      <p className="secondary">
        <Trans>Giống không có nghĩa là kém mới. Đối chiếu để thấy hồ sơ này thêm điều gì.</Trans>
      </p>
      <ul>
        {found.map((one) => (
          <li key={one.id}>
            <h2>
              {one.public ? (
                <Link to="/winners/$initiativeId" params={{ initiativeId: one.id }} target="_blank">
                  {one.title}
                </Link>
              ) : (
                one.title
              )}
            </h2>
            <p className="caption">{[String(one.contest.year), named(one.owner)].join(' · ')}</p>
            {one.passages.map(({ text, otherText }) => (
              <dl key={text}>
                <div>
                  <dt>
                    <Trans>Hồ sơ này</Trans>
                  </dt>
                  <dd lang="vi">{text}</dd>
                </div>
                <div>
                  <dt>
                    <Trans>Sáng kiến kia</Trans>
                  </dt>
                  <dd lang="vi">{otherText}</dd>
                </div>
              </dl>
            ))}
            {one.passages.length === 0 && (
              <p className="secondary">
                {one.mayRead || one.public ? (
                  <Trans>Giống ở nhiều từ, không có câu nào gần như nhau.</Trans>
                ) : (
                  <Trans>Giống ở tên và từ ngữ. Toàn văn không công bố.</Trans>
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
