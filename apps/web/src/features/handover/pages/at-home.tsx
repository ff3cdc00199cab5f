import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { Button } from '../../../ui/button';
import { Fact, Facts } from '../../../ui/facts';
import { named } from '../../../ui/format';
import { Answer, Empty } from '../../../ui/note';
import { Prose, PublicHead, PublicPage, Section } from '../../../ui/public-page';
import { DemoMark } from '../../../ui/state-mark';
import { AT_HOME } from '../handover.query';
import { ModelTime } from '../parts/model-time';

/** Which communes bring results home or hand them over at a ceremony, and how to ask; for anyone. */
export function Page() {
  const { t } = useLingui();
  const { after } = useSearch({ from: '/public/at-home' });
  const navigate = useNavigate({ from: '/at-home' });
  const asked = useAsk(AT_HOME, { after: after ?? null });
  return (
    <PublicPage>
      <PublicHead title={t`Trả kết quả tại nhà`}>
        <Trans>Xã nào trả kết quả tại nhà hoặc trao trang trọng, với thủ tục nào, và cách đề nghị.</Trans>
      </PublicHead>
      <Answer of={asked}>
        {({ publicServiceModels: { edges, pageInfo } }) => (
          <>
            {edges.length === 0 && <Empty title={<Trans>Chưa có xã nào trả kết quả tại nhà</Trans>} />}
            {edges.map(({ node }) => (
              <Section key={node.id} title={node.title}>
                {node.illustrative && (
                  <p>
                    <DemoMark />
                  </p>
                )}
                <Facts>
                  <Fact name={<Trans>Cách đề nghị</Trans>}>
                    <Prose>{node.howToAsk}</Prose>
                  </Fact>
                  <Fact name={<Trans>Thủ tục</Trans>}>{node.procedures.map(({ procedure }) => procedure.name).join('; ')}</Fact>
                  <Fact name={<Trans>Nơi thực hiện</Trans>}>{node.units.map(named).join(', ')}</Fact>
                  <Fact name={<Trans>Thời gian</Trans>}>
                    <ModelTime of={node} />
                  </Fact>
                  <Fact name={<Trans>Căn cứ</Trans>}>{node.decisionText}</Fact>
                </Facts>
              </Section>
            ))}
            {pageInfo.hasNextPage && (
              <Button onClick={() => void navigate({ search: { after: pageInfo.endCursor ?? undefined } })}>
                <Trans>Trang sau</Trans>
              </Button>
            )}
          </>
        )}
      </Answer>
    </PublicPage>
  );
}
