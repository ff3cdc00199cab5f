import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAsk } from '../../../api/ask';
import { Bar } from '../../../ui/bar';
import { Answer, Empty } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { ConflictRows } from '../office/conflict-rows';
import { CONFLICTS_TO_DECIDE } from '../office/conflicts.query';
import { PagesOf } from '../office/pages-of';

/** Conflicts told of those who have a say in the judging: they wait for the second person, who reads why and decides. */
export function Page() {
  const { t } = useLingui();
  const [after, setAfter] = useState<string | undefined>();
  const asked = useAsk(CONFLICTS_TO_DECIDE, { after });
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Xung đột chờ quyết định` }]} />
      <PageHead title={t`Xung đột lợi ích chờ quyết định`}>
        <Trans>Xung đột của người có quyền trong việc chấm chỉ có hiệu lực khi người thứ hai đồng ý.</Trans>
      </PageHead>
      <Answer of={asked}>
        {({ conflictsToDecide }) => (
          <Panel flush>
            {conflictsToDecide.edges.length === 0 ? (
              <Empty title={<Trans>Không có xung đột nào chờ ông/bà quyết định</Trans>} />
            ) : (
              <ConflictRows conflicts={conflictsToDecide.edges.map(({ node }) => node)} onChange={asked.again} />
            )}
            <PagesOf of={conflictsToDecide} after={after} onPage={setAfter} />
          </Panel>
        )}
      </Answer>
    </>
  );
}
