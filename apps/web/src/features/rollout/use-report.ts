import { useRef, useState } from 'react';
import { useClient } from 'urql';
import { useAct } from '../../api/act';
import { type Sent } from '../../api/autosaver';
import { useAutosave } from '../../ui/use-autosave';
import { type ReportFields, fieldsOf, figuresOf, holdsNumbers, noteOf } from './report-fields';
import { type Expected, type MyReportRow, REPORT, type ReportRead, SAVE_REPORT } from './report.query';

interface Order {
  readonly row: MyReportRow;
  readonly report: ReportRead | undefined;
  readonly expected: readonly Expected[];
  readonly label: string;
  readonly again: () => void;
}

/** What is typed into a report, sent as a whole when it pauses: a report has one version. */
export function useReport({ row: { period, unit }, report, expected, label, again }: Order) {
  const client = useClient();
  const save = useAct(SAVE_REPORT);
  const [begun, setBegun] = useState<ReportRead>();
  const saved = useRef<string | null>(null);
  const at = { periodId: period.id, unitId: unit.id };
  const known = (read: ReportRead | undefined) => ({ version: read?.version ?? 0, value: fieldsOf(read, expected) });
  const autosave = useAutosave<ReportFields>(
    {
      place: `report:${period.id}:${unit.id}`,
      label,
      path: `/reports/${period.id}/${unit.id}`,
      known: known(report),
      holds: (field, value) => typeof value === 'object' && !holdsNumbers(value),
      send: async (changes, version): Promise<Sent<ReportFields>> => {
        const whole: ReportFields = { ...autosaved(), ...changes } as ReportFields;
        const outcome = await save.run({ ...at, version, note: noteOf(whole).trim() || null, figures: figuresOf(whole, expected) });
        if (outcome.kind === 'done') {
          setBegun(outcome.result);
          saved.current = outcome.result.id;
          return { kind: 'done', known: known(outcome.result), sent: Object.keys(changes) };
        }
        if (outcome.kind === 'broken') return outcome.error.networkError ? { kind: 'offline' } : { kind: 'refused' };
        if (outcome.refusal.code !== 'STALE') return { kind: 'refused' };
        const { data } = await client.query(REPORT, at, { requestPolicy: 'network-only' }).toPromise();
        return data ? { kind: 'stale', known: known(data.reports.edges[0]?.node) } : { kind: 'offline' };
      },
    },
    again,
  );
  function autosaved(): ReportFields {
    return autosave.value;
  }
  const newest = begun && begun.version > (report?.version ?? 0) ? begun : report;
  /** The first save makes the report: whoever sends it at once has it before it is drawn. */
  const reportId = () => saved.current ?? report?.id ?? null;
  return { autosave, report: newest, reportId, refusal: save.refusal?.code === 'STALE' ? null : save.refusal };
}
