import { Trans, useLingui } from '@lingui/react/macro';
import { useAsk } from '../../../api/ask';
import { useWhole } from '../../../api/ask-whole';
import { type Refusal } from '../../../api/refusal';
import { Button } from '../../../ui/button';
import { SelectField, TextField } from '../../../ui/field';
import { errorAt } from '../../../ui/form';
import { named } from '../../../ui/format';
import { type Find, PickField, type Picked } from '../../../ui/pick-field';
import styles from './office.module.css';
import { UNITS_OF_ROSTER } from './office.query';
import { FIND_PEOPLE } from './paper.query';

/** People by some letters of their name. */
export const useFindPerson: Find = (search, pause) => {
  const { data, busy } = useAsk(FIND_PEOPLE, { search }, { pause });
  const found = (data?.people.edges ?? []).map(({ node }) => ({
    id: node.id,
    label: node.fullName,
    caption: node.unit ? named(node.unit) : undefined,
  }));
  return { found, busy };
};

/** A unit of the roster. */
export function UnitField({
  rosterId,
  value,
  onChange,
  refusal,
}: {
  readonly rosterId: string | null;
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly refusal: Refusal | null;
}) {
  const { t } = useLingui();
  const units = useWhole(UNITS_OF_ROSTER, { rosterId: rosterId ?? '' }, 'rosterUnits', { pause: !rosterId });
  return (
    <SelectField label={t`Đơn vị`} name="ownerUnitId" value={value} onChange={onChange} error={errorAt(refusal, 'ownerUnitId')}>
      <option value="">{t`Chọn đơn vị`}</option>
      {(units.data?.rosterUnits.edges ?? []).map(({ node }) => (
        <option key={node.id} value={node.id}>
          {named(node)}
        </option>
      ))}
    </SelectField>
  );
}

export interface PaperAuthor {
  readonly person: Picked | null;
  readonly share: string;
}

export const ONE_AUTHOR: readonly PaperAuthor[] = [{ person: null, share: '100' }];

/** As the act takes them; the first one leads. */
export const authorsOf = (authors: readonly PaperAuthor[]) =>
  authors.flatMap(({ person, share }, at) => (person ? [{ personId: person.id, share: share.replace(',', '.'), lead: at === 0 }] : []));

/** Who made it, with their shares; the first leads. */
export function AuthorFields({
  authors,
  onChange,
  refusal,
}: {
  readonly authors: readonly PaperAuthor[];
  readonly onChange: (authors: readonly PaperAuthor[]) => void;
  readonly refusal: Refusal | null;
}) {
  const { t } = useLingui();
  const set = (at: number, change: Partial<PaperAuthor>) => {
    onChange(authors.map((author, index) => (index === at ? { ...author, ...change } : author)));
  };
  return (
    <>
      {authors.map((author, at) => (
        <div key={at} className={styles.authors} role="group" aria-label={t`Tác giả ${at + 1}`}>
          <PickField
            label={at === 0 ? t`Tác giả chính` : t`Tác giả`}
            name={`authors.${String(at)}.personId`}
            value={author.person}
            error={errorAt(refusal, `authors.${String(at)}.personId`) ?? (at === 0 ? errorAt(refusal, 'authors') : null)}
            useFind={useFindPerson}
            onChange={(person) => {
              set(at, { person });
            }}
          />
          <TextField
            label={t`Tỷ lệ (%)`}
            name={`authors.${String(at)}.share`}
            inputMode="decimal"
            value={author.share}
            error={errorAt(refusal, `authors.${String(at)}.share`)}
            onChange={(share) => {
              set(at, { share });
            }}
          />
          {at > 0 && (
            <Button
              size="small"
              kind="plain"
              onClick={() => {
                onChange(authors.filter((_, index) => index !== at));
              }}
            >
              <Trans>Bỏ</Trans>
            </Button>
          )}
        </div>
      ))}
      <p>
        <Button
          size="small"
          onClick={() => {
            onChange([...authors, { person: null, share: '' }]);
          }}
        >
          <Trans>Thêm tác giả</Trans>
        </Button>
      </p>
    </>
  );
}
