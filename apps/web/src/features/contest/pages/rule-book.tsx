import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { Bar } from '../../../ui/bar';
import { titled } from '../../../ui/format';
import { Answer, Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { DemoMark } from '../../../ui/state-mark';
import { RuleBookEditor } from '../rule-book/editor';
import { RULE_BOOK } from '../rule-book/rule-book.query';

/** How the contest is judged: written, tried on example marks, frozen, and then changed by decision only. */
export function Page() {
  const { t } = useLingui();
  const { contestId } = useParams({ from: '/inside/contests/$contestId/rule-book' });
  const asked = useAsk(RULE_BOOK, { id: contestId });
  return (
    <Answer of={asked}>
      {({ contest, contests }) => {
        if (!contest)
          return (
            <>
              <PageHead title={t`Quy chế chấm`} />
              <Empty title={<Trans>Không có cuộc thi này, hoặc cuộc thi không thuộc phạm vi của ông/bà</Trans>} />
            </>
          );
        const { year } = contest;
        return (
          <>
            <Bar
              crumbs={[
                { label: t`Cuộc thi ${year}`, link: { to: '/contests/$contestId/setup', params: { contestId: contest.id } } },
                { label: t`Quy chế chấm` },
              ]}
            />
            <PageHead title={t`Quy chế chấm năm ${year}`}>
              {titled(contest)} {contest.illustrative && <DemoMark />}
            </PageHead>
            <RuleBookEditor
              key={contest.id}
              contest={contest}
              others={contests.edges.map(({ node }) => node).filter(({ id, recorded }) => id !== contest.id && !recorded)}
            />
          </>
        );
      }}
    </Answer>
  );
}
