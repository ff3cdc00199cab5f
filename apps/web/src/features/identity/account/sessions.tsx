import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useAsk } from '../../../api/ask';
import { type ResultOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';
import { sessionEnds } from '../../../api/session-end';
import { Button } from '../../../ui/button';
import { Confirm } from '../../../ui/confirm';
import { DataTable } from '../../../ui/data-table';
import { dayAndClock } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { Tag } from '../../../ui/state-mark';
import styles from './account.module.css';

const sessionRow = graphql(`
  fragment SessionRow on Session {
    id
    kind
    label
    browser
    createdAt
    lastUsedAt
    expiresAt
    revokedAt
    current
    scopes
  }
`);

const SESSIONS = graphql(
  `
    query MySessions {
      mySessions(first: 100) {
        edges {
          node {
            ...SessionRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [sessionRow],
);

const REVOKE = graphql(
  `
    mutation RevokeSession($input: RevokeSessionInput!) {
      answer: revokeSession(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

const OTHERS = graphql(
  `
    mutation RevokeOtherSessions($input: SignOutInput!) {
      answer: revokeOtherSessions(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

const EVERYWHERE = graphql(
  `
    mutation SignOutEverywhere($input: SignOutInput!) {
      answer: signOutEverywhere(input: $input) {
        __typename
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

type SessionRow = ResultOf<typeof sessionRow>;

/** Where the account is signed in, browsers and programs, each with an end. */
export function SessionsPanel() {
  const { t } = useLingui();
  const asked = useAsk(SESSIONS, {});
  const [ending, setEnding] = useState<'others' | 'everywhere' | null>(null);
  const onClose = () => {
    setEnding(null);
  };
  const rows = asked.data && {
    ...asked.data.mySessions,
    edges: asked.data.mySessions.edges.filter(({ node }) => node.revokedAt === null),
  };
  return (
    <Panel
      title={<Trans>Phiên đăng nhập và chương trình</Trans>}
      side={
        <span className={styles.acts}>
          <Button
            size="small"
            onClick={() => {
              setEnding('others');
            }}
          >
            <Trans>Kết thúc các phiên khác</Trans>
          </Button>
          <Button
            size="small"
            onClick={() => {
              setEnding('everywhere');
            }}
          >
            <Trans>Đăng xuất mọi nơi</Trans>
          </Button>
        </span>
      }
    >
      <DataTable
        caption={t`Phiên đăng nhập và chương trình`}
        file="own"
        of={{ ...asked, data: rows }}
        rowKey={({ id }) => id}
        inOneOrder="own"
        empty={<Empty title={<Trans>Không có phiên nào</Trans>} />}
        columns={[
          { key: 'what', head: <Trans>Thiết bị hoặc chương trình</Trans>, names: true, cell: (row) => <Name row={row} /> },
          { key: 'since', head: <Trans>Từ lúc</Trans>, cell: (row) => <span className="no-break">{dayAndClock(row.createdAt)}</span> },
          {
            key: 'used',
            head: <Trans>Dùng gần nhất</Trans>,
            cell: ({ lastUsedAt }) =>
              lastUsedAt ? <span className="no-break">{dayAndClock(lastUsedAt)}</span> : <Trans>Chưa dùng lần nào</Trans>,
          },
          { key: 'until', head: <Trans>Hết hạn</Trans>, cell: (row) => <span className="no-break">{dayAndClock(row.expiresAt)}</span> },
          {
            key: 'act',
            head: <Trans>Thao tác</Trans>,
            fixed: true,
            cell: (row) => (row.current ? null : <End row={row} again={asked.again} />),
          },
        ]}
      />
      {ending === 'others' && <EndOthers onClose={onClose} again={asked.again} />}
      {ending === 'everywhere' && <LeaveEverywhere onClose={onClose} />}
    </Panel>
  );
}

function Name({ row }: { readonly row: SessionRow }) {
  return (
    <span className={styles.session}>
      {row.kind === 'BEARER' ? (row.label ?? <Trans>Chương trình</Trans>) : (row.browser ?? <Trans>Trình duyệt không rõ tên</Trans>)}{' '}
      {row.current && (
        <Tag tone="ink">
          <Trans>phiên này</Trans>
        </Tag>
      )}
    </span>
  );
}

function End({ row, again }: { readonly row: SessionRow; readonly again: () => void }) {
  const revoke = useAct(REVOKE);
  return (
    <Button
      size="small"
      busy={revoke.busy}
      onClick={() => {
        void revoke.run({ sessionId: row.id }).then(again);
      }}
    >
      {row.kind === 'BEARER' ? <Trans>Thu hồi</Trans> : <Trans>Kết thúc</Trans>}
    </Button>
  );
}

function EndOthers({ onClose, again }: { readonly onClose: () => void; readonly again: () => void }) {
  const end = useAct(OTHERS);
  return (
    <Confirm
      title={<Trans>Kết thúc các phiên khác</Trans>}
      act={<Trans>Kết thúc các phiên khác</Trans>}
      keep={<Trans>Giữ các phiên</Trans>}
      busy={end.busy}
      refusal={end.refusal}
      broken={end.broken}
      onClose={onClose}
      onAct={() => {
        void end.run({}).then(({ kind }) => {
          if (kind !== 'done') return;
          again();
          onClose();
        });
      }}
    >
      <p>
        <Trans>Mọi phiên khác và mọi chương trình dùng tài khoản này kết thúc ngay; phiên này còn lại.</Trans>
      </p>
    </Confirm>
  );
}

function LeaveEverywhere({ onClose }: { readonly onClose: () => void }) {
  const leave = useAct(EVERYWHERE);
  return (
    <Confirm
      title={<Trans>Đăng xuất mọi nơi</Trans>}
      act={<Trans>Đăng xuất mọi nơi</Trans>}
      keep={<Trans>Giữ các phiên</Trans>}
      busy={leave.busy}
      refusal={leave.refusal}
      broken={leave.broken}
      onClose={onClose}
      onAct={() => {
        sessionEnds.guard(false);
        void leave.run({}).then(({ kind }) => {
          if (kind === 'done') location.assign('/sign-in');
        });
      }}
    >
      <p>
        <Trans>Mọi phiên, kể cả phiên này, và mọi chương trình dùng tài khoản này đều kết thúc ngay.</Trans>
      </p>
    </Confirm>
  );
}
