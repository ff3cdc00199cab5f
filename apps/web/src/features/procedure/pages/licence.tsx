import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { ActButton } from '../../../ui/act-button';
import { day, named } from '../../../ui/format';
import { Answer, Note } from '../../../ui/note';
import { PublicHead, PublicPage } from '../../../ui/public-page';
import { DemoMark } from '../../../ui/state-mark';
import { LEAVE_REMINDERS, PUBLIC_LICENCE, type PublicLicence } from '../licence.query';
import styles from './procedure.module.css';

/** What stands behind the link of a reminder: until when to file and where; looking at it changes nothing. */
export function Page() {
  const { t } = useLingui();
  const { link } = useParams({ from: '/public/l/$link' });
  const asked = useAsk(PUBLIC_LICENCE, { link });
  return (
    <PublicPage>
      <Answer of={asked}>
        {({ publicLicence }) =>
          publicLicence ? (
            <Licence of={publicLicence} link={link} again={asked.again} />
          ) : (
            <PublicHead title={t`Đường dẫn này không còn dùng được`}>
              <Trans>Xin nhập lại đúng địa chỉ in trong thư, hoặc hỏi đơn vị đã gửi thư.</Trans>
            </PublicHead>
          )
        }
      </Answer>
    </PublicPage>
  );
}

interface LicenceProps {
  readonly of: PublicLicence;
  readonly link: string;
  readonly again: () => void;
}

function Licence({ of, link, again }: LicenceProps) {
  return (
    <article>
      <PublicHead title={of.kind.name} above={of.illustrative ? <DemoMark /> : undefined}>
        <Trans>Bốn ký tự cuối của số giấy: {of.lastFour}</Trans>
      </PublicHead>
      {of.over && (
        <Note>
          <Trans>Giấy này đã được cấp lại hoặc đã hết giá trị; không còn việc gì phải làm.</Trans>
        </Note>
      )}
      <dl className={styles.facts}>
        <Facts of={of} />
        <div>
          <dt>
            <Trans>Nơi nộp hồ sơ</Trans>
          </dt>
          <dd>{named(of.unit)}</dd>
        </div>
        {of.procedure && (
          <div>
            <dt>
              <Trans>Thủ tục</Trans>
            </dt>
            <dd>
              <Link to="/procedures/$procedureId" params={{ procedureId: of.procedure.id }}>
                {of.procedure.name}
              </Link>
            </dd>
          </div>
        )}
      </dl>
      {of.wantsNone ? (
        <Note>
          <Trans>Ông/bà đã chọn không nhận nhắc hạn cho giấy này.</Trans>
        </Note>
      ) : (
        !of.over && <NoMore link={link} again={again} />
      )}
    </article>
  );
}

function Facts({ of: { expiresOn, fileBy, safeOn } }: { readonly of: PublicLicence }) {
  return (
    <>
      {expiresOn && (
        <div>
          <dt>
            <Trans>Giấy hết hạn</Trans>
          </dt>
          <dd>{day(expiresOn)}</dd>
        </div>
      )}
      {fileBy && (
        <div>
          <dt>
            <Trans>Hạn nộp hồ sơ cấp lại</Trans>
          </dt>
          <dd>
            {day(fileBy)}
            {safeOn && safeOn !== fileBy && (
              <>
                <br />
                <Trans>Nên nộp chậm nhất ngày làm việc {day(safeOn)}</Trans>
              </>
            )}
          </dd>
        </div>
      )}
    </>
  );
}

/** Asked for by a press, never by opening the page: scanners of mail open every link. */
function NoMore({ link, again }: Omit<LicenceProps, 'of'>) {
  return (
    <ActButton
      of={LEAVE_REMINDERS}
      title={<Trans>Không nhận nhắc hạn</Trans>}
      act={<Trans>Không nhận nhắc hạn cho giấy này</Trans>}
      keep={<Trans>Vẫn nhận</Trans>}
      input={() => ({ link, scope: 'LICENCE' as const })}
      said={<Trans>Từ nay không gửi nhắc hạn cho giấy này.</Trans>}
      onDone={again}
    >
      <p>
        <Trans>Hạn nộp hồ sơ không thay đổi; đơn vị chỉ không gọi, không gửi thư nhắc nữa.</Trans>
      </p>
    </ActButton>
  );
}
