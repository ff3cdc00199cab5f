import { Trans, useLingui } from '@lingui/react/macro';
import { CheckField, fieldId } from '../../ui/field';
import { Asks } from './dossier-steps';
import { type Editing } from './editing';

/** What the authors answer for; each is dated when it is given. */
export function DeclarationsStep({ of: { autosave, dossier, errorOf } }: { readonly of: Editing }) {
  const words = useDeclarationWords();
  const { declared } = autosave.value;
  return (
    <div id={fieldId('declared')} tabIndex={-1}>
      <Asks path="declared" dossier={dossier} />
      <p className="secondary">
        <Trans>Tác giả chịu trách nhiệm về các cam kết này. Cam kết sai thì hồ sơ bị loại.</Trans>
      </p>
      {(['ownWork', 'notPrizedElsewhere', 'nobodyOnJury'] as const).map((kind) => (
        <CheckField
          key={kind}
          label={words[kind]}
          name={kind}
          checked={declared[kind]}
          onChange={(checked) => {
            autosave.change({ declared: { ...declared, [kind]: checked } });
          }}
          error={errorOf(kind)}
        />
      ))}
    </div>
  );
}

export function useDeclarationWords() {
  const { t } = useLingui();
  return {
    ownWork: t`Sáng kiến do chính các tác giả có tên trong hồ sơ tạo ra.`,
    notPrizedElsewhere: t`Sáng kiến chưa đoạt giải ở cuộc thi nào khác.`,
    nobodyOnJury: t`Không tác giả nào là giám khảo của cuộc thi này.`,
  } as const;
}
