import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAsk } from '../../../api/ask';
import { useMe } from '../../../api/session';
import { Bar } from '../../../ui/bar';
import { Button, LinkButton } from '../../../ui/button';
import { Answer } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import styles from '../emulation.module.css';
import { EnterKind } from '../parts/enter-kind';
import { Kinds } from '../parts/kinds';
import { Rules } from '../parts/rules';
import { TITLES } from '../title.query';

/** Which titles are recorded, and what they ask for: entered by the office, read by everyone. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  const asked = useAsk(TITLES, {});
  const [entering, setEntering] = useState(false);
  return (
    <>
      <Bar crumbs={[{ label: t`Thành tích`, link: { to: '/achievements' } }, { label: t`Danh hiệu và điều kiện` }]} />
      <PageHead
        title={t`Danh hiệu và điều kiện`}
        acts={
          <>
            {me.canEnterEligibilityRule && (
              <LinkButton to="/title-kinds/rule">
                <Trans>Nhập điều kiện</Trans>
              </LinkButton>
            )}
            {me.canEnterTitleKind && (
              <Button
                kind="primary"
                onClick={() => {
                  setEntering(true);
                }}
              >
                <Trans>Thêm danh hiệu</Trans>
              </Button>
            )}
          </>
        }
      >
        <Trans>Nhập theo văn bản đang có hiệu lực; hệ thống không đối chiếu nội dung với văn bản.</Trans>
      </PageHead>
      <Answer of={asked}>
        {({ titleKinds, eligibilityRules }) => (
          <div className={styles.page}>
            <Kinds of={titleKinds} again={asked.again} />
            <Rules of={eligibilityRules} />
          </div>
        )}
      </Answer>
      {entering && (
        <EnterKind
          onClose={(done) => {
            setEntering(false);
            if (done) asked.again();
          }}
        />
      )}
    </>
  );
}
