import { Trans, useLingui } from '@lingui/react/macro';
import { useWhole } from '../../../api/ask-whole';
import { Bar } from '../../../ui/bar';
import { Answer, Empty } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { ConflictList } from '../conflict-list';
import { MY_CONFLICTS } from '../invitations.query';

/** What stands between oneself and initiatives, and an answer to it. */
export function Page() {
  const { t } = useLingui();
  const asked = useWhole(MY_CONFLICTS, {}, 'myConflicts');
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Xung đột lợi ích` }]} />
      <PageHead title={t`Xung đột lợi ích`}>
        <Trans>Sáng kiến mà ông/bà không chấm, do ai xác định và vì sao.</Trans>
      </PageHead>
      <Answer of={asked}>
        {({ myConflicts: { edges } }) => (
          <Panel flush>
            {edges.length === 0 ? (
              <Empty title={<Trans>Không có xung đột lợi ích nào</Trans>} />
            ) : (
              <ConflictList conflicts={edges.map(({ node }) => node)} onChange={asked.again} />
            )}
          </Panel>
        )}
      </Answer>
    </>
  );
}
