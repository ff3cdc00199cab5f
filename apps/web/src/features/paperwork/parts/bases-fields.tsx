import { Trans, useLingui } from '@lingui/react/macro';
import { type Refusal } from '../../../api/refusal';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { errorAt } from '../../../ui/form';
import { today } from '../../../ui/today';
import { type Basis } from '../basis.query';
import styles from '../paperwork.module.css';

/** As they are typed: how they stand is told by the server. */
export type TypedBases = readonly Omit<Basis, 'standing' | 'successorMissing'>[];

interface BasesFieldsProps {
  readonly bases: TypedBases;
  readonly onChange: (bases: TypedBases) => void;
  readonly refusal: Refusal | null;
}

/** Legal bases with the days on which each is in force: one that is not is left out of papers. */
export function BasesFields({ bases, onChange, refusal }: BasesFieldsProps) {
  const { t } = useLingui();
  const put = (at: number, patch: Partial<TypedBases[number]>) => {
    onChange(bases.map((basis, n) => (n === at ? { ...basis, ...patch } : basis)));
  };
  return (
    <fieldset>
      <legend>
        <Trans>Căn cứ</Trans>
      </legend>
      {bases.map(({ text, from, to, replacedBy }, at) => {
        const place = `bases.${String(at)}`;
        return (
          <div key={at} className={styles.row}>
            <TextField
              label={<Trans>Nội dung căn cứ</Trans>}
              name={`${place}.text`}
              value={text}
              onChange={(value) => {
                put(at, { text: value });
              }}
              error={errorAt(refusal, `${place}.text`)}
            />
            <TextField
              label={<Trans>Hiệu lực từ</Trans>}
              name={`${place}.from`}
              type="date"
              value={from}
              onChange={(value) => {
                put(at, { from: value });
              }}
              error={errorAt(refusal, `${place}.from`)}
            />
            <TextField
              label={<Trans>Đến hết ngày</Trans>}
              optional
              name={`${place}.to`}
              type="date"
              value={to ?? ''}
              onChange={(value) => {
                put(at, { to: value || null });
              }}
              error={errorAt(refusal, `${place}.to`)}
            />
            {(to ?? replacedBy) && (
              <TextField
                label={<Trans>Được thay bằng</Trans>}
                hint={<Trans>Tên, số văn bản thay thế, ví dụ Nghị định số 118/2025/NĐ-CP.</Trans>}
                optional
                name={`${place}.replacedBy`}
                value={replacedBy ?? ''}
                onChange={(value) => {
                  put(at, { replacedBy: value || null });
                }}
                error={errorAt(refusal, `${place}.replacedBy`)}
              />
            )}
            <Button
              size="small"
              aria-label={t`Bỏ căn cứ thứ ${at + 1}`}
              onClick={() => {
                onChange(bases.filter((_, n) => n !== at));
              }}
            >
              <Trans>Bỏ</Trans>
            </Button>
          </div>
        );
      })}
      <Button
        onClick={() => {
          onChange([...bases, { text: '', from: today(), to: null, replacedBy: null }]);
        }}
      >
        <Trans>Thêm căn cứ</Trans>
      </Button>
    </fieldset>
  );
}
