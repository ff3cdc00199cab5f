import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { type AgeOrder } from '../../../ui/orders';
import { PublicHead, PublicPage } from '../../../ui/public-page';
import { PilotTable } from '../parts/pilot-table';
import { PUBLIC_PILOTS } from '../pilot.query';

/** What was tried in some communes before all, for anyone. */
export function Page() {
  const { t } = useLingui();
  const { order, after } = useSearch({ from: '/public/tried-out' });
  const navigate = useNavigate({ from: '/tried-out' });
  const asked = useAsk(PUBLIC_PILOTS, { order: order ?? null, after: after ?? null });
  return (
    <PublicPage>
      <PublicHead title={t`Thí điểm`}>
        <Trans>Cách đo và các xã được đăng ký trước khi có kết quả; kết quả công bố cả khi chưa thấy tác dụng.</Trans>
      </PublicHead>
      <PilotTable
        file="public"
        of={{ ...asked, data: asked.data?.publicPilots }}
        order={order ?? 'NEWEST'}
        onOrder={(next) => void navigate({ search: { order: next as AgeOrder }, resetScroll: false })}
        onPage={(next) => void navigate({ search: { order, after: next }, resetScroll: false })}
        isFirstPage={after === undefined}
        link={({ id, title }) => (
          <Link to="/tried-out/$pilotId" params={{ pilotId: id }}>
            {title}
          </Link>
        )}
      />
    </PublicPage>
  );
}
