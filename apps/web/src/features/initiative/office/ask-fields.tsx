import { Trans, useLingui } from '@lingui/react/macro';
import { type Refusal } from '../../../api/refusal';
import { Button } from '../../../ui/button';
import { SelectField, TextAreaField } from '../../../ui/field';
import { errorAt } from '../../../ui/form';
import { usePartWords } from '../difference';
import styles from './office.module.css';
import { type OfficeDossier } from './office.query';

type Field = OfficeDossier['asks'][number]['field'];

export interface Asked {
  readonly field: Field;
  readonly words: string;
}

interface AskFieldsProps {
  readonly asks: readonly Asked[];
  readonly onChange: (asks: readonly Asked[]) => void;
  readonly refusal: Refusal | null;
}

/** What is asked at single parts of the dossier; its writers find each beside the part. */
export function AskFields({ asks, onChange, refusal }: AskFieldsProps) {
  const { t } = useLingui();
  const words = usePartWords();
  const all = Object.keys(words) as Field[];
  const free = all.filter((field) => !asks.some((ask) => ask.field === field));
  const set = (at: number, change: Partial<Asked>) => {
    onChange(asks.map((ask, index) => (index === at ? { ...ask, ...change } : ask)));
  };
  return (
    <>
      {asks.map((ask, at) => (
        <div key={at} className={styles.form} role="group" aria-label={t`Yêu cầu ${at + 1}`}>
          <SelectField
            label={t`Mục cần bổ sung`}
            name={`asks.${String(at)}.field`}
            value={ask.field}
            error={errorAt(refusal, `asks.${String(at)}.field`)}
            onChange={(field) => {
              set(at, { field: field as Field });
            }}
          >
            {all.map((field) => (
              <option key={field} value={field}>
                {words[field]}
              </option>
            ))}
          </SelectField>
          <TextAreaField
            label={t`Cần bổ sung gì ở mục này`}
            name={`asks.${String(at)}.words`}
            value={ask.words}
            error={errorAt(refusal, `asks.${String(at)}.words`)}
            onChange={(typed) => {
              set(at, { words: typed });
            }}
          />
          <p>
            <Button
              size="small"
              kind="plain"
              onClick={() => {
                onChange(asks.filter((_, index) => index !== at));
              }}
            >
              <Trans>Bỏ yêu cầu này</Trans>
            </Button>
          </p>
        </div>
      ))}
      {free[0] && (
        <p>
          <Button
            size="small"
            onClick={() => {
              onChange([...asks, { field: free.includes('SOLUTION') ? 'SOLUTION' : (free[0] ?? 'TITLE'), words: '' }]);
            }}
          >
            <Trans>Thêm yêu cầu ở một mục</Trans>
          </Button>
        </p>
      )}
    </>
  );
}
