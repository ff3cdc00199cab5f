import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { useAsk } from '../../../api/ask';
import { ActButton } from '../../../ui/act-button';
import { Bar } from '../../../ui/bar';
import { Button } from '../../../ui/button';
import { named, number } from '../../../ui/format';
import { Answer, Empty, Note } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { AccountMark } from '../admin/account-mark';
import styles from '../admin/admin.module.css';
import { MERGE_PERSONS, type MergeSide, OUTLOOK, type Outlook } from '../admin/merge.query';
import { useRoleNames } from '../role-names';

/** Two records side by side: what differs, what merging them touches, what stands in the way, and the merge itself. */
export function Page() {
  const { t } = useLingui();
  const { mergedId, keptId } = useParams({ from: '/inside/doubles/$mergedId/$keptId' });
  const navigate = useNavigate();
  const asked = useAsk(OUTLOOK, { mergedId, keptId });
  return (
    <>
      <Bar crumbs={[{ label: t`Hồ sơ trùng`, link: { to: '/doubles' } }, { label: t`So sánh` }]} />
      <PageHead
        title={t`So sánh hai hồ sơ`}
        acts={
          <Button
            onClick={() => {
              void navigate({ to: '/doubles/$mergedId/$keptId', params: { mergedId: keptId, keptId: mergedId } });
            }}
          >
            <Trans>Đổi hồ sơ giữ lại</Trans>
          </Button>
        }
      />
      <Answer of={asked}>
        {({ mergeOutlook }) =>
          mergeOutlook ? <Compared of={mergeOutlook} /> : <Empty title={<Trans>Không xem được cả hai hồ sơ này</Trans>} />
        }
      </Answer>
    </>
  );
}

function Compared({ of }: { readonly of: Outlook }) {
  const { merged, kept, touched, whyNotMerge, needsSecond } = of;
  const touchedNames = useTouchedNames();
  const shut = whyNotMerge !== null;
  return (
    <div className={styles.lists}>
      <Panel title={<Trans>Hai hồ sơ</Trans>} flush>
        <div className={styles.compared} tabIndex={0} role="region" aria-labelledby="compared">
          <table>
            <caption id="compared" className="visually-hidden">
              <Trans>Hai hồ sơ</Trans>
            </caption>
            <thead>
              <tr>
                <td />
                <th scope="col">
                  <Trans>Hồ sơ sẽ gộp</Trans>
                </th>
                <th scope="col">
                  <Trans>Hồ sơ giữ lại</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              <Differences {...{ merged, kept }} />
              {touched.map(({ kind, merged: ofMerged, kept: ofKept }) => (
                <tr key={kind}>
                  <th scope="row">{touchedNames[kind]}</th>
                  <td>{number(ofMerged)}</td>
                  <td>{number(ofKept)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
      {whyNotMerge && (
        <Note tone="late">
          <div id="why-not-merge">
            <p>
              <Trans>Chưa gộp được:</Trans>
            </p>
            <ul>
              {whyNotMerge.problems.map(({ code, message }) => (
                <li key={code}>{message}</li>
              ))}
            </ul>
          </div>
        </Note>
      )}
      {needsSecond && (
        <Note>
          <Trans>Đang có cuộc thi được chấm: việc gộp chỉ có hiệu lực khi một quản trị viên khác hoặc lãnh đạo xác nhận.</Trans>
        </Note>
      )}
      <div className={styles.acts}>
        <Merge {...{ merged, kept }} shut={shut ? 'why-not-merge' : undefined} />
      </div>
    </div>
  );
}

function Differences({ merged, kept }: { readonly merged: MergeSide; readonly kept: MergeSide }) {
  const { t } = useLingui();
  const roles = useRoleNames();
  const facts: readonly { readonly key: string; readonly head: string; readonly of: (side: MergeSide) => ReactNode }[] = [
    { key: 'name', head: t`Họ và tên`, of: ({ fullName }) => fullName },
    { key: 'email', head: t`Thư điện tử`, of: ({ email }) => email ?? '–' },
    { key: 'phone', head: t`Điện thoại`, of: ({ phone }) => phone ?? '–' },
    { key: 'unit', head: t`Đơn vị`, of: ({ unit }) => (unit ? named(unit) : t`Ngoài cơ quan`) },
    {
      key: 'positions',
      head: t`Chức vụ`,
      of: ({ positions }) =>
        positions
          .filter(({ to }) => to === null)
          .map(({ titleVi, titleEn }) => named({ nameVi: titleVi, nameEn: titleEn }))
          .join(', ') || '–',
    },
    {
      key: 'roles',
      head: t`Vai trò`,
      of: ({ grants }) => grants.map(({ role, unit }) => `${roles[role]} (${named(unit)})`).join(', ') || '–',
    },
  ];
  return (
    <>
      {facts.map(({ key, head, of }) => (
        <tr key={key} className={of(merged) === of(kept) ? undefined : styles.differs}>
          <th scope="row">{head}</th>
          <td>{of(merged)}</td>
          <td>{of(kept)}</td>
        </tr>
      ))}
      <tr>
        <th scope="row">{t`Tài khoản`}</th>
        <td>
          <AccountMark of={merged} />
        </td>
        <td>
          <AccountMark of={kept} />
        </td>
      </tr>
    </>
  );
}

function Merge({ merged, kept, shut }: { readonly merged: MergeSide; readonly kept: MergeSide; readonly shut: string | undefined }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { fullName } = merged;
  return (
    <ActButton
      of={MERGE_PERSONS}
      kind="primary"
      shut={shut}
      title={<Trans>Gộp hồ sơ của {fullName}</Trans>}
      act={<Trans>Gộp hồ sơ</Trans>}
      keep={<Trans>Không gộp</Trans>}
      reason={{ label: <Trans>Lý do</Trans>, path: 'reason' }}
      input={(reason) => ({ mergedId: merged.id, keptId: kept.id, reason })}
      said={t`Đã ghi nhận việc gộp hồ sơ`}
      onDone={() => {
        void navigate({ to: '/doubles' });
      }}
    >
      <ul>
        <li>
          <Trans>Tài khoản {merged.email ?? '–'} bị khóa, mọi phiên đăng nhập của tài khoản này kết thúc.</Trans>
        </li>
        <li>
          <Trans>Vai trò của hồ sơ sẽ gộp tạm ngừng và không chuyển sang hồ sơ giữ lại.</Trans>
        </li>
        <li>
          <Trans>
            Người này theo dõi và trả lời mọi sáng kiến của cả hai hồ sơ bằng hồ sơ giữ lại; xung đột lợi ích được tìm lại ngay.
          </Trans>
        </li>
        <li>
          <Trans>Tên, phiếu chấm và nhật ký đã ghi giữ nguyên. Có thể hủy gộp.</Trans>
        </li>
      </ul>
    </ActButton>
  );
}

function useTouchedNames(): Readonly<Record<Outlook['touched'][number]['kind'], string>> {
  const { t } = useLingui();
  return {
    ROLES: t`Vai trò còn hiệu lực`,
    POSITIONS: t`Chức vụ đang giữ`,
    SESSIONS: t`Phiên đăng nhập đang mở`,
    SEATS: t`Lần tham gia tổ chức, chấm`,
    AUTHORSHIPS: t`Sáng kiến đã gửi`,
    CARDS: t`Phiếu chấm đã công bố`,
  };
}
