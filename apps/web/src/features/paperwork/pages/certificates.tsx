import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { Bar } from '../../../ui/bar';
import { LinkButton } from '../../../ui/button';
import { DataTable } from '../../../ui/data-table';
import { FilterBar, FilterSearch, FilterSelect } from '../../../ui/filter-bar';
import { day, number, titled } from '../../../ui/format';
import { Empty, Note } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { DemoMark } from '../../../ui/state-mark';
import { CONTEST_CERTIFICATES, type CertificateRow, type CertificatesSummary } from '../certificate.query';
import { ReplaceCertificate, RevokeCertificate, WithholdName } from '../parts/certificate-acts';
import { CertificateMark } from '../parts/certificate-mark';
import { IssueCertificates } from '../parts/issue-certificates';
import { PrintCertificates } from '../parts/print-certificates';
import { useCertificateStates } from '../parts/words';
import { CERTIFICATE_STATES, type CertificatesSearch } from '../searches';
import styles from '../paperwork.module.css';

/** The certificates of a contest: issued once its prizes are published, printed, and ended by a decision. */
export function Page() {
  const { t } = useLingui();
  const states = useCertificateStates();
  const { contestId } = useParams({ from: '/inside/contests/$contestId/certificates' });
  const search: CertificatesSearch = useSearch({ from: '/inside/contests/$contestId/certificates' });
  const navigate = useNavigate({ from: '/contests/$contestId/certificates' });
  const go = (next: CertificatesSearch) => {
    void navigate({ search: next, resetScroll: false });
  };
  const narrowed = search.search !== undefined || search.state !== undefined;
  const filter = { contestId, search: search.search ?? null, states: search.state ? [search.state] : null };
  const asked = useAsk(CONTEST_CERTIFICATES, { ...filter, after: search.after ?? null });
  const { again } = asked;
  const summary = asked.data?.contestCertificates;
  return (
    <>
      <Bar
        crumbs={[
          { label: t`Giải thưởng`, link: { to: '/contests/$contestId/prizes', params: { contestId } } },
          { label: t`Giấy chứng nhận` },
        ]}
      />
      <PageHead
        title={t`Giấy chứng nhận`}
        acts={
          <LinkButton to="/paper-templates">
            <Trans>Mẫu văn bản</Trans>
          </LinkButton>
        }
      >
        {summary && titled(summary.contest)}
      </PageHead>
      {summary && <HowFar of={summary} again={again} />}
      <FilterBar
        label={t`Điều kiện tìm`}
        onClear={
          narrowed
            ? () => {
                go({});
              }
            : undefined
        }
      >
        <FilterSearch
          label={t`Họ và tên`}
          value={search.search}
          onChange={(typed) => {
            go({ ...search, after: undefined, search: typed });
          }}
        />
        <FilterSelect
          label={t`Hiệu lực`}
          value={search.state}
          choices={CERTIFICATE_STATES.map((value) => ({ value, label: states[value] }))}
          onChange={(value) => {
            go({ ...search, after: undefined, state: CERTIFICATE_STATES.find((one) => one === value) });
          }}
        />
      </FilterBar>
      <DataTable<CertificateRow>
        caption={t`Giấy chứng nhận đã cấp`}
        file={{ list: 'certificates', filter }}
        of={{ ...asked, data: asked.data?.certificates }}
        rowKey={({ id }) => id}
        inOneOrder="given"
        cards
        onPage={(after) => {
          go({ ...search, after });
        }}
        isFirstPage={search.after === undefined}
        columns={[
          {
            key: 'name',
            names: true,
            head: t`Cấp cho`,
            cell: ({ certificateCode, printed }) => (
              <>
                <Link to="/c/$code" params={{ code: certificateCode }}>
                  {printed.name ?? <Trans>Họ tên không công bố</Trans>}
                </Link>{' '}
                {printed.illustrative && <DemoMark />}
                <div className="caption">{printed.unitName}</div>
              </>
            ),
          },
          {
            key: 'prize',
            head: t`Giải hoặc công nhận`,
            cell: ({ printed }) => (
              <>
                {printed.prize ?? <Trans>Công nhận sáng kiến</Trans>}
                <div className="caption">{printed.initiative}</div>
              </>
            ),
          },
          { key: 'state', head: t`Hiệu lực`, cell: (row) => <StateOf row={row} /> },
          { key: 'prints', head: t`Số lần in`, numeric: true, cell: ({ prints }) => <span className="num">{number(prints)}</span> },
          {
            key: 'acts',
            head: t`Thao tác`,
            cell: (row) =>
              row.canWithhold ? (
                <>
                  {row.canChange && (
                    <>
                      <PrintCertificates contestId={contestId} of={row} onDone={again} /> <ReplaceCertificate of={row} onDone={again} />{' '}
                      <RevokeCertificate of={row} onDone={again} />{' '}
                    </>
                  )}
                  <WithholdName of={row} onDone={again} />
                </>
              ) : null,
          },
        ]}
        empty={
          narrowed ? (
            <Empty title={<Trans>Không có giấy nào khớp với điều kiện tìm</Trans>} />
          ) : (
            <Empty title={<Trans>Chưa cấp giấy chứng nhận nào</Trans>}>
              <p>
                <Trans>
                  Giấy được cấp cho từng tác giả khi kết quả trao giải đã công bố, hoặc khi sáng kiến được công nhận bằng quyết định.
                </Trans>
              </p>
            </Empty>
          )
        }
      />
    </>
  );
}

function StateOf({ row: { state, endedOn, endNumber, groundNumber } }: { readonly row: CertificateRow }) {
  return (
    <>
      <CertificateMark state={state} />
      {endedOn !== null && (
        <div className="caption">
          {(endNumber ?? groundNumber) !== null && <span className="no-break">{endNumber ?? groundNumber}, </span>}
          <span className="no-break">{day(endedOn)}</span>
        </div>
      )}
    </>
  );
}

/** How many there are to be, and what is to be done next. */
function HowFar({ of, again }: { readonly of: CertificatesSummary; readonly again: () => void }) {
  if (!of.published && of.recognised === 0)
    return (
      <Note>
        <p>
          <Trans>Kết quả trao giải chưa được công bố và chưa có quyết định công nhận sáng kiến, nên chưa cấp giấy chứng nhận được.</Trans>
        </p>
      </Note>
    );
  return (
    <div className={styles.apart}>
      {of.published && <OfPrizes of={of} again={again} />}
      {of.recognised > 0 && <OfRecognitions of={of} again={again} />}
      {of.unprinted > 0 && (
        <p>
          <Trans>{number(of.unprinted)} giấy chưa in.</Trans>
        </p>
      )}
      {of.canIssue && of.unprinted > 0 && <PrintCertificates contestId={of.contest.id} of={null} onDone={again} />}
    </div>
  );
}

function OfPrizes({ of, again }: { readonly of: CertificatesSummary; readonly again: () => void }) {
  return (
    <>
      <p>
        <Trans>
          Quyết định số {of.decisionNumber} ngày {of.decidedOn === null ? '' : day(of.decidedOn)}: {number(of.due)} tác giả được cấp giấy,
          còn {number(of.missing)} người chưa cấp.
        </Trans>
      </p>
      {of.canIssue && of.missing > 0 && <IssueCertificates of={of} kind="CERTIFICATE" onDone={again} />}
    </>
  );
}

/** Of initiatives that are recognised by law, prized or not. */
function OfRecognitions({ of, again }: { readonly of: CertificatesSummary; readonly again: () => void }) {
  return (
    <>
      <p>
        <Trans>
          Công nhận sáng kiến: {number(of.recognised)} tác giả được cấp giấy, còn {number(of.recognisedMissing)} người chưa cấp.
        </Trans>
      </p>
      {of.canIssue && of.recognisedMissing > 0 && <IssueCertificates of={of} kind="RECOGNITION_CERTIFICATE" onDone={again} />}
    </>
  );
}
