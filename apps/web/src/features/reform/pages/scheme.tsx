import { Trans, useLingui } from '@lingui/react/macro';
import { useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { useMe } from '../../../api/session';
import { Bar } from '../../../ui/bar';
import { Answer, Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { INDEX_SCHEMES } from '../scheme.query';
import { SchemeForm } from '../parts/scheme-form';

/** A scheme is entered as a decision has it, or a draft of it written anew. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  const { scheme } = useSearch({ from: '/inside/index/schemes/new' });
  const asked = useAsk(INDEX_SCHEMES, {});
  const title = scheme ? t`Sửa bộ tiêu chí đang soạn` : t`Nhập bộ tiêu chí`;
  return (
    <>
      <Bar crumbs={[{ label: t`Chỉ số cải cách hành chính`, link: { to: '/index' } }, { label: title }]} />
      <PageHead title={title}>
        <Trans>Nhập đúng theo quyết định ban hành; khi áp dụng, tổng điểm tối đa của các tiêu chí phải bằng tổng điểm.</Trans>
      </PageHead>
      {me.canEnterIndexScheme ? (
        <Answer of={asked}>
          {({ indexSchemes }) => <SchemeForm schemes={indexSchemes} of={indexSchemes.find(({ id }) => id === scheme) ?? null} />}
        </Answer>
      ) : (
        <Empty title={<Trans>Ông/Bà không được giao quản lý bộ tiêu chí</Trans>} />
      )}
    </>
  );
}
