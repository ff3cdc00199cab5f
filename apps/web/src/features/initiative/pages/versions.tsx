import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { type ResultOf } from '../../../api/graphql';
import { Bar } from '../../../ui/bar';
import { SelectField } from '../../../ui/field';
import { dayAndClock } from '../../../ui/format';
import { Answer, Empty } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { Difference } from '../difference';
import styles from '../versions.module.css';
import { DIFFERENCE, VERSIONS } from '../versions.query';

type Versions = NonNullable<ResultOf<typeof VERSIONS>['initiative']>;

/** Every version that was sent in, and what changed between two of them, by word. */
export function Page() {
  const { t } = useLingui();
  const { initiativeId } = useParams({ from: '/inside/initiatives/$initiativeId/versions' });
  const asked = useAsk(VERSIONS, { id: initiativeId });
  const title = asked.data?.initiative?.title || t`Hồ sơ`;
  return (
    <>
      <Bar
        crumbs={[
          { label: t`Sáng kiến của tôi`, link: { to: '/initiatives' } },
          { label: title, link: { to: '/initiatives/$initiativeId', params: { initiativeId } } },
          { label: t`Các bản đã nộp` },
        ]}
      />
      <PageHead title={t`Các bản đã nộp`}>{title}</PageHead>
      <Answer of={asked}>
        {({ initiative }) =>
          initiative === null || initiative.versions.length === 0 ? (
            <Panel>
              <Empty title={<Trans>Chưa có bản nào được nộp</Trans>}>
                <p>
                  <Trans>Mỗi lần nộp, nội dung được giữ nguyên văn thành một bản ở đây.</Trans>
                </p>
              </Empty>
            </Panel>
          ) : (
            <Compared initiative={initiative} />
          )
        }
      </Answer>
    </>
  );
}

function Compared({ initiative }: { readonly initiative: Versions }) {
  const { t } = useLingui();
  const go = useNavigate();
  const versions = initiative.versions.toSorted((a, b) => b.number - a.number);
  const search = useSearch({ from: '/inside/initiatives/$initiativeId/versions' });
  const chosen = (number: number | undefined) => versions.find((version) => version.number === number);
  const to = chosen(search.to) ?? versions[0];
  const from = chosen(search.from) ?? versions.find(({ number }) => number < (to?.number ?? 0));
  const choose = (patch: { from?: number; to?: number }) => {
    const params = { initiativeId: initiative.id };
    void go({ to: '/initiatives/$initiativeId/versions', params, search: { from: from?.number, to: to?.number, ...patch }, replace: true });
  };
  const options = versions.map(({ number, submittedAt }) => {
    const moment = dayAndClock(submittedAt);
    return <option key={number} value={number}>{t`Bản ${number}, nộp ${moment}`}</option>;
  });
  return (
    <div className={styles.page}>
      <Panel title={<Trans>Nguyên văn được giữ</Trans>}>
        <ul className={styles.list}>
          {versions.map(({ id, number, submittedAt, hash }) => (
            <li key={id}>
              <b>
                <Trans>Bản {number}</Trans>
              </b>{' '}
              <span>
                <Trans>nộp {dayAndClock(submittedAt)}</Trans>
              </span>
              <span className={styles.hash}>SHA-256 {hash}</span>
            </li>
          ))}
        </ul>
      </Panel>
      {from && to ? (
        <Panel title={<Trans>Khác nhau giữa hai bản</Trans>}>
          <div className={styles.pair}>
            <SelectField
              label={<Trans>Từ</Trans>}
              name="from"
              value={String(from.number)}
              onChange={(number) => {
                choose({ from: Number(number) });
              }}
            >
              {options}
            </SelectField>
            <SelectField
              label={<Trans>Đến</Trans>}
              name="to"
              value={String(to.number)}
              onChange={(number) => {
                choose({ to: Number(number) });
              }}
            >
              {options}
            </SelectField>
          </div>
          <Between fromId={from.id} toId={to.id} />
        </Panel>
      ) : null}
    </div>
  );
}

function Between({ fromId, toId }: { readonly fromId: string; readonly toId: string }) {
  const asked = useAsk(DIFFERENCE, { fromId, toId });
  return <Answer of={asked}>{({ initiativeDifference: found }) => <Difference fields={found?.fields ?? []} heading="h3" />}</Answer>;
}
