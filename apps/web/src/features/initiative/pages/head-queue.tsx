import { Trans, useLingui } from '@lingui/react/macro';
import { Bar } from '../../../ui/bar';
import { Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { AwaitedList } from '../../notice';

/** What the unit's head is to read and confirm before it is sent in. */
export function Page() {
  const { t } = useLingui();
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Chờ đơn vị xác nhận` }]} />
      <PageHead title={t`Chờ đơn vị xác nhận`}>
        <Trans>Hồ sơ của đơn vị đã viết xong, chờ thủ trưởng đọc và xác nhận trước khi nộp.</Trans>
      </PageHead>
      <AwaitedList
        kinds={['initiativeConfirm']}
        empty={
          <Empty title={<Trans>Không có hồ sơ nào chờ xác nhận</Trans>}>
            <p>
              <Trans>Khi một hồ sơ của đơn vị viết xong, hồ sơ ấy hiện ở đây.</Trans>
            </p>
          </Empty>
        }
      />
    </>
  );
}
