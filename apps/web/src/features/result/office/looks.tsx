import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useWhole } from '../../../api/ask-whole';
import { Button } from '../../../ui/button';
import { SelectField } from '../../../ui/field';
import { number, rounded } from '../../../ui/format';
import { Answer, Note } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { Segments } from '../../../ui/segments';
import { Tag } from '../../../ui/state-mark';
import table from '../../../ui/table.module.css';
import { Firmness } from './firmness';
import styles from './standings.module.css';
import { JUDGE_STATISTICS, WHAT_IF, type WhatIfLine } from './standings.query';
import { useAll } from './use-all';
import { Placing } from './words';

/** Other ways to look at the result: beside it, and never part of it. */
export function Looks({ roundId }: { readonly roundId: string }) {
  const { t } = useLingui();
  const [look, setLook] = useState<'none' | 'rules' | 'firm'>('none');
  return (
    <div className={`${styles.part} no-print`}>
      <Panel
        title={
          <>
            {t`Xem thử`}{' '}
            <Tag tone="soon">
              <Trans>chỉ tham khảo</Trans>
            </Tag>
          </>
        }
        side={
          <Segments
            label={t`Xem thử`}
            value={look}
            onChange={setLook}
            choices={[
              { value: 'none', label: t`Đóng` },
              { value: 'rules', label: t`Quy tắc khác, bỏ một giám khảo` },
              { value: 'firm', label: t`Độ vững của thứ hạng` },
            ]}
          />
        }
      >
        {look === 'none' && (
          <p className="secondary">
            <Trans>Kết quả ở trên không đổi dù xem thử thế nào; hệ thống chỉ ghi lại ai đã xem.</Trans>
          </p>
        )}
        {look === 'rules' && <OtherRules roundId={roundId} />}
        {look === 'firm' && <Firmness roundId={roundId} />}
      </Panel>
    </div>
  );
}

interface Rules {
  readonly aggregation: 'MEAN' | 'MEDIAN' | 'TRIMMED_MEAN' | null;
  readonly trimming: 'CRITERIA' | 'SHEETS' | null;
  readonly furtherMark: 'DECIDES' | 'JOINS' | 'REPLACES' | null;
  readonly withoutJudgeId: string | null;
}

const AS_IT_IS: Rules = { aggregation: null, trimming: null, furtherMark: null, withoutJudgeId: null };

function OtherRules({ roundId }: { readonly roundId: string }) {
  const { t } = useLingui();
  const [rules, setRules] = useState(AS_IT_IS);
  const [asked, setAsked] = useState<Rules | null>(null);
  const { data } = useWhole(JUDGE_STATISTICS, { roundId }, 'judgeStatistics');
  const set = (part: Partial<Record<keyof Rules, string>>) => {
    setRules({ ...rules, ...Object.fromEntries(Object.entries(part).map(([key, value]) => [key, value || null])) });
  };
  return (
    <div className={styles.stack}>
      <div className={styles.choices}>
        <Choice
          label={t`Cách tính điểm`}
          name="aggregation"
          value={rules.aggregation}
          onChange={(aggregation) => {
            set({ aggregation });
          }}
        >
          <option value="MEAN">{t`Trung bình`}</option>
          <option value="MEDIAN">{t`Trung vị`}</option>
          <option value="TRIMMED_MEAN">{t`Trung bình bỏ cao nhất, thấp nhất`}</option>
        </Choice>
        <Choice
          label={t`Bỏ cao nhất, thấp nhất theo`}
          name="trimming"
          value={rules.trimming}
          onChange={(trimming) => {
            set({ trimming });
          }}
        >
          <option value="SHEETS">{t`Cả phiếu`}</option>
          <option value="CRITERIA">{t`Từng tiêu chí`}</option>
        </Choice>
        <Choice
          label={t`Phiếu bổ sung`}
          name="furtherMark"
          value={rules.furtherMark}
          onChange={(furtherMark) => {
            set({ furtherMark });
          }}
        >
          <option value="JOINS">{t`Tính cùng các phiếu khác`}</option>
          <option value="REPLACES">{t`Thay phiếu xa nhất`}</option>
          <option value="DECIDES">{t`Quyết định một mình`}</option>
        </Choice>
        <Choice
          label={t`Bỏ giám khảo`}
          name="withoutJudgeId"
          value={rules.withoutJudgeId}
          onChange={(withoutJudgeId) => {
            set({ withoutJudgeId });
          }}
          none={t`Không bỏ ai`}
        >
          {(data?.judgeStatistics.edges ?? []).map(({ node }) => (
            <option key={node.judge.id} value={node.judge.id}>
              {node.judge.fullName}
            </option>
          ))}
        </Choice>
        <Button
          kind="primary"
          onClick={() => {
            setAsked(rules);
          }}
        >
          <Trans>Xem thử</Trans>
        </Button>
      </div>
      {asked && <WhatIf roundId={roundId} rules={asked} />}
    </div>
  );
}

function Choice({
  label,
  name,
  value,
  onChange,
  none,
  children,
}: {
  readonly label: string;
  readonly name: string;
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  readonly none?: string;
  readonly children: ReactNode;
}) {
  const { t } = useLingui();
  return (
    <SelectField label={label} name={name} value={value ?? ''} onChange={onChange} optional>
      <option value="">{none ?? t`Theo quy tắc chấm`}</option>
      {children}
    </SelectField>
  );
}

function WhatIf({ roundId, rules }: { readonly roundId: string; readonly rules: Rules }) {
  const { t } = useLingui();
  const asked = useAll(WHAT_IF, { roundId, ...rules }, ({ whatIf }) => whatIf);
  return (
    <Answer of={asked}>
      {({ rows }) => (
        <>
          <Note tone="soon">
            <Trans>Thứ hạng dưới đây là giả định, không thay cho kết quả đang có hiệu lực.</Trans>
          </Note>
          <div className={table.frame} tabIndex={0} role="region" aria-label={t`Thứ hạng giả định`}>
            <table className={table.table}>
              <thead>
                <tr>
                  <th scope="col" className={table.number}>
                    <Trans>Hạng giả định</Trans>
                  </th>
                  <th scope="col">
                    <Trans>Sáng kiến</Trans>
                  </th>
                  <th scope="col" className={table.number}>
                    <Trans>Điểm giả định</Trans>
                  </th>
                  <th scope="col">
                    <Trans>Giả định</Trans>
                  </th>
                  <th scope="col" className={table.number}>
                    <Trans>Hạng có hiệu lực</Trans>
                  </th>
                  <th scope="col" className={table.number}>
                    <Trans>Thay đổi</Trans>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((line) => (
                  <WhatIfRow key={line.initiative.id} line={line} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Answer>
  );
}

function WhatIfRow({ line }: { readonly line: WhatIfLine }) {
  const { gained } = line;
  return (
    <tr>
      <td className={table.number}>{line.rank === null ? '–' : number(line.rank)}</td>
      <th scope="row">
        {line.initiative.title} <span className="caption num">{line.initiative.receiptNumber}</span>
      </th>
      <td className={table.number}>{line.rounded === null ? line.whyNot?.message : rounded(line.rounded)}</td>
      <td>
        {line.state && <Placing of={line.state} />}
        {line.state !== null && line.state !== line.stateInForce && (
          <>
            {' '}
            <Tag tone="soon">
              <Trans>
                đang là <Placing of={line.stateInForce} />
              </Trans>
            </Tag>
          </>
        )}
      </td>
      <td className={table.number}>{line.rankInForce === null ? '–' : number(line.rankInForce)}</td>
      <td className={table.number}>{gained === null || gained === 0 ? '–' : gained > 0 ? `+${number(gained)}` : number(gained)}</td>
    </tr>
  );
}
