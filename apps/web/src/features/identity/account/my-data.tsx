import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { graphql } from '../../../api/graphql';
import { jobParts } from '../../../api/jobs.query';
import { refusalParts } from '../../../api/refusal';
import { Button } from '../../../ui/button';
import { JobDialog } from '../../../ui/export-button';
import { ErrorSummary } from '../../../ui/form';
import { Broken } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import styles from './account.module.css';

const EXPORT_MY_DATA = graphql(
  `
    mutation ExportMyData($input: ExportMyDataInput!) {
      answer: exportMyData(input: $input) {
        ...JobParts
        ...RefusalParts
      }
    }
  `,
  [jobParts, refusalParts],
);

/** All that the platform keeps of a person, as a file of their own. */
export function MyDataPanel() {
  const { t } = useLingui();
  const { run, busy, refusal, broken } = useAct(EXPORT_MY_DATA);
  const [jobId, setJobId] = useState<string | null>(null);
  const begin = async () => {
    const outcome = await run({});
    if (outcome.kind === 'done') setJobId(outcome.result.id);
  };
  return (
    <Panel title={<Trans>Dữ liệu của tôi</Trans>}>
      <div className={styles.stack}>
        <p>
          <Trans>
            Tải về một tệp JSON gồm mọi điều hệ thống đang giữ về ông/bà: tài khoản, phiên đăng nhập, chức vụ, hồ sơ, phiếu chấm, báo cáo,
            thông báo, nhật ký thao tác. Máy lập tệp và giữ tệp một ngày cho riêng ông/bà.
          </Trans>
        </p>
        {refusal && <ErrorSummary refusal={refusal} />}
        {broken && <Broken error={broken} />}
        <div>
          <Button busy={busy} onClick={() => void begin()}>
            <Trans>Lập tệp dữ liệu của tôi</Trans>
          </Button>
        </div>
      </div>
      {jobId !== null && (
        <JobDialog
          id={jobId}
          title={t`Dữ liệu của tôi`}
          onClose={() => {
            setJobId(null);
          }}
        />
      )}
    </Panel>
  );
}
