import { Trans, useLingui } from '@lingui/react/macro';
import { useTitle } from '../../../ui/panel';

export function Page() {
  const { t } = useLingui();
  useTitle(t`Trang chủ`);
  return (
    <h1>
      <Trans>Tìm kiếm sáng kiến, giải pháp về cải cách hành chính</Trans>
    </h1>
  );
}
