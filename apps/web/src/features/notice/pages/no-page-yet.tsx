import { Trans, useLingui } from '@lingui/react/macro';
import { Bar } from '../../../ui/bar';
import { LinkButton } from '../../../ui/button';
import { Note } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';

/** Where a notice leads to something that only programs can do so far. */
export function Page() {
  const { t } = useLingui();
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Chưa có trang riêng` }]} />
      <PageHead title={t`Việc này chưa có trang riêng`} />
      <Note tone="soon">
        <p>
          <Trans>Trang cho công việc này chưa làm xong. Trong lúc chờ, xin làm việc này cùng Phòng Nội vụ.</Trans>
        </p>
      </Note>
      <p>
        <LinkButton to="/home">
          <Trans>Về việc của tôi</Trans>
        </LinkButton>
      </p>
    </>
  );
}
