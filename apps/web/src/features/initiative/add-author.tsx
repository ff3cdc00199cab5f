import { Trans, useLingui } from '@lingui/react/macro';
import { useDeferredValue, useState } from 'react';
import { useAsk } from '../../api/ask';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { named } from '../../ui/format';
import { POSSIBLE_AUTHORS } from './dossier.query';
import styles from './authors.module.css';

interface AddAuthorProps {
  readonly contestId: string;
  readonly taken: readonly string[];
  readonly onAdd: (person: { readonly id: string; readonly fullName: string }) => void;
}

/** People who may be named, found by part of a name. */
export function AddAuthor({ contestId, taken, onAdd }: AddAuthorProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const asked = useAsk(POSSIBLE_AUTHORS, { contestId, search }, { pause: search.length < 2 });
  const found = (search.length < 2 ? [] : (asked.data?.possibleAuthors.edges ?? [])).filter(({ node }) => !taken.includes(node.id));
  return (
    <div className={styles.adding}>
      <TextField
        label={<Trans>Tìm theo họ tên</Trans>}
        hint={<Trans>Gõ từ hai chữ cái, có dấu hay không dấu đều được.</Trans>}
        name="search"
        type="search"
        autoComplete="off"
        autoFocus
        value={typed}
        onChange={setTyped}
      />
      <p role="status" className="caption">
        {search.length >= 2 && !asked.busy && found.length === 0 && <Trans>Không tìm thấy ai có thể ghi tên.</Trans>}
      </p>
      <ul className={styles.list}>
        {found.map(({ node }) => {
          const name = node.fullName;
          return (
            <li key={node.id} className={styles.found}>
              <div>
                <p>{name}</p>
                <p className="caption">{named(node.unit)}</p>
              </div>
              <Button
                aria-label={t`Thêm ${name} làm tác giả`}
                onClick={() => {
                  onAdd(node);
                }}
              >
                <Trans>Thêm</Trans>
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
