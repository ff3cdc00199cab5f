import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useMe, useSession } from '../../../api/session';
import { Button } from '../../../ui/button';
import { day } from '../../../ui/format';
import { Check, Warning } from '../../../ui/icons';
import { Note } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { StateMark } from '../../../ui/state-mark';
import styles from './account.module.css';
import { Enrolment } from './enrolment';
import { RemoveFactor, RenewCodes } from './proofs';

type Doing = 'nothing' | 'enrolling' | 'renewing' | 'removing';

/** The second factor: whether there is one, how to set it up, what to do when the phone is gone. */
export function SecondFactorPanel() {
  const { secondFactor } = useMe();
  const { renew } = useSession();
  const [doing, setDoing] = useState<Doing>('nothing');
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const done = (shown: readonly string[] | null) => {
    setCodes(shown);
    setDoing('nothing');
    void renew();
  };
  const back = () => {
    setDoing('nothing');
  };
  return (
    <Panel title={<Trans>Xác thực hai bước</Trans>}>
      <div className={styles.stack}>
        <State />
        {codes && <RecoveryCodes codes={codes} />}
        {doing === 'enrolling' && <Enrolment onDone={done} onBack={back} />}
        {doing === 'renewing' && <RenewCodes onDone={done} onBack={back} />}
        {doing === 'removing' && <RemoveFactor onDone={done} onBack={back} />}
        {doing === 'nothing' && (
          <div className={styles.acts}>
            <Button
              kind={secondFactor.confirmedAt ? 'secondary' : 'primary'}
              shut={!secondFactor.canEnrol && 'why-not-enrol'}
              onClick={() => {
                setDoing('enrolling');
              }}
            >
              {secondFactor.confirmedAt ? <Trans>Chuyển sang điện thoại khác</Trans> : <Trans>Thiết lập</Trans>}
            </Button>
            {secondFactor.canRenewCodes && (
              <Button
                onClick={() => {
                  setDoing('renewing');
                }}
              >
                <Trans>Lấy mã dự phòng mới</Trans>
              </Button>
            )}
            {secondFactor.canRemove && (
              <Button
                kind="destructive"
                onClick={() => {
                  setDoing('removing');
                }}
              >
                <Trans>Bỏ xác thực hai bước</Trans>
              </Button>
            )}
          </div>
        )}
        {secondFactor.whyNotEnrol && (
          <p id="why-not-enrol" className="secondary">
            {secondFactor.whyNotEnrol.message}
          </p>
        )}
      </div>
    </Panel>
  );
}

function State() {
  const { secondFactor } = useMe();
  if (!secondFactor.confirmedAt) {
    return secondFactor.needed ? (
      <Note tone="soon">
        <p>
          <Trans>Vai trò đang giữ đòi hỏi xác thực hai bước. Xin thiết lập trước khi làm việc khác.</Trans>
        </p>
      </Note>
    ) : (
      <StateMark icon={Warning}>
        <Trans>Chưa thiết lập</Trans>
      </StateMark>
    );
  }
  return (
    <div>
      <StateMark tone="done" icon={Check}>
        <Trans>Đang dùng từ {day(secondFactor.confirmedAt)}</Trans>
      </StateMark>
      <p className="secondary">
        <Plural value={secondFactor.recoveryCodesLeft} _0="Hết mã dự phòng" one="Còn # mã dự phòng" other="Còn # mã dự phòng" />
      </p>
    </div>
  );
}

/** Shown once: whoever loses the phone comes in by one of these. */
function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  return (
    <Note tone="soon" role="status">
      <p>
        <strong>
          <Trans>Mã dự phòng, chỉ hiện một lần này</Trans>
        </strong>
      </p>
      <p>
        <Trans>Chép hoặc in ra và cất ở nơi an toàn. Mỗi mã đăng nhập được một lần khi không có điện thoại.</Trans>
      </p>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </Note>
  );
}
