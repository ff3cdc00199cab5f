import { useLingui } from '@lingui/react/macro';
import { PageHead } from '../../../ui/panel';

export function Page() {
  const { t } = useLingui();
  return <PageHead title={t`Sáng kiến của tôi`} />;
}
