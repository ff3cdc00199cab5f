import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/button';
import { SelectField, TextAreaField, TextField, fieldId } from '../../ui/field';
import { named } from '../../ui/format';
import { TwoTexts } from '../../ui/two-texts';
import { Asks } from './dossier-steps';
import styles from './dossier.module.css';
import { type Editing } from './editing';
import { pastedOf } from './pasted';
import { type DossierFields, longest } from './use-dossier';

type TextPath = 'title' | 'problem' | 'solution' | 'novelty' | 'effect' | 'confidential';
interface TextProps {
  readonly of: Editing;
  readonly path: TextPath;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly optional?: boolean;
}

/** A text of the dossier: what was asked of it, what is wrong with it, and both texts where somebody else wrote it too. */
function Text({ of, path, label, hint, optional }: TextProps) {
  const { autosave, dossier, limits, errorOf } = of;
  const [flattened, setFlattened] = useState(false);
  const mine = autosave.value[path] ?? '';
  const set = (value: string) => {
    const patch: Partial<Record<TextPath, string | null>> = { [path]: path === 'confidential' && value === '' ? null : value };
    autosave.change(patch as Partial<DossierFields>);
  };
  return (
    <div>
      <Asks path={path} dossier={dossier} />
      {path in autosave.theirs && (
        <TwoTexts
          label={label}
          mine={mine}
          theirs={autosave.theirs[path] ?? ''}
          onMine={() => {
            autosave.choose(path, mine);
          }}
          onTheirs={() => {
            autosave.choose(path, autosave.theirs[path] ?? '');
          }}
        />
      )}
      <TextAreaField
        label={label}
        hint={hint}
        name={path}
        optional={optional}
        rows={path === 'title' ? 2 : 8}
        limit={longest(limits, path)}
        value={mine}
        onChange={set}
        onPaste={(event) => {
          const pasted = pastedOf(event.clipboardData.getData('text/html'));
          setFlattened(pasted?.tables ?? false);
          if (!pasted) return;
          event.preventDefault();
          const { currentTarget: area } = event;
          area.setRangeText(pasted.text, area.selectionStart, area.selectionEnd, 'end');
          set(area.value);
        }}
        error={errorOf(path)}
      />
      {flattened && (
        <p role="status" className="caption">
          <Trans>Bảng vừa dán được chuyển thành chữ: mỗi hàng một dòng, các ô cách nhau bằng dấu |. Bảng gốc có thể gửi ở bước Tệp.</Trans>
        </p>
      )}
    </div>
  );
}

export function TitleStep({ of }: { readonly of: Editing }) {
  const { t } = useLingui();
  const { autosave, dossier, areas, errorOf } = of;
  return (
    <>
      <Text of={of} path="title" label={t`Tên sáng kiến`} hint={<Trans>Nêu việc gì, làm bằng cách nào. Không dùng tên đơn vị.</Trans>} />
      <div>
        <Asks path="areaId" dossier={dossier} />
        <SelectField
          label={<Trans>Lĩnh vực</Trans>}
          name="areaId"
          value={autosave.value.areaId}
          onChange={(areaId) => {
            autosave.change({ areaId });
          }}
          error={errorOf('areaId')}
        >
          {(areas ?? [dossier.area]).map((area) => (
            <option key={area.id} value={area.id}>
              {named(area)}
            </option>
          ))}
        </SelectField>
      </div>
      <Improves of={of} />
    </>
  );
}

/** The one of an earlier year that it grew from: chosen among those that resemble it. */
function Improves({ of: { autosave, dossier, errorOf } }: { readonly of: Editing }) {
  const { improvesId } = autosave.value;
  const named = dossier.improves?.id === improvesId ? dossier.improves : null;
  return (
    <section id={fieldId('improvesId')} tabIndex={-1} className={styles.improves}>
      <h3>
        <Trans>Cải tiến từ sáng kiến</Trans>
      </h3>
      <Asks path="improvesId" dossier={dossier} />
      {errorOf('improvesId') && <p className={styles.wrong}>{errorOf('improvesId')}</p>}
      {improvesId === null ? (
        <p className="secondary">
          <Trans>Không ghi. Nếu phát triển từ một sáng kiến năm trước, chọn sáng kiến ấy trong danh sách tương tự.</Trans>
        </p>
      ) : (
        <p className={styles.acts}>
          <span>{named ? `${named.title} (${String(named.contest.year)})` : <Trans>Đã chọn trong danh sách tương tự</Trans>}</span>
          <Button
            size="small"
            onClick={() => {
              autosave.change({ improvesId: null });
            }}
          >
            <Trans>Không cải tiến từ sáng kiến nào</Trans>
          </Button>
        </p>
      )}
    </section>
  );
}

export function SolutionStep({ of }: { readonly of: Editing }) {
  const { t } = useLingui();
  return (
    <>
      <Text
        of={of}
        path="problem"
        label={t`Vấn đề`}
        hint={<Trans>Trước khi có sáng kiến, việc gì vướng, ai chịu thiệt, bao nhiêu.</Trans>}
      />
      <Text of={of} path="solution" label={t`Giải pháp`} hint={<Trans>Đã làm gì, từng bước, bằng công cụ nào.</Trans>} />
    </>
  );
}

export function EffectStep({ of }: { readonly of: Editing }) {
  const { t } = useLingui();
  const { autosave, dossier, errorOf } = of;
  const words = useInfluenceWords();
  return (
    <>
      <Text of={of} path="novelty" label={t`Tính mới`} hint={<Trans>Khác cách làm trước đây và nơi khác ở điểm nào.</Trans>} />
      <Text of={of} path="effect" label={t`Hiệu quả`} hint={<Trans>Số liệu trước và sau, đo trong thời gian nào.</Trans>} />
      <div>
        <Asks path="influence" dossier={dossier} />
        <SelectField
          label={<Trans>Phạm vi ảnh hưởng</Trans>}
          name="influence"
          value={autosave.value.influence}
          onChange={(influence) => {
            autosave.change({ influence: influence as keyof typeof words });
          }}
          error={errorOf('influence')}
        >
          {Object.entries(words).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
      </div>
      <div>
        <Asks path="firstAppliedOn" dossier={dossier} />
        <TextField
          label={<Trans>Ngày áp dụng lần đầu</Trans>}
          name="firstAppliedOn"
          type="date"
          value={autosave.value.firstAppliedOn ?? ''}
          onChange={(day) => {
            autosave.change({ firstAppliedOn: day === '' ? null : day });
          }}
          error={errorOf('firstAppliedOn')}
        />
      </div>
      <Text
        of={of}
        path="confidential"
        optional
        label={t`Nội dung cần giữ kín`}
        hint={<Trans>Phần này không được công khai khi sáng kiến đoạt giải.</Trans>}
      />
    </>
  );
}

export function useInfluenceWords() {
  const { t } = useLingui();
  return { ESTABLISHMENT: t`Trong cơ quan, đơn vị`, PROVINCE: t`Trong tỉnh`, NATIONAL: t`Toàn quốc` } as const;
}
