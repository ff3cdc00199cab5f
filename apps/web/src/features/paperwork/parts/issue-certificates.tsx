import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useAct } from '../../../api/act';
import { useAsk } from '../../../api/ask';
import { Button } from '../../../ui/button';
import { ErrorSummary } from '../../../ui/form';
import { number } from '../../../ui/format';
import { Broken } from '../../../ui/note';
import { useToast } from '../../../ui/toast';
import { type CertificateKind } from '../paper.query';
import { CERTIFICATE_TEMPLATES, type CertificatesSummary, ISSUE_CERTIFICATES } from '../certificate.query';

interface IssueProps {
  readonly of: CertificatesSummary;
  /** Of prizes, or of recognitions. */
  readonly kind: CertificateKind;
  readonly onDone: () => void;
}

/** To all who have none yet, by the template in force. */
export function IssueCertificates({ of, kind, onDone }: IssueProps) {
  const toast = useToast();
  const { run, busy, refusal, broken } = useAct(ISSUE_CERTIFICATES);
  const { data } = useAsk(CERTIFICATE_TEMPLATES, { unitId: of.hostId });
  const template = data?.paperTemplates.find((one) => one.kind === kind);
  const issue = async () => {
    if (!template) return;
    if ((await run({ contestId: of.contest.id, templateId: template.id })).kind !== 'done') return;
    toast(<Trans>Đã cấp giấy chứng nhận.</Trans>);
    onDone();
  };
  if (data && !template)
    return (
      <p>
        <Trans>
          Cơ quan chưa có mẫu cho loại giấy chứng nhận này. <Link to="/paper-templates">Lập mẫu</Link> trước khi cấp.
        </Trans>
      </p>
    );
  return (
    <>
      {refusal && <ErrorSummary refusal={refusal} />}
      {broken && <Broken error={broken} />}
      <p>
        {template && (
          <Trans>
            Theo mẫu lần {number(template.number)} của {template.issuer}.
          </Trans>
        )}{' '}
        <Button kind="primary" busy={busy} shut={!template} onClick={() => void issue()}>
          {kind === 'CERTIFICATE' ? (
            <Trans>Cấp {number(of.missing)} giấy chứng nhận</Trans>
          ) : (
            <Trans>Cấp {number(of.recognisedMissing)} giấy chứng nhận sáng kiến</Trans>
          )}
        </Button>
      </p>
    </>
  );
}
