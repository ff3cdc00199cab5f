import { Trans, useLingui } from '@lingui/react/macro';
import { errorAt } from '../../../ui/form';
import { type Refusal } from '../../../api/refusal';
import { TextAreaField, TextField } from '../../../ui/field';
import { named, number } from '../../../ui/format';
import { type TypedFigure, isNumber, isRatio } from '../report-fields';
import { type Expected, type ReportRead } from '../report.query';
import styles from './report.module.css';

interface FigureProps {
  readonly of: Expected;
  readonly typed: TypedFigure;
  readonly kept: ReportRead['figures'][number] | undefined;
  /** Where a refusal says that this figure stands, as in `figures.0`. */
  readonly path: string;
  readonly refusal: Refusal | null;
  readonly onChange: (typed: TypedFigure) => void;
}

/** One indicator of a roll-out: its number, or the two of a ratio, last period's beside; a question where it jumps. */
export function FigureFields({ of, typed, kept, path, refusal, onChange }: FigureProps) {
  const { indicator } = of;
  const unit = named({ nameVi: indicator.unitVi, nameEn: indicator.unitEn });
  const name = named(indicator);
  const put = (part: keyof TypedFigure) => (text: string) => {
    onChange({ ...typed, [part]: text });
  };
  const { t } = useLingui();
  const errorOf = (part: 'value' | 'numerator' | 'denominator') =>
    isNumber(typed[part]) ? errorAt(refusal, `${path}.${part}`) : t`Ghi bằng số, ví dụ 1.234 hoặc 12,5.`;
  const numeric = { inputMode: 'decimal', autoComplete: 'off', className: styles.number } as const;
  return (
    <div className={styles.figure}>
      {isRatio(of) ? (
        <fieldset className={styles.ratio}>
          <legend>
            {name} <span className="secondary">({unit})</span>
          </legend>
          <p className="secondary">
            <Beside of={of} />
          </p>
          <div className={styles.parts}>
            <TextField
              {...numeric}
              label={<Trans>Số đạt</Trans>}
              name={`${path}.numerator`}
              value={typed.numerator}
              onChange={put('numerator')}
              error={errorOf('numerator') ?? errorAt(refusal, `${path}.value`)}
            />
            <TextField
              {...numeric}
              label={<Trans>Trên tổng số</Trans>}
              name={`${path}.denominator`}
              value={typed.denominator}
              onChange={put('denominator')}
              error={errorOf('denominator')}
            />
          </div>
        </fieldset>
      ) : (
        <TextField
          {...numeric}
          label={
            <>
              {name} <span className={styles.unit}>({unit})</span>
            </>
          }
          hint={<Beside of={of} />}
          name={`${path}.value`}
          value={typed.value}
          onChange={put('value')}
          error={errorOf('value') ?? errorAt(refusal, path)}
        />
      )}
      {kept?.jump && (
        <TextAreaField
          label={kept.jump.question}
          name={`${path}.jumpReason`}
          value={typed.jumpReason}
          onChange={put('jumpReason')}
          error={errorAt(refusal, `${path}.jumpReason`)}
          rows={2}
        />
      )}
    </div>
  );
}

/** Whether it need be said at all. */
function Beside({ of }: { readonly of: Expected }) {
  if (!of.countedBySystem) return <Last of={of} />;
  return (
    <>
      <Trans>Hệ thống tự đếm, xã không phải nhập; số xã nhập được giữ bên cạnh để đối chiếu.</Trans> {of.last && <Last of={of} />}
    </>
  );
}

/** What it said in the period before. */
function Last({ of: { last } }: { readonly of: Expected }) {
  if (!last) return <Trans>Chưa có số liệu kỳ trước</Trans>;
  const { value, numerator, denominator } = last;
  const shown = value === null ? `${number(numerator ?? '0')} / ${number(denominator ?? '0')}` : number(value);
  const period = named({ nameVi: last.periodNameVi, nameEn: last.periodNameEn });
  return (
    <Trans>
      {period}: <strong>{shown}</strong>
    </Trans>
  );
}
