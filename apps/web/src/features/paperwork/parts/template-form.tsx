import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { type Refusal } from '../../../api/refusal';
import { Button } from '../../../ui/button';
import { TextAreaField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { type TemplateKind } from '../paper.query';
import styles from '../paperwork.module.css';
import { SAVE_TEMPLATE, type Template } from '../template.query';
import { BasesFields, type TypedBases } from './bases-fields';

interface TemplateFormProps {
  readonly of: { readonly unitId: string; readonly unitName: string; readonly kind: TemplateKind };
  readonly template: Template | null;
  readonly onClose: (saved: boolean) => void;
}

type Signers = Template['signers'];

const SYMBOLS: Readonly<Record<TemplateKind, string>> = {
  JURY_DECISION: 'QĐ-UBND',
  SCREENING_MINUTES: 'BB-BTC',
  ROUND_MINUTES: 'BB-BGK',
  ROUND_SCORECARDS: 'PCĐ-BGK',
  DELIBERATION_MINUTES: 'BB-BGK',
  RESULT_SUBMISSION: 'TTr-NV',
  RESULT_DECISION: 'QĐ-UBND',
  RESULT_LIST: 'DS-BTC',
  CONTEST_REPORT: 'BC-NV',
  ADOPTION_DECISION: 'QĐ-UBND',
  ROLLOUT_MATRIX: 'BTD-NV',
  YEAR_MATRIX: 'BTD-NV',
  PERIOD_REPORT: 'BC-NV',
  CERTIFICATE: 'GCN',
  RECOGNITION_CERTIFICATE: 'GCNSK',
};

/** Who decides stands over their bases. */
const DECISIONS: readonly TemplateKind[] = ['JURY_DECISION', 'RESULT_DECISION', 'ADOPTION_DECISION'];

/** Lines that say something, without what stands around them. */
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** How the office's papers of one kind look; saved as another version. */
export function TemplateForm({ of, template, onClose }: TemplateFormProps) {
  const act = useAct(SAVE_TEMPLATE);
  const [superior, setSuperior] = useState(template?.superior ?? '');
  const [issuer, setIssuer] = useState(template?.issuer ?? of.unitName);
  const [symbol, setSymbol] = useState(template?.symbol ?? SYMBOLS[of.kind]);
  const [place, setPlace] = useState(template?.place ?? '');
  const [addressees, setAddressees] = useState(template?.addressees.join('\n') ?? '');
  const [authority, setAuthority] = useState(template?.authority ?? '');
  const [bases, setBases] = useState<TypedBases>(template?.bases ?? []);
  const [closing, setClosing] = useState(template?.closing.join('\n') ?? '');
  const [signers, setSigners] = useState<Signers>(template?.signers ?? [{ on: null, position: '', name: null }]);
  const [recipients, setRecipients] = useState(template?.recipients.join('\n') ?? '');
  const { refusal } = act;
  // A certificate is no document with a number, bases and recipients.
  const isPaper = of.kind !== 'CERTIFICATE';
  const save = async () => {
    const outcome = await act.run({
      ...{ unitId: of.unitId, kind: of.kind, number: template?.number ?? null, superior: superior.trim() || null, issuer, symbol, place },
      ...{
        authority: authority.trim() || null,
        addressees: linesOf(addressees),
        closing: linesOf(closing),
        recipients: linesOf(recipients),
      },
      bases: bases.map(({ text, from, to, replacedBy }) => ({
        text,
        from,
        to: to ?? null,
        replacedBy: replacedBy?.trim() ? replacedBy : null,
      })),
      signers: signers.map(({ on, position, name }) => ({ on: on?.trim() ? on : null, position, name: name?.trim() ? name : null })),
    });
    if (outcome.kind === 'done') onClose(true);
  };
  return (
    <Form onSubmit={() => void save()} refusal={refusal} broken={act.broken} of={`template ${of.unitId} ${of.kind}`}>
      <TextField
        label={<Trans>Cơ quan chủ quản</Trans>}
        optional
        name="superior"
        value={superior}
        onChange={setSuperior}
        error={errorAt(refusal, 'superior')}
      />
      <TextField
        label={<Trans>Cơ quan ban hành</Trans>}
        name="issuer"
        value={issuer}
        onChange={setIssuer}
        error={errorAt(refusal, 'issuer')}
      />
      {isPaper && (
        <TextField
          label={<Trans>Ký hiệu</Trans>}
          hint={<Trans>Đứng sau số, ví dụ QĐ-UBND.</Trans>}
          name="symbol"
          value={symbol}
          onChange={setSymbol}
          error={errorAt(refusal, 'symbol')}
        />
      )}
      <TextField label={<Trans>Địa danh</Trans>} name="place" value={place} onChange={setPlace} error={errorAt(refusal, 'place')} />
      {isPaper && (
        <TextAreaField
          label={<Trans>Kính gửi (mỗi nơi một dòng)</Trans>}
          optional
          name="addressees"
          rows={2}
          value={addressees}
          onChange={setAddressees}
          error={errorAt(refusal, 'addressees')}
        />
      )}
      {(DECISIONS.includes(of.kind) || !isPaper) && (
        <TextField
          label={<Trans>Thẩm quyền ban hành</Trans>}
          optional
          name="authority"
          value={authority}
          onChange={setAuthority}
          error={errorAt(refusal, 'authority')}
        />
      )}
      {isPaper && <BasesFields bases={bases} onChange={setBases} refusal={refusal} />}
      <TextAreaField
        label={<Trans>Đoạn kết (mỗi đoạn một dòng)</Trans>}
        optional
        name="closing"
        rows={3}
        value={closing}
        onChange={setClosing}
        error={errorAt(refusal, 'closing')}
      />
      <SignersFields signers={signers} onChange={setSigners} refusal={refusal} />
      {isPaper && (
        <TextAreaField
          label={<Trans>Nơi nhận (mỗi nơi một dòng)</Trans>}
          name="recipients"
          rows={3}
          value={recipients}
          onChange={setRecipients}
          error={errorAt(refusal, 'recipients')}
        />
      )}
      <FormActs>
        <Button type="submit" kind="primary" busy={act.busy}>
          <Trans>Lưu mẫu</Trans>
        </Button>
        <Button
          onClick={() => {
            onClose(false);
          }}
        >
          <Trans>Không lưu</Trans>
        </Button>
      </FormActs>
    </Form>
  );
}

interface RowsProps<Rows> {
  readonly onChange: (rows: Rows) => void;
  readonly refusal: Refusal | null;
}

/** One signs on the right; of two, the first on the left. */
function SignersFields({ signers, onChange, refusal }: RowsProps<Signers> & { readonly signers: Signers }) {
  const { t } = useLingui();
  const put = (at: number, patch: Partial<Signers[number]>) => {
    onChange(signers.map((signer, n) => (n === at ? { ...signer, ...patch } : signer)));
  };
  const fields = [
    ['position', t`Chức vụ`],
    ['on', t`Ký thay, thừa lệnh (nếu có)`],
    ['name', t`Họ và tên`],
  ] as const;
  return (
    <fieldset>
      <legend>
        <Trans>Người ký (biên bản có hai người)</Trans>
      </legend>
      {signers.map((signer, at) => (
        <div key={at} className={styles.row}>
          {fields.map(([field, label]) => (
            <TextField
              key={field}
              label={label}
              name={`signers.${String(at)}.${field}`}
              value={signer[field] ?? ''}
              onChange={(value) => {
                put(at, { [field]: value });
              }}
              error={errorAt(refusal, `signers.${String(at)}.${field}`)}
            />
          ))}
          <Button
            size="small"
            aria-label={t`Bỏ người ký thứ ${at + 1}`}
            onClick={() => {
              onChange(signers.filter((_, n) => n !== at));
            }}
          >
            <Trans>Bỏ</Trans>
          </Button>
        </div>
      ))}
      {signers.length < 2 && (
        <Button
          onClick={() => {
            onChange([...signers, { on: null, position: '', name: null }]);
          }}
        >
          <Trans>Thêm người ký</Trans>
        </Button>
      )}
    </fieldset>
  );
}
