import { Trans } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { useAct } from '../../../api/act';
import { useAsk } from '../../../api/ask';
import { useSession } from '../../../api/session';
import { Button } from '../../../ui/button';
import { day } from '../../../ui/format';
import { Answer, Empty, Note } from '../../../ui/note';
import { PublicHead, PublicPage } from '../../../ui/public-page';
import { DemoMark } from '../../../ui/state-mark';
import { useToast } from '../../../ui/toast';
import { LevelWord } from '../parts/level-word';
import { Version } from '../parts/version';
import { CHECK_PROCEDURE, PROCEDURE, type ProcedureRead } from '../procedure.query';
import styles from './procedure.module.css';

/** One procedure, as the portal had it when somebody last looked. */
export function Page() {
  const { procedureId } = useParams({ from: '/public/procedures/$procedureId' });
  const asked = useAsk(PROCEDURE, { id: procedureId });
  return (
    <PublicPage>
      <Answer of={asked}>
        {({ procedure }) =>
          procedure ? (
            <Procedure of={procedure} again={asked.again} />
          ) : (
            <Empty title={<Trans>Không có thủ tục này trong danh mục</Trans>} />
          )
        }
      </Answer>
    </PublicPage>
  );
}

function Procedure({ of, again }: { readonly of: ProcedureRead; readonly again: () => void }) {
  const current = of.versions.find(({ inForce }) => inForce);
  const others = of.versions.filter((one) => one !== current);
  return (
    <article>
      <PublicHead
        title={of.name}
        above={
          <>
            <Link to="/procedures">
              <Trans>Thủ tục hành chính</Trans>
            </Link>
            {of.illustrative && <DemoMark />}
          </>
        }
      />
      {of.unchecked && (
        <Note tone="soon">
          <Trans>Lần đối chiếu cuối là ngày {day(of.checkedOn)}, đã quá 12 tháng: nội dung trên Cổng có thể đã khác.</Trans>
        </Note>
      )}
      <dl className={styles.facts}>
        <div>
          <dt>
            <Trans>Mã thủ tục</Trans>
          </dt>
          <dd className="num">{of.procedureCode}</dd>
        </div>
        <div>
          <dt>
            <Trans>Lĩnh vực</Trans>
          </dt>
          <dd>{of.fieldName}</dd>
        </div>
        <div>
          <dt>
            <Trans>Cấp thực hiện</Trans>
          </dt>
          <dd>
            <LevelWord of={of.level} />
          </dd>
        </div>
        {current && (
          <div>
            <dt>
              <Trans>Quyết định công bố</Trans>
            </dt>
            <dd>
              {current.decisionText}
              <br />
              <Trans>Áp dụng từ ngày {day(current.startsOn)}</Trans>
            </dd>
          </div>
        )}
        <div>
          <dt>
            <Trans>Đối chiếu với Cổng</Trans>
          </dt>
          <dd>{day(of.checkedOn)}</dd>
        </div>
      </dl>
      <div className={styles.portal}>
        <a href={of.sourceUrl} rel="noreferrer">
          <Trans>Xem bản chính thức trên Cổng Dịch vụ công</Trans>
        </a>
        <Checked of={of} again={again} />
      </div>
      {current ? <Version of={current} /> : <Empty title={<Trans>Hiện không có bản nào đang áp dụng</Trans>} />}
      {others.map((version) => (
        <details key={version.id} className={styles.earlier}>
          <summary>
            {version.endsOn ? (
              <Trans>
                Bản áp dụng {day(version.startsOn)} – {day(version.endsOn)}
              </Trans>
            ) : (
              <Trans>Bản áp dụng từ ngày {day(version.startsOn)}</Trans>
            )}
          </summary>
          <p className="secondary">{version.decisionText}</p>
          <Version of={version} />
        </details>
      ))}
    </article>
  );
}

/** For who keeps the catalogue: that it still says what the portal says. */
function Checked({ of, again }: { readonly of: ProcedureRead; readonly again: () => void }) {
  const { me } = useSession();
  const toast = useToast();
  const act = useAct(CHECK_PROCEDURE);
  if (!me?.canCheckProcedure) return null;
  const check = async () => {
    const { kind } = await act.run({ procedureId: of.id, version: of.version });
    if (kind !== 'done') return;
    toast(<Trans>Đã ghi ngày đối chiếu.</Trans>);
    again();
  };
  return (
    <>
      <Button busy={act.busy} onClick={() => void check()}>
        <Trans>Hôm nay đã đối chiếu, nội dung không đổi</Trans>
      </Button>
      {act.refusal && <Note tone="late">{act.refusal.message}</Note>}
    </>
  );
}
