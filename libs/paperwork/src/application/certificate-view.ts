import { type CertificateView } from '#lib/documents';
import { localDate } from '#lib/kernel';
import { shownCode } from '../domain/certificate-code.js';
import { type CertificateFields, fieldsBy, recognisedFields, signerOf } from '../domain/certificate-fields.js';
import { type CertificateKind } from '../domain/paper-kinds.js';
import { type TemplateSaid } from '../domain/paper-template.entity.js';

const slashed = (day: string): string => day.split('-').reverse().join('/');

/** As Decree 30/2020/NĐ-CP writes a day: two digits up to 9, and for January and February. */
function spoken(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `ngày ${date} tháng ${Number(month) > 2 ? String(Number(month)) : month} năm ${year}`;
}

/** A certificate as its page is set. */
export function certificateView(fields: CertificateFields, code: string, address: string): CertificateView {
  const { unitName: unit, decisionNumber, decidedOn, place, issuedOn, recognition = null, ...shown } = fields;
  return {
    ...shown,
    recognition,
    unit,
    decision: `${decisionNumber} ngày ${slashed(decidedOn)}`,
    placeAndDay: `${place}, ${spoken(issuedOn)}`,
    shownCode: shownCode(code),
    address: `${address}/c/${code}`,
  };
}

const NO_CODE = 'X'.repeat(26);

/** A certificate by a template with an example that says so; its code leads to a page that says it is none. */
export function trialCertificate(
  { kind, ...template }: TemplateSaid & { readonly kind: CertificateKind },
  now: Date,
  address: string,
): CertificateView {
  const signer = signerOf(template) ?? { on: null, position: '', name: null };
  const earned = {
    ...{ name: 'Nguyễn Văn A (BẢN IN THỬ)', unitName: 'Phòng Nội vụ', initiative: 'Tên sáng kiến, chỉ để minh họa' },
    ...{ decisionNumber: '01/QĐ-UBND', decidedOn: localDate(now), illustrative: true },
    ...(kind === 'CERTIFICATE'
      ? { prize: 'Giải Nhất', contest: 'Cuộc thi Tìm kiếm sáng kiến' }
      : {
          prize: null,
          contest: null,
          recognition: recognisedFields({ authors: 1, influence: 'ESTABLISHMENT', benefit: 'Lợi ích in thử.' }),
        }),
  };
  return certificateView(fieldsBy(template, signer, earned, localDate(now)), NO_CODE, address);
}
