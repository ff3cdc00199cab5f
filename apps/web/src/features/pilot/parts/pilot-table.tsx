import { Trans, useLingui } from '@lingui/react/macro';
import { type ComponentProps, type ReactNode } from 'react';
import { BY_AGE } from '../../../ui/orders';
import { DataTable } from '../../../ui/data-table';
import { day, number, titled } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { DemoMark } from '../../../ui/state-mark';
import { type PilotRow } from '../pilot.query';
import { PilotMark } from './words';

type Table = Extract<ComponentProps<typeof DataTable<PilotRow>>, { readonly order: string }>;

/** Pilots in rows, for offices and for anyone. */
export function PilotTable({
  link,
  ...table
}: Pick<Table, 'of' | 'file' | 'order' | 'onOrder' | 'onPage' | 'isFirstPage'> & { readonly link: (pilot: PilotRow) => ReactNode }) {
  const { t } = useLingui();
  return (
    <DataTable<PilotRow>
      {...table}
      caption={t`Thí điểm`}
      rowKey={({ id }) => id}
      cards
      columns={[
        {
          key: 'title',
          names: true,
          head: t`Nội dung thí điểm`,
          cell: (pilot) => (
            <>
              {link(pilot)} {pilot.illustrative && <DemoMark />}
            </>
          ),
        },
        {
          key: 'rollout',
          head: t`Việc nhân rộng`,
          cell: (pilot) => titled(pilot.rollout),
        },
        {
          key: 'time',
          head: t`Thời gian`,
          order: BY_AGE,
          cell: ({ startsOn, endsOn }) => <span className="no-break">{`${day(startsOn)} – ${day(endsOn)}`}</span>,
        },
        {
          key: 'units',
          head: t`Xã thí điểm, đối chứng`,
          cell: ({ pilotUnits, comparisonUnits }) => `${number(pilotUnits)}, ${number(comparisonUnits)}`,
        },
        { key: 'state', head: t`Tình trạng`, cell: ({ state }) => <PilotMark state={state} /> },
      ]}
      empty={<Empty title={<Trans>Chưa có thí điểm nào</Trans>} />}
    />
  );
}
