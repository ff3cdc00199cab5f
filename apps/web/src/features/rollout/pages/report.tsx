import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useAsk } from '../../../api/ask';
import { useRest } from '../../../api/ask-whole';
import { may, useMe } from '../../../api/session';
import { Bar } from '../../../ui/bar';
import { Button } from '../../../ui/button';
import { Confirm } from '../../../ui/confirm';
import { TextAreaField } from '../../../ui/field';
import { Form, errorAt } from '../../../ui/form';
import { day, dayAndClock, named, titled } from '../../../ui/format';
import { Answer, Empty, Note } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { SaveMark } from '../../../ui/save-mark';
import { useToast } from '../../../ui/toast';
import { DecideReport } from '../parts/decide-report';
import { FigureFields } from '../parts/figure-fields';
import { ReportRead } from '../parts/read-report';
import { ReportShut } from '../parts/report-shut';
import { ReportStateMark } from '../parts/report-state';
import styles from '../parts/report.module.css';
import { NOTE, noteOf, sentIndicators, typedOf } from '../report-fields';
import {
  BESIDE_REPORT,
  type Expected,
  type MyReportRow,
  MY_REPORTS,
  REPORT,
  REQUESTS_OF_PERIOD,
  type ReportRead as Read,
  SUBMIT_REPORT,
} from '../report.query';
import { useReport } from '../use-report';

/** A commune's figures of one period: typed, kept as one types, sent for approval; where it is shut, why. */
export function Page() {
  const { t } = useLingui();
  const { periodId, unitId } = useParams({ from: '/inside/reports/$periodId/$unitId' });
  const mine = may(useMe(), 'adoption:report');
  const read = useAsk(REPORT, { periodId, unitId });
  const own = useRest(useAsk(BESIDE_REPORT, { periodId, mine }), MY_REPORTS, { first: 100 }, 'myReports');
  const beside = useRest(own, REQUESTS_OF_PERIOD, { periodId }, 'exceptionRequests');
  const row = own.data?.myReports?.edges.map(({ node }) => node).find(({ period, unit }) => period.id === periodId && unit.id === unitId);
  const asked: typeof read = {
    ...read,
    data: mine && !row && own.busy ? undefined : read.data,
    error: read.error ?? beside.error,
    again: () => {
      read.again();
      beside.again();
    },
  };
  const said = row ?? asked.data?.reports.edges[0]?.node;
  const title = said ? named(said.period) : t`Báo cáo`;
  return (
    <>
      <Bar
        crumbs={
          mine
            ? [{ label: t`Báo cáo và áp dụng`, link: { to: '/reports' } }, { label: title }]
            : [{ label: title, link: { to: '/reports/$periodId', params: { periodId } } }, { label: said ? named(said.unit) : t`Báo cáo` }]
        }
      />
      <Answer of={asked}>
        {({ expectedFigures, reports, serverTime }) => {
          const report = reports.edges[0]?.node;
          if (!row && !report) {
            return (
              <>
                <PageHead title={t`Báo cáo`} />
                <Empty title={<Trans>Không có báo cáo này, hoặc ông/bà không xem được</Trans>} />
              </>
            );
          }
          return (
            <>
              <PageHead title={title}>
                {said && (
                  <>
                    {named(said.unit)} · {day(said.period.startsOn)} – {day(said.period.endsOn)}{' '}
                    <ReportStateMark row={said} now={serverTime} />
                  </>
                )}
              </PageHead>
              <div className={styles.page}>
                {report?.returnReason && (
                  <Note tone="late">
                    <p>
                      <strong>
                        <Trans>Báo cáo được trả lại</Trans>
                      </strong>
                    </p>
                    <p className={styles.said}>{report.returnReason}</p>
                  </Note>
                )}
                {row && !row.canReport && (
                  <ReportShut
                    row={row}
                    requests={(beside.data?.exceptionRequests.edges ?? []).map(({ node }) => node).filter(({ unit }) => unit.id === unitId)}
                    again={asked.again}
                  />
                )}
                {row?.canReport ? (
                  <Type key={row.id} {...{ row, report, expected: expectedFigures, again: asked.again }} />
                ) : (
                  <ReportRead report={report} expected={expectedFigures} />
                )}
                {report?.canApprove && <DecideReport of={report} again={asked.again} />}
              </div>
            </>
          );
        }}
      </Answer>
    </>
  );
}

interface TypeProps {
  readonly row: MyReportRow;
  readonly report: Read | undefined;
  readonly expected: readonly Expected[];
  readonly again: () => void;
}

function Type({ row, report: opened, expected, again }: TypeProps) {
  const toast = useToast();
  const submit = useAct(SUBMIT_REPORT);
  const label = `${named(row.period)}, ${named(row.unit)}`;
  const { autosave, report, reportId, refusal: refused } = useReport({ row, report: opened, expected, label, again });
  const refusal = submit.refusal ?? refused;
  const sent = sentIndicators(autosave.value, expected);
  const blank = expected.filter(({ indicator, countedBySystem }) => !countedBySystem && !sent.includes(indicator.id)).length;
  const [asking, setAsking] = useState(false);
  const send = async () => {
    const id = (await autosave.flush()) ? reportId() : null;
    if (id === null) return;
    const { kind } = await submit.run({ reportId: id, version: autosave.version() });
    setAsking(false);
    again();
    if (kind === 'done') toast(<Trans>Đã gửi báo cáo, chờ duyệt.</Trans>);
  };
  if (expected.length === 0) {
    return (
      <Empty title={<Trans>Kỳ này đơn vị chưa có chỉ tiêu nào phải báo cáo</Trans>}>
        <p>
          <Trans>Chỉ tiêu hiện ở đây khi sáng kiến được giao áp dụng tại đơn vị.</Trans>
        </p>
      </Empty>
    );
  }
  return (
    <Form
      onSubmit={() => {
        if (sent.length === 0) return;
        if (blank > 0) setAsking(true);
        else void send();
      }}
      refusal={refusal}
      broken={submit.broken}
    >
      <SaveMark saving={autosave.saving} again={() => void autosave.flush()} />
      {[...Map.groupBy(expected, ({ rollout }) => rollout.id).values()].map((group) => (
        <Panel key={group[0]?.rollout.id} title={group[0] ? titled(group[0].rollout) : ''}>
          {group.map((one) => (
            <FigureFields
              key={one.id}
              of={one}
              typed={typedOf(autosave.value, one.indicator.id)}
              kept={report?.figures.find(({ indicatorId }) => indicatorId === one.indicator.id)}
              path={`figures.${String(sent.includes(one.indicator.id) ? sent.indexOf(one.indicator.id) : one.indicator.id)}`}
              refusal={refusal}
              onChange={(typed) => {
                submit.clear();
                autosave.change({ [one.indicator.id]: typed });
              }}
            />
          ))}
        </Panel>
      ))}
      <TextAreaField
        label={<Trans>Ghi chú</Trans>}
        optional
        name="note"
        value={noteOf(autosave.value)}
        onChange={(note) => {
          autosave.change({ [NOTE]: note });
        }}
        error={errorAt(refusal, 'note')}
        rows={3}
      />
      <div className={styles.acts}>
        <Button type="submit" kind="primary" size="large" busy={submit.busy} shut={sent.length === 0 ? 'nothing-typed' : false}>
          <Trans>Gửi báo cáo</Trans>
        </Button>
        {sent.length === 0 && (
          <span className="caption" id="nothing-typed">
            <Trans>Ghi số liệu trước khi gửi.</Trans>
          </span>
        )}
        {report?.submittedAt && (
          <span className="caption">
            <Trans>Gửi lần gần nhất {dayAndClock(report.submittedAt)}</Trans>
          </span>
        )}
      </div>
      {asking && (
        <Confirm
          title={<Trans>Gửi báo cáo còn chỉ tiêu trống</Trans>}
          act={<Trans>Vẫn gửi báo cáo</Trans>}
          keep={<Trans>Ghi tiếp</Trans>}
          destructive={false}
          busy={submit.busy}
          refusal={null}
          broken={submit.broken}
          onAct={() => void send()}
          onClose={() => {
            setAsking(false);
          }}
        >
          <p>
            <Plural value={blank} one="Còn # chỉ tiêu chưa có số liệu." other="Còn # chỉ tiêu chưa có số liệu." />{' '}
            <Trans>Gửi rồi thì không sửa được, trừ khi báo cáo được trả lại.</Trans>
          </p>
        </Confirm>
      )}
    </Form>
  );
}
