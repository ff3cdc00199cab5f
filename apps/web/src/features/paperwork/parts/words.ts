import { useLingui } from '@lingui/react/macro';
import { type CertificateState } from '../certificate.query';
import { type PaperKind, type PaperShown, type PaperState, type TemplateKind } from '../paper.query';

/** What people call the kinds of papers, in the order in which a year needs them. */
export function usePaperKinds(): Readonly<Record<PaperKind, string>> {
  const { t } = useLingui();
  return {
    JURY_DECISION: t`Quyết định thành lập Ban Giám khảo`,
    SCREENING_MINUTES: t`Biên bản kiểm tra điều kiện hồ sơ`,
    ROUND_MINUTES: t`Biên bản chấm vòng thi`,
    ROUND_SCORECARDS: t`Tập phiếu chấm điểm của vòng thi`,
    DELIBERATION_MINUTES: t`Biên bản họp Ban Giám khảo xét kết quả`,
    RESULT_SUBMISSION: t`Tờ trình công nhận kết quả`,
    RESULT_DECISION: t`Quyết định công nhận kết quả và trao giải`,
    RESULT_LIST: t`Danh sách trao giải`,
    CONTEST_REPORT: t`Báo cáo kết quả cuộc thi`,
    ADOPTION_DECISION: t`Quyết định áp dụng, nhân rộng sáng kiến`,
    ROLLOUT_MATRIX: t`Bảng theo dõi triển khai sáng kiến`,
    YEAR_MATRIX: t`Bảng theo dõi triển khai của năm`,
    PERIOD_REPORT: t`Báo cáo nhân rộng sáng kiến trong kỳ`,
  };
}

export function useTemplateKinds(): Readonly<Record<TemplateKind, string>> {
  const { t } = useLingui();
  return { ...usePaperKinds(), CERTIFICATE: t`Giấy chứng nhận đạt giải`, RECOGNITION_CERTIFICATE: t`Giấy chứng nhận sáng kiến` };
}

export function usePaperStates(): Readonly<Record<PaperState, string>> {
  const { t } = useLingui();
  return { DRAFT: t`dự thảo`, FROZEN: t`đã chốt, chờ ký`, SIGNED: t`đã ký, đã vào sổ` };
}

export function useCertificateStates(): Readonly<Record<CertificateState, string>> {
  const { t } = useLingui();
  return { VALID: t`Có hiệu lực`, REVOKED: t`Đã thu hồi`, REPLACED: t`Đã được thay` };
}

export function useGapWords(): Readonly<Record<PaperShown['gaps'][number], string>> {
  const { t } = useLingui();
  return {
    NO_BASES: t`Mẫu chưa có căn cứ nào còn hiệu lực.`,
    BASES_CHANGED: t`Căn cứ có hiệu lực đã khác so với ngày lập dự thảo. Lập lại dự thảo.`,
    NO_SIGNER: t`Mẫu chưa đủ người ký; biên bản có hai người ký.`,
    NO_SIGNER_NAME: t`Có người ký chưa ghi họ tên.`,
    NO_RECIPIENTS: t`Mẫu chưa có nơi nhận.`,
  };
}

/** The number as it stands in the paper: two digits at least. */
export const numbered = (number: number | null, symbol: string): string =>
  `${number === null ? '…' : String(number).padStart(2, '0')}/${symbol}`;
