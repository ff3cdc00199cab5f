import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { CheckField, SelectField, TextAreaField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt, fieldProps } from '../../../ui/form';
import { useToast } from '../../../ui/toast';
import { ENTER_TITLE_KIND, type TitleLevel } from '../title.query';
import { useLevelWords } from './title-words';

const NOTHING = { kindCode: '', nameVi: '', nameEn: '', startsOn: '', legalBasis: '' };
const LEVELS: readonly TitleLevel[] = ['UNIT', 'DISTRICT', 'PROVINCE', 'NATION'];

/** A title that is recorded from a day on, by the text that it rests on. */
export function EnterKind({ onClose }: { readonly onClose: (done?: true) => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const levels = useLevelWords();
  const { run, busy, refusal, broken } = useAct(ENTER_TITLE_KIND);
  const [said, setSaid] = useState(NOTHING);
  const [level, setLevel] = useState<TitleLevel>('UNIT');
  const [multiple, setMultiple] = useState(false);
  const of = fieldProps(said, setSaid, refusal);
  const enter = async () => {
    if ((await run({ ...said, level, multiple })).kind !== 'done') return;
    toast(<Trans>Đã thêm danh hiệu.</Trans>);
    onClose(true);
  };
  return (
    <Dialog
      of="enterTitleKind"
      title={<Trans>Thêm danh hiệu</Trans>}
      onClose={() => {
        onClose();
      }}
      wide
    >
      <Form onSubmit={() => void enter()} refusal={refusal} broken={broken}>
        <TextField label={t`Tên danh hiệu`} hint={t`Ví dụ: Lao động tiên tiến.`} {...of('nameVi')} />
        <TextField label={t`Tên tiếng Anh`} {...of('nameEn')} />
        <TextField
          label={t`Mã danh hiệu`}
          hint={t`Chữ không dấu, chữ số và dấu gạch dưới; ví dụ: LAO_DONG_TIEN_TIEN.`}
          autoCapitalize="characters"
          {...of('kindCode')}
        />
        <SelectField
          label={t`Cấp quyết định`}
          name="level"
          value={level}
          onChange={(value) => {
            setLevel(LEVELS.find((one) => one === value) ?? level);
          }}
          error={errorAt(refusal, 'level')}
        >
          {LEVELS.map((one) => (
            <option key={one} value={one}>
              {levels[one]}
            </option>
          ))}
        </SelectField>
        <CheckField label={t`Một người có thể đạt nhiều lần trong một năm`} name="multiple" checked={multiple} onChange={setMultiple} />
        <TextField label={t`Áp dụng từ ngày`} type="date" {...of('startsOn')} />
        <TextAreaField label={t`Căn cứ`} hint={t`Số, ngày và điều khoản của văn bản, như trong văn bản.`} {...of('legalBasis')} />
        <FormActs>
          <Button type="submit" kind="primary" busy={busy}>
            <Trans>Thêm danh hiệu</Trans>
          </Button>
          <Button
            onClick={() => {
              onClose();
            }}
          >
            <Trans>Chưa thêm</Trans>
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}
