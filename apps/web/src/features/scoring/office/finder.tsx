import { Trans } from '@lingui/react/macro';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { useAsk } from '../../../api/ask';
import { Button } from '../../../ui/button';
import { TextField, fieldId } from '../../../ui/field';
import { named } from '../../../ui/format';
import { FIND_INITIATIVES, FIND_PEOPLE } from './finder.query';
import styles from './office.module.css';

/** One that was found, in words. */
export interface Found {
  readonly id: string;
  readonly title: string;
  readonly about: string;
}

interface FinderProps {
  readonly name: string;
  readonly label: ReactNode;
  readonly value: Found | null;
  readonly onChange: (value: Found | null) => void;
  readonly error?: string | null;
}

const LEAST = 2;

/** Somebody known to the platform, found by part of the name. */
export function PersonFinder(props: FinderProps) {
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const asked = useAsk(FIND_PEOPLE, { search }, { pause: search.length < LEAST });
  const found = asked.data?.people.edges.map(({ node: { id, fullName, unit } }) => ({
    id,
    title: fullName,
    about: unit ? named(unit) : '',
  }));
  return <Finder {...props} {...{ typed, setTyped, busy: asked.busy }} found={search.length < LEAST ? undefined : found} />;
}

/** An initiative of a contest, found by its code or part of its title. */
export function InitiativeFinder({ contestId, ...props }: FinderProps & { readonly contestId: string }) {
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const asked = useAsk(FIND_INITIATIVES, { contestId, search }, { pause: search.length < LEAST });
  const found = asked.data?.initiatives.edges.map(({ node: { id, title, receiptNumber } }) => ({ id, title, about: receiptNumber ?? '' }));
  return <Finder {...props} {...{ typed, setTyped, busy: asked.busy }} found={search.length < LEAST ? undefined : found} />;
}

interface FindingProps extends FinderProps {
  readonly typed: string;
  readonly setTyped: (typed: string) => void;
  readonly busy: boolean;
  readonly found: readonly Found[] | undefined;
}

function Finder({ name, label, value, onChange, error, typed, setTyped, busy, found }: FindingProps) {
  if (value) {
    return (
      <div className={styles.chosen} id={fieldId(name)} tabIndex={-1}>
        <div>
          <p className="caption">{label}</p>
          <p>
            <b>{value.title}</b>
          </p>
          <p className="caption">{value.about}</p>
          {error && <p className={styles.error}>{error}</p>}
        </div>
        <Button
          onClick={() => {
            onChange(null);
          }}
        >
          <Trans>Chọn lại</Trans>
        </Button>
      </div>
    );
  }
  return (
    <div>
      <TextField
        {...{ name, label, error }}
        hint={<Trans>Gõ từ hai ký tự, có dấu hay không dấu đều được.</Trans>}
        type="search"
        autoComplete="off"
        value={typed}
        onChange={setTyped}
      />
      <p role="status" className="caption">
        {found?.length === 0 && !busy && <Trans>Không tìm thấy.</Trans>}
      </p>
      <ul>
        {found?.map((one) => (
          <li key={one.id} className={styles.found}>
            <div>
              <p>{one.title}</p>
              <p className="caption">{one.about}</p>
            </div>
            <Button
              size="small"
              onClick={() => {
                onChange(one);
              }}
            >
              <Trans>
                Chọn<span className="visually-hidden"> {one.title}</span>
              </Trans>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
