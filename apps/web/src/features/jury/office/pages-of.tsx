import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../../ui/button';
import { number } from '../../../ui/format';
import styles from './office.module.css';

interface PagesProps {
  readonly of: { readonly totalCount: number; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } };
  readonly after: string | undefined;
  readonly onPage: (after: string | undefined) => void;
}

/** Under a list that is no table: how many there are, and the way through its pages. */
export function PagesOf({ of: { totalCount, pageInfo }, after, onPage }: PagesProps) {
  const { t } = useLingui();
  return (
    <div className={styles.pages}>
      <span className="secondary">
        <Trans>Tất cả {number(totalCount)} dòng</Trans>
      </span>
      {(after !== undefined || pageInfo.hasNextPage) && (
        <nav className={styles.acts} aria-label={t`Trang của danh sách`}>
          {after !== undefined && (
            <Button
              size="small"
              onClick={() => {
                onPage(undefined);
              }}
            >
              <Trans>Về đầu danh sách</Trans>
            </Button>
          )}
          {pageInfo.hasNextPage && (
            <Button
              size="small"
              onClick={() => {
                onPage(pageInfo.endCursor ?? undefined);
              }}
            >
              <Trans>Trang sau</Trans>
            </Button>
          )}
        </nav>
      )}
    </div>
  );
}
