import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useAct } from '../../../api/act';
import { useLive } from '../../../api/ask';
import { Bar } from '../../../ui/bar';
import { Button, LinkButton } from '../../../ui/button';
import { Answer, Empty } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { Segments } from '../../../ui/segments';
import { NoticeItem } from '../notice-item';
import { MARK_ALL_READ, NOTICES, NOTICES_LIVE } from '../notices.query';

const ROWS = 25;

export function Page() {
  const { t } = useLingui();
  const { after, unread } = useSearch({ from: '/inside/notices' });
  const go = useNavigate({ from: '/notices' });
  const asked = useLive(NOTICES, NOTICES_LIVE, { first: ROWS, after: after ?? null, unread: unread ?? null });
  const newest = after ? undefined : asked.data?.myNotices.edges[0]?.node.id;
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Thông báo` }]} />
      <PageHead
        title={t`Thông báo`}
        acts={
          <>
            <LinkButton to="/notices/preferences">
              <Trans>Cách nhận thư</Trans>
            </LinkButton>
            {newest && <MarkAll newest={newest} again={asked.again} />}
          </>
        }
      />
      <Panel
        flush
        title={t`Mới nhất trước`}
        side={
          <Segments
            label={t`Lọc thông báo`}
            value={unread ? 'unread' : 'all'}
            onChange={(value) => void go({ search: value === 'unread' ? { unread: true } : {} })}
            choices={[
              { value: 'all', label: t`Tất cả` },
              { value: 'unread', label: t`Chưa đọc` },
            ]}
          />
        }
      >
        <Answer of={asked}>
          {({ myNotices: { edges, pageInfo } }) =>
            edges.length === 0 ? (
              <Empty title={<Trans>Chưa có thông báo nào</Trans>}>
                <p>
                  <Trans>Khi có việc liên quan đến hồ sơ, phiếu chấm hay báo cáo, thông báo sẽ hiện ở đây.</Trans>
                </p>
              </Empty>
            ) : (
              <>
                <ul>
                  {edges.map(({ node }) => (
                    <NoticeItem key={node.id} notice={node} />
                  ))}
                </ul>
                {pageInfo.hasNextPage && (
                  <p>
                    <Button onClick={() => void go({ search: { ...(unread && { unread }), after: pageInfo.endCursor ?? undefined } })}>
                      <Trans>Thông báo cũ hơn</Trans>
                    </Button>
                  </p>
                )}
              </>
            )
          }
        </Answer>
      </Panel>
    </>
  );
}

/** All that one could see; what comes meanwhile stays unread. */
function MarkAll({ newest, again }: { readonly newest: string; readonly again: () => void }) {
  const act = useAct(MARK_ALL_READ);
  return (
    <Button
      busy={act.busy}
      onClick={() => {
        void act.run({ noticeId: newest }).then(again);
      }}
    >
      <Trans>Đánh dấu đã đọc tất cả</Trans>
    </Button>
  );
}
