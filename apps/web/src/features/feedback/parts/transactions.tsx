import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { type Asked, useAsk } from '../../../api/ask';
import { useTurned } from '../../../api/ask-turned';
import { useMe } from '../../../api/session';
import { Button } from '../../../ui/button';
import { DataTable } from '../../../ui/data-table';
import { SelectField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { named, number } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { type AgeOrder, BY_AGE } from '../../../ui/orders';
import { Panel } from '../../../ui/panel';
import { today } from '../../../ui/today';
import { COUNTER_UNITS } from '../counter.query';
import { type BesideRatings, MORE_TRANSACTIONS, RECORD_TRANSACTIONS, type TransactionRow } from '../rating.query';
import { MonthWord } from '../../../ui/month-word';

interface TransactionsProps {
  readonly of: Asked<BesideRatings>;
  readonly order: AgeOrder | undefined;
  readonly onOrder: (order: AgeOrder) => void;
}

/** How many transactions there were, by which the published shares are weighed. */
export function Transactions({ of, order, onOrder }: TransactionsProps) {
  const { t } = useLingui();
  const me = useMe();
  const [typing, setTyping] = useState(false);
  const turned = useTurned(of, MORE_TRANSACTIONS, { order: order ?? null }, 'transactionCounts');
  return (
    <Panel
      title={<Trans>Số hồ sơ theo tháng</Trans>}
      side={
        me.canRecordTransactions &&
        !typing && (
          <Button
            size="small"
            onClick={() => {
              setTyping(true);
            }}
          >
            <Trans>Ghi số hồ sơ</Trans>
          </Button>
        )
      }
    >
      <p className="secondary">
        <Trans>
          Tỷ lệ chung được tính theo trọng số là số hồ sơ của từng xã và lĩnh vực. Thiếu số hồ sơ của một phần thì không tính trọng số, và
          trang công khai nêu rõ điều đó.
        </Trans>
      </p>
      {typing && (
        <NewCount
          onClose={(recorded) => {
            setTyping(false);
            if (recorded) turned.of.again();
          }}
        />
      )}
      <DataTable<TransactionRow>
        caption={t`Số hồ sơ theo tháng`}
        file={{ list: 'transactionCounts', filter: { order: order ?? null } }}
        {...turned}
        order={order ?? 'NEWEST'}
        onOrder={(chosen) => {
          onOrder(chosen as AgeOrder);
        }}
        rowKey={({ id }) => id}
        cards
        columns={[
          { key: 'unit', names: true, head: t`Đơn vị`, cell: ({ unit }) => named(unit) },
          { key: 'month', head: t`Tháng`, order: BY_AGE, cell: ({ month }) => <MonthWord of={month} /> },
          { key: 'field', head: t`Lĩnh vực`, cell: ({ fieldName }) => fieldName ?? <Trans>mọi lĩnh vực</Trans> },
          { key: 'transactions', head: t`Số hồ sơ`, numeric: true, cell: ({ transactions }) => number(transactions) },
          { key: 'source', head: t`Nguồn`, cell: ({ source }) => source },
        ]}
        empty={<Empty title={<Trans>Chưa ghi số hồ sơ của tháng nào</Trans>} />}
      />
    </Panel>
  );
}

/** The last month that is over, as a control of the browser has it. */
const lastMonth = (): string => {
  const [year = 0, month = 0] = today().split('-').map(Number);
  return month === 1 ? `${String(year - 1)}-12` : `${String(year)}-${String(month - 1).padStart(2, '0')}`;
};

function NewCount({ onClose }: { readonly onClose: (recorded: boolean) => void }) {
  const { t } = useLingui();
  const { run, busy, refusal, broken } = useAct(RECORD_TRANSACTIONS);
  const { data } = useAsk(COUNTER_UNITS, {});
  const [said, setSaid] = useState({ unitId: '', fieldName: '', month: lastMonth(), transactions: '', source: '' });
  const say = (key: keyof typeof said) => (value: string) => {
    setSaid({ ...said, [key]: value });
  };
  const record = async () => {
    const { kind } = await run({
      ...{ unitId: said.unitId, fieldName: said.fieldName || null, month: `${said.month}-01` },
      ...{ transactions: Number(said.transactions), source: said.source },
    });
    if (kind === 'done') onClose(true);
  };
  return (
    <Form onSubmit={() => void record()} refusal={refusal} broken={broken}>
      <SelectField
        label={<Trans>Đơn vị</Trans>}
        name="unitId"
        value={said.unitId}
        onChange={say('unitId')}
        error={errorAt(refusal, 'unitId')}
      >
        <option value="">{t`Chọn đơn vị`}</option>
        {(data?.publicUnits ?? []).map((unit) => (
          <option key={unit.id} value={unit.id}>
            {named(unit)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={<Trans>Lĩnh vực</Trans>}
        name="fieldName"
        value={said.fieldName}
        onChange={say('fieldName')}
        error={errorAt(refusal, 'fieldName')}
      >
        <option value="">{t`mọi lĩnh vực`}</option>
        {(data?.procedureFields ?? []).map(({ fieldName }) => (
          <option key={fieldName} value={fieldName}>
            {fieldName}
          </option>
        ))}
      </SelectField>
      <TextField
        label={<Trans>Tháng</Trans>}
        name="month"
        type="month"
        value={said.month}
        onChange={say('month')}
        error={errorAt(refusal, 'month')}
      />
      <TextField
        label={<Trans>Số hồ sơ</Trans>}
        name="transactions"
        inputMode="numeric"
        value={said.transactions}
        onChange={say('transactions')}
        error={errorAt(refusal, 'transactions')}
      />
      <TextField
        label={<Trans>Nguồn</Trans>}
        hint={t`Phần mềm một cửa, báo cáo số…`}
        name="source"
        value={said.source}
        onChange={say('source')}
        error={errorAt(refusal, 'source')}
      />
      <FormActs>
        <Button type="submit" kind="primary" busy={busy}>
          <Trans>Ghi số hồ sơ</Trans>
        </Button>
        <Button
          onClick={() => {
            onClose(false);
          }}
        >
          <Trans>Không ghi</Trans>
        </Button>
      </FormActs>
    </Form>
  );
}
