import { Trans, useLingui } from '@lingui/react/macro';
import { useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { useMe } from '../../../api/session';
import { Bar } from '../../../ui/bar';
import { Answer, Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { RuleForm } from '../parts/rule-form';
import { TITLES } from '../title.query';

/** What a title asks for is entered, or said anew as its next version. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  const { rule } = useSearch({ from: '/inside/title-kinds/rule' });
  const asked = useAsk(TITLES, {});
  const title = rule ? t`Sửa điều kiện` : t`Nhập điều kiện`;
  return (
    <>
      <Bar crumbs={[{ label: t`Danh hiệu và điều kiện`, link: { to: '/title-kinds' } }, { label: title }]} />
      <PageHead title={title}>
        <Trans>Mỗi lần lưu là một bản mới và thay cho bản trước; bản trước vẫn còn trong nhật ký.</Trans>
      </PageHead>
      {me.canEnterEligibilityRule ? (
        <Answer of={asked}>
          {(titles) => <RuleForm titles={titles} of={titles.eligibilityRules.find(({ id }) => id === rule) ?? null} />}
        </Answer>
      ) : (
        <Empty title={<Trans>Ông/Bà không được giao nhập điều kiện của danh hiệu</Trans>} />
      )}
    </>
  );
}
