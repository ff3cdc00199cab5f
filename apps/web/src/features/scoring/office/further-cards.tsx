import { Trans } from '@lingui/react/macro';
import { Check, Clock, Minus } from '../../../ui/icons';
import { Note } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { StateMark } from '../../../ui/state-mark';
import { type FurtherMatrix } from './round.query';
import { officeStyles as styles } from '../../jury/shared';

/** Where first cards lay too far apart: who was called to mark as well, and whether they have signed. */
export function FurtherCards({ matrix }: { readonly matrix: FurtherMatrix | undefined }) {
  const nameOf = (id: string) => matrix?.judges.find(({ judge }) => judge.id === id)?.judge.fullName;
  const further = matrix?.rows.flatMap((row) => row.cells.filter(({ extra }) => extra).map((cell) => ({ ...row, cell }))) ?? [];
  return (
    <Panel flush title={<Trans>Phiếu chấm thêm</Trans>}>
      <Note tone="soon">
        <Trans>
          Có cặp phiếu lệch nhau quá ngưỡng của quy tắc chấm nên giám khảo chấm thêm đã được gọi. Khi họ ký hết, đóng vòng lần nữa. Điểm vẫn
          niêm phong.
        </Trans>
      </Note>
      <ul>
        {further.map(({ initiative: { id, receiptNumber, title }, cell }) => (
          <li key={`${id} ${cell.judgeId}`} className={styles.row}>
            <p>
              <span className="num no-break">{receiptNumber}</span> {title}
            </p>
            <p className={styles.tags}>
              <b>{nameOf(cell.judgeId)}</b>
              {cell.state === 'SIGNED' ? (
                <StateMark tone="done" icon={Check}>
                  <Trans>đã ký</Trans>
                </StateMark>
              ) : cell.state === 'EXCUSED' ? (
                <StateMark icon={Minus}>
                  <Trans>miễn chấm</Trans>
                </StateMark>
              ) : (
                <StateMark tone="soon" icon={Clock}>
                  <Trans>chưa ký</Trans>
                </StateMark>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
