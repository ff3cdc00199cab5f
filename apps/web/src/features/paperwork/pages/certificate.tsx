import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { useAsk } from '../../../api/ask';
import { day } from '../../../ui/format';
import { Answer, Note } from '../../../ui/note';
import { PublicHead, PublicPage } from '../../../ui/public-page';
import { DemoMark } from '../../../ui/state-mark';
import { PUBLIC_CERTIFICATE, type PublicCertificate } from '../certificate.query';
import { CertificateMark } from '../parts/certificate-mark';
import styles from '../paperwork.module.css';

/** What stands behind the code of a certificate: all that is printed on it, to hold against the paper, and whether it holds. */
export function Page() {
  const { t } = useLingui();
  const { code } = useParams({ from: '/public/c/$code' });
  const asked = useAsk(PUBLIC_CERTIFICATE, { code });
  return (
    <PublicPage>
      <Answer of={asked}>
        {({ publicCertificate }) =>
          publicCertificate ? (
            <Certificate of={publicCertificate} />
          ) : (
            <div className={styles.apart}>
              <PublicHead title={t`Không có giấy chứng nhận nào mang mã này`}>
                <span className={styles.code}>{code}</span>
              </PublicHead>
              <Note tone="late">
                <p>
                  <Trans>
                    Hệ thống chưa cấp giấy nào có mã trên. Nếu mã được nhập tay, hãy so lại từng ký tự với mã in cạnh hình QR. Nếu mã đúng
                    như in trên giấy, giấy đó không do cơ quan này cấp.
                  </Trans>
                </p>
              </Note>
            </div>
          )
        }
      </Answer>
    </PublicPage>
  );
}

/** The code as it is printed: in groups of five. */
const grouped = (code: string): string => code.replace(/(.{5})(?=.)/g, '$1-');

function Certificate({ of }: { readonly of: PublicCertificate }) {
  const { t } = useLingui();
  const { printed } = of;
  const { signer, recognition } = printed;
  return (
    <article className={styles.apart}>
      <PublicHead title={t`Nội dung giấy chứng nhận`} above={printed.illustrative ? <DemoMark /> : undefined}>
        <CertificateMark state={of.state} />
      </PublicHead>
      <Standing of={of} />
      <p>
        <Trans>Hãy so từng dòng dưới đây với giấy đang cầm. Một dòng khác là giấy đã bị sửa.</Trans>
      </p>
      <dl className={styles.printed}>
        {printed.superior !== null && <Line name={t`Cơ quan chủ quản`}>{printed.superior}</Line>}
        <Line name={t`Cơ quan cấp`}>{printed.issuer}</Line>
        {printed.authority !== null && <Line name={t`Người có thẩm quyền`}>{printed.authority}</Line>}
        <Line name={t`Cấp cho`}>
          {printed.name === null ? <Trans>Họ tên không công bố, theo đề nghị của người được cấp</Trans> : <b>{printed.name}</b>}
        </Line>
        <Line name={t`Đơn vị`}>{printed.unitName}</Line>
        {printed.prize !== null && <Line name={t`Giải`}>{printed.prize}</Line>}
        {printed.contest !== null && <Line name={t`Cuộc thi`}>{printed.contest}</Line>}
        {recognition && <Line name={t`Được công nhận là`}>{recognition.authorship}</Line>}
        <Line name={t`Sáng kiến`}>{printed.initiative}</Line>
        {recognition && (
          <>
            <Line name={t`Phạm vi ảnh hưởng`}>{recognition.reach}</Line>
            <Line name={t`Lợi ích`}>{recognition.benefit}</Line>
          </>
        )}
        {printed.closing.length > 0 && (
          <Line name={t`Nội dung khác`}>
            {printed.closing.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </Line>
        )}
        <Line name={t`Theo Quyết định`}>
          <Trans>
            số {printed.decisionNumber} ngày {day(printed.decidedOn)}
          </Trans>
        </Line>
        <Line name={t`Nơi và ngày cấp`}>
          {printed.place}, {day(printed.issuedOn)}
        </Line>
        <Line name={t`Người ký`}>
          {signer.on !== null && <>{signer.on} </>}
          {signer.position}
          {signer.name !== null && <>, {signer.name}</>}
        </Line>
        <Line name={t`Mã trên giấy`}>
          <span className={styles.code}>{grouped(of.certificateCode)}</span>
        </Line>
      </dl>
      <p className="caption">
        <Trans>Mã băm của nội dung, không in trên giấy (SHA-256):</Trans> <span className={styles.code}>{of.fieldsHash}</span>
      </p>
    </article>
  );
}

/** Whether it holds, in a sentence that a telephone can read out. */
function Standing({ of: { state, endedOn, endNumber, groundNumber, groundRevoked, printed } }: { readonly of: PublicCertificate }) {
  const on = endedOn === null ? '' : day(endedOn);
  if (state === 'VALID')
    return (
      <Note>
        <p>
          <Trans>Giấy chứng nhận này do cơ quan nêu dưới đây cấp và đang có hiệu lực.</Trans>
        </p>
      </Note>
    );
  return (
    <Note tone="late">
      <p>
        {state === 'REPLACED' ? (
          <Trans>
            Giấy này không còn hiệu lực: đã được thay bằng giấy khác theo Quyết định số {endNumber} ngày {on}.
          </Trans>
        ) : endNumber === null && groundNumber !== null ? (
          <Trans>
            Giấy này không còn hiệu lực: việc công nhận sáng kiến đã bị hủy bỏ theo Quyết định số {groundNumber} ngày {on}.
          </Trans>
        ) : endNumber === null ? (
          <Trans>Giấy này không còn hiệu lực: giải đã bị thu hồi ngày {on}.</Trans>
        ) : (
          <Trans>
            Giấy này không còn hiệu lực: đã bị thu hồi theo Quyết định số {endNumber} ngày {on}.
          </Trans>
        )}
        {groundRevoked && endNumber !== null && (
          <> {printed.recognition ? <Trans>Việc công nhận đã bị hủy bỏ.</Trans> : <Trans>Giải cũng đã bị thu hồi.</Trans>}</>
        )}
      </p>
    </Note>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
