import { Trans, useLingui } from '@lingui/react/macro';
import { may, useMe } from '../../../api/session';
import { Bar } from '../../../ui/bar';
import { Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { AwaitedList } from '../awaited-list';
import styles from '../awaited-list.module.css';
import { LedList } from '../led-list';

/** What waits for whoever is signed in. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi` }]} />
      <PageHead title={t`Việc của tôi`}>{me.person.fullName}</PageHead>
      <div className={styles.lists}>
        <AwaitedList
          empty={
            <Empty title={<Trans>Chưa có việc nào chờ ông/bà</Trans>}>
              <p>
                <Trans>Khi có hồ sơ, phiếu chấm hay báo cáo đến lượt, việc ấy hiện ở đây kèm hạn và người đang chờ.</Trans>
              </p>
            </Empty>
          }
        />
        {may(me, 'contest:decide') && <LedList />}
      </div>
    </>
  );
}
