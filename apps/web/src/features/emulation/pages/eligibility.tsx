import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { may, useMe } from '../../../api/session';
import { Bar } from '../../../ui/bar';
import { LinkButton } from '../../../ui/button';
import { SelectField } from '../../../ui/field';
import { named } from '../../../ui/format';
import { Answer, Empty } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { PickField } from '../../../ui/pick-field';
import { today } from '../../../ui/today';
import { type EligibilitySearch } from '../achievements-search';
import styles from '../emulation.module.css';
import { Eligibility } from '../parts/eligibility';
import { useFindOfficial } from '../parts/find-official';
import { RULED_TITLES, TITLE_ELIGIBILITY } from '../title.query';

const YEARS_BACK = 10;

/** What a title asks for, held against the records: one's own, or of somebody whose records one reads. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  const { person, kind, year } = useSearch({ from: '/inside/eligibility' });
  const titles = useAsk(RULED_TITLES, {});
  const kindId = kind ?? titles.data?.eligibilityRules[0]?.kind.id;
  const lastYear = year ?? Number(today().slice(0, 4)) - 1;
  const asked = useAsk(TITLE_ELIGIBILITY, { personId: person ?? null, kindId: kindId ?? '', lastYear }, { pause: kindId === undefined });
  const isOwn = person === undefined || person === me.person.id;
  return (
    <>
      <Bar crumbs={[{ label: t`Thành tích`, link: { to: '/achievements' } }, { label: t`Điều kiện danh hiệu` }]} />
      <PageHead
        title={t`Điều kiện danh hiệu`}
        acts={
          <LinkButton to="/achievements" search={isOwn ? { mine: true } : { person }}>
            {isOwn ? <Trans>Thành tích của tôi</Trans> : <Trans>Thành tích của người này</Trans>}
          </LinkButton>
        }
      >
        <Trans>Đối chiếu với hồ sơ thành tích đã xác nhận. Không thay cho việc xét và không đề nghị danh hiệu nào.</Trans>
      </PageHead>
      <Answer of={titles}>
        {({ eligibilityRules }) =>
          kindId === undefined ? (
            <Empty title={<Trans>Chưa có danh hiệu nào được nhập điều kiện</Trans>}>
              <Trans>Cơ quan phụ trách thi đua nhập điều kiện; khi đó trang này đối chiếu được.</Trans>
            </Empty>
          ) : (
            <div className={styles.page}>
              <Choices
                kinds={[...new Map(eligibilityRules.map((rule) => [rule.kind.id, rule.kind])).values()]}
                of={{ person, kind: kindId, year: lastYear }}
                name={asked.data?.titleEligibility?.person.fullName}
              />
              <Answer of={asked}>
                {({ titleEligibility }) =>
                  titleEligibility ? (
                    <Eligibility of={titleEligibility} />
                  ) : (
                    <Empty title={<Trans>Không đối chiếu được</Trans>}>
                      <Trans>Đơn vị của người này chưa có điều kiện cho danh hiệu đã chọn, hoặc hồ sơ không mở cho tài khoản này.</Trans>
                    </Empty>
                  )
                }
              </Answer>
            </div>
          )
        }
      </Answer>
    </>
  );
}

interface Choosing {
  readonly kinds: readonly { readonly id: string; readonly nameVi: string; readonly nameEn: string }[];
  readonly of: EligibilitySearch;
  /** Whom the answer is about. */
  readonly name: string | undefined;
}

/** Which title, up to which year and of whom; the address keeps it. */
function Choices({ kinds, of, name }: Choosing) {
  const { t } = useLingui();
  const me = useMe();
  const navigate = useNavigate({ from: '/eligibility' });
  const go = (change: EligibilitySearch) => {
    void navigate({ search: (was) => ({ ...was, ...change }), resetScroll: false });
  };
  const thisYear = Number(today().slice(0, 4));
  const years = Array.from({ length: YEARS_BACK + 1 }, (_, back) => thisYear - back);
  const readsOthers = may(me, 'achievement:read') && may(me, 'person:read');
  return (
    <Panel>
      <div className={styles.choices}>
        <SelectField
          label={<Trans>Danh hiệu</Trans>}
          name="kindId"
          value={of.kind ?? ''}
          onChange={(kind) => {
            go({ kind });
          }}
        >
          {kinds.map((kind) => (
            <option key={kind.id} value={kind.id}>
              {named(kind)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={<Trans>Tính đến hết năm</Trans>}
          name="lastYear"
          value={String(of.year)}
          onChange={(year) => {
            go({ year: Number(year) });
          }}
        >
          {[...new Set([...years, of.year ?? thisYear])].map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </SelectField>
        {(readsOthers || of.person !== undefined) && (
          <PickField
            label={<Trans>Của ai</Trans>}
            hint={<Trans>Để trống là của chính mình. Gõ từ hai chữ cái của họ tên.</Trans>}
            name="personId"
            optional
            value={of.person === undefined ? null : { id: of.person, label: name ?? t`Người đã chọn` }}
            onChange={(person) => {
              go({ person: person?.id });
            }}
            useFind={useFindOfficial}
          />
        )}
      </div>
    </Panel>
  );
}
