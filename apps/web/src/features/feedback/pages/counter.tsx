import { Trans } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { named } from '../../../ui/format';
import { Answer, Empty, Note } from '../../../ui/note';
import { PublicHead, PublicPage, Section } from '../../../ui/public-page';
import { DemoMark } from '../../../ui/state-mark';
import { COUNTER_PROCEDURES, PUBLIC_COUNTER } from '../counter.query';

/** What the code of a counter leads to: whose it is, and the procedures that are done there. */
export function Page() {
  const { code } = useParams({ from: '/public/q/$code' });
  const asked = useAsk(PUBLIC_COUNTER, { code });
  return (
    <PublicPage>
      <Answer of={asked}>
        {({ publicCounter: counter }) =>
          counter ? (
            <>
              <PublicHead
                title={counter.name}
                above={
                  <>
                    {named(counter.unit)} {counter.illustrative && <DemoMark />}
                  </>
                }
              />
              {counter.isOpen ? (
                <Procedures fieldName={counter.fieldName} />
              ) : (
                <Note tone="soon">
                  <Trans>Quầy này hiện không mở.</Trans>
                </Note>
              )}
            </>
          ) : (
            <Empty title={<Trans>Không có quầy nào mang mã này</Trans>}>
              <p>
                <Trans>Xem lại mã dưới hình trên tờ dán tại quầy: mã có tám ký tự.</Trans>
              </p>
            </Empty>
          )
        }
      </Answer>
    </PublicPage>
  );
}

function Procedures({ fieldName }: { readonly fieldName: string | null }) {
  const asked = useAsk(COUNTER_PROCEDURES, { fieldName });
  return (
    <Section title={<Trans>Thủ tục của quầy</Trans>}>
      <Answer of={asked}>
        {({ procedures: { edges, pageInfo } }) => (
          <>
            <ul>
              {edges.map(({ node }) => (
                <li key={node.id}>
                  <Link to="/procedures/$procedureId" params={{ procedureId: node.id }}>
                    {node.name}
                  </Link>
                </li>
              ))}
            </ul>
            {(edges.length === 0 || pageInfo.hasNextPage) && (
              <p>
                <Link to="/procedures" search={fieldName === null ? {} : { field: fieldName }}>
                  <Trans>Xem danh mục thủ tục</Trans>
                </Link>
              </p>
            )}
          </>
        )}
      </Answer>
    </Section>
  );
}
