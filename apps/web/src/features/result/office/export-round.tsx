import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { graphql } from '../../../api/graphql';
import { jobParts } from '../../../api/jobs.query';
import { refusalParts } from '../../../api/refusal';
import { Button } from '../../../ui/button';
import { JobDialog } from '../../../ui/export-button';
import { ErrorSummary } from '../../../ui/form';
import { Icon } from '../../../ui/icon';
import { Download } from '../../../ui/icons';
import { Broken } from '../../../ui/note';

const EXPORT_ROUND = graphql(
  `
    mutation ExportRound($input: ExportRoundInput!) {
      answer: exportRound(input: $input) {
        ...JobParts
        ...RefusalParts
      }
    }
  `,
  [jobParts, refusalParts],
);

/** The whole judging of a closed round in one workbook: cards, marks, comments, what counted and why. */
export function ExportRound({ roundId }: { readonly roundId: string }) {
  const { run, busy, refusal, broken } = useAct(EXPORT_ROUND);
  const [jobId, setJobId] = useState<string | null>(null);
  const begin = async () => {
    const outcome = await run({ roundId });
    if (outcome.kind === 'done') setJobId(outcome.result.id);
  };
  return (
    <>
      <Button busy={busy} onClick={() => void begin()}>
        <Icon of={Download} />
        <Trans>Xuất chi tiết chấm (XLSX)</Trans>
      </Button>
      {refusal && <ErrorSummary refusal={refusal} />}
      {broken && <Broken error={broken} />}
      {jobId !== null && (
        <JobDialog
          id={jobId}
          onClose={() => {
            setJobId(null);
          }}
        />
      )}
    </>
  );
}
