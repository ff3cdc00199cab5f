import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { useRest } from '../../../api/ask-whole';
import { LinkButton } from '../../../ui/button';
import { ExportButton } from '../../../ui/export-button';
import { SelectField } from '../../../ui/field';
import { Answer, Empty } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { ConflictRows } from '../office/conflict-rows';
import { CONFLICTS, MORE_JURY } from '../office/conflicts.query';
import { ContestLine, JudgingBar } from '../office/judging-nav';
import { PagesOf } from '../office/pages-of';
import { SetConflict } from '../office/set-conflict';
import styles from '../office/office.module.css';

/** Who may not judge what in a contest: found, declared or told, each with the why and what can be done about it. */
export function Page() {
  const { t } = useLingui();
  const { contestId } = useParams({ from: '/inside/contests/$contestId/conflicts' });
  const { judge, after } = useSearch({ from: '/inside/contests/$contestId/conflicts' });
  const go = useNavigate({ from: '/contests/$contestId/conflicts' });
  const asked = useAsk(CONFLICTS, { contestId, personId: judge, after });
  const contest = asked.data?.contest;
  const jury = useRest(asked, MORE_JURY, { contestId }, 'jury').data?.jury.edges.map(({ node }) => node) ?? [];
  return (
    <>
      <JudgingBar contestId={contestId} contest={contest} crumbs={[{ label: t`Xung đột lợi ích` }]} />
      <PageHead
        title={t`Xung đột lợi ích`}
        acts={
          <>
            <LinkButton to="/conflicts">
              <Trans>Chờ tôi quyết định</Trans>
            </LinkButton>
            <ExportButton list="conflicts" filter={{ contestId, personId: judge ?? null }} />
            <SetConflict contestId={contestId} onDone={asked.again} />
          </>
        }
      >
        <ContestLine contest={contest} />
      </PageHead>
      <div className={styles.stack}>
        <div className={styles.filter}>
          <SelectField
            label={<Trans>Của giám khảo</Trans>}
            name="judge"
            value={judge ?? ''}
            onChange={(value) => void go({ search: value ? { judge: value } : {} })}
          >
            <option value="">{t`Tất cả`}</option>
            {jury.map(({ personId, fullName }) => (
              <option key={personId} value={personId}>
                {fullName}
              </option>
            ))}
          </SelectField>
        </div>
        <Answer of={asked}>
          {({ conflicts }) => (
            <Panel flush>
              {conflicts.edges.length === 0 ? (
                <Empty title={<Trans>Chưa có xung đột lợi ích nào</Trans>}>
                  <p>
                    <Trans>Hệ thống tự dò khi giám khảo nhận lời và mỗi lần phân công; giám khảo tự khai khi mở phiếu.</Trans>
                  </p>
                </Empty>
              ) : (
                <ConflictRows conflicts={conflicts.edges.map(({ node }) => node)} onChange={asked.again} />
              )}
              <PagesOf of={conflicts} after={after} onPage={(next) => void go({ search: { judge, after: next } })} />
            </Panel>
          )}
        </Answer>
      </div>
    </>
  );
}
