import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Asked, useAsk } from '../../../api/ask';
import { type Column, type Connection, DataTable } from '../../../ui/data-table';
import { named, number, rounded } from '../../../ui/format';
import { Section } from '../../../ui/public-page';
import { PUBLIC_RANKING, type Ranked } from '../contest-result.query';
import styles from './ranking.module.css';

/** Everybody's place after the last round, for contests whose rule book makes it public. */
export function Ranking({ contestId }: { readonly contestId: string }) {
  const { t } = useLingui();
  const [after, setAfter] = useState<string | undefined>();
  const asked = useAsk(PUBLIC_RANKING, { id: contestId, after: after ?? null });
  const listed: Asked<Connection<Ranked>> = { ...asked, data: asked.data?.publicRanking };
  return (
    <Section title={<Trans>Xếp hạng chung cuộc</Trans>} id="ranking">
      <DataTable
        caption={t`Xếp hạng chung cuộc`}
        file="public"
        of={listed}
        columns={useColumns(listed.data?.edges.some(({ node }) => node.track !== null) ?? false)}
        rowKey={({ id }) => id}
        inOneOrder="result"
        empty={null}
        onPage={setAfter}
        isFirstPage={after === undefined}
      />
    </Section>
  );
}

function useColumns(hasTracks: boolean): readonly Column<Ranked>[] {
  const { t } = useLingui();
  const tracks = { INDIVIDUAL: t`cá nhân`, GROUP: t`nhóm tác giả` };
  const track: Column<Ranked> = {
    key: 'track',
    head: t`Bảng`,
    cell: (row) => (row.track === null || row.trackRank === null ? '–' : t`${tracks[row.track]}, hạng ${number(row.trackRank)}`),
  };
  return [
    { key: 'rank', head: t`Hạng`, numeric: true, cell: ({ rank }) => number(rank) },
    { key: 'title', head: t`Sáng kiến`, names: true, cell: ({ initiative }) => initiative.title },
    { key: 'score', head: t`Điểm`, numeric: true, cell: (row) => rounded(row.rounded) },
    { key: 'unit', head: t`Đơn vị`, cell: ({ owner }) => <span className={styles.unit}>{named(owner)}</span> },
    { key: 'receipt', head: t`Mã hồ sơ`, cell: ({ initiative }) => <span className="num no-break">{initiative.receiptNumber}</span> },
    ...(hasTracks ? [track] : []),
  ];
}
