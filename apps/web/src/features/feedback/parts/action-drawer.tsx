import { Trans } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { Drawer } from '../../../ui/drawer';
import { day, named, number, percent, range } from '../../../ui/format';
import { DemoMark } from '../../../ui/state-mark';
import { type ActionRow, type FourWeeks } from '../action.query';
import { ActionActs } from './action-acts';
import styles from './action-drawer.module.css';
import { ActionMark, Due } from './action-words';

interface DrawerProps {
  readonly of: ActionRow;
  readonly again: () => void;
  readonly onClose: () => void;
}

/** One action beside the list: why, what, what shows it, and what citizens said before and after. */
export function ActionDrawer({ of: action, again, onClose }: DrawerProps) {
  return (
    <Drawer
      of={action.id}
      over={named(action.unit)}
      title={<Trans>Chi tiết biện pháp</Trans>}
      onClose={onClose}
      acts={
        <div className={styles.acts}>
          <ActionActs of={action} again={again} />
        </div>
      }
    >
      <p>
        <ActionMark of={action} /> {action.illustrative && <DemoMark />}
      </p>
      <dl className={styles.facts}>
        <Fact name={<Trans>Nguyên nhân</Trans>}>{action.rootCause}</Fact>
        <Fact name={<Trans>Biện pháp</Trans>}>{action.remedy}</Fact>
        <Fact name={<Trans>Người chịu trách nhiệm</Trans>}>{action.ownerName}</Fact>
        <Fact name={<Trans>Hạn thực hiện</Trans>}>
          <Due of={action} />
        </Fact>
        {action.reason !== null && <Fact name={<Trans>Vì sao làm lại hoặc hủy</Trans>}>{action.reason}</Fact>}
        {action.claimedOn !== null && <Fact name={<Trans>Báo đã làm ngày {day(action.claimedOn)}</Trans>}>{action.evidence}</Fact>}
        {action.verifiedOn !== null && (
          <Fact name={<Trans>Người khác đã xác minh</Trans>}>
            <Trans>ngày {day(action.verifiedOn)}</Trans>
          </Fact>
        )}
        <Fact name={<Trans>Không hài lòng trước khi lập biện pháp</Trans>}>
          <Share of={action.before} none={<Trans>Bốn tuần trước đó có quá ít đánh giá.</Trans>} />
        </Fact>
        {action.verifiedOn !== null && (
          <Fact name={<Trans>Không hài lòng sau khi xác minh</Trans>}>
            <Share of={action.after} none={<After of={action} />} />
          </Fact>
        )}
        {action.checkedOn !== null && (
          <Fact name={<Trans>Có hiệu quả, kiểm tra ngày {day(action.checkedOn)}</Trans>}>{action.effectCheck}</Fact>
        )}
      </dl>
      {action.state === 'VERIFIED' && !action.whyNotVerify && action.whyNotConfirmEffect && (
        <p className="secondary">{action.whyNotConfirmEffect.message}</p>
      )}
      {action.moves.includes('VERIFIED') && action.whyNotVerify && <p className="secondary">{action.whyNotVerify.message}</p>}
    </Drawer>
  );
}

function Fact({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Share({ of: weeks, none }: { readonly of: FourWeeks | null; readonly none: ReactNode }) {
  if (weeks === null) return <span className="secondary">{none}</span>;
  const { from, to, ratings, lowRatings } = weeks;
  return (
    <Trans>
      {percent(String((100 * lowRatings) / ratings), 1)}: {number(lowRatings)} trong {number(ratings)} đánh giá, {range(from, to)}
    </Trans>
  );
}

function After({ of: { effectFrom, whyNotConfirmEffect } }: { readonly of: ActionRow }) {
  if (effectFrom !== null && whyNotConfirmEffect?.code === 'EFFECT_TOO_EARLY')
    return <Trans>Có từ ngày {day(effectFrom)}, khi đủ bốn tuần trọn.</Trans>;
  return <Trans>Chưa đủ bốn tuần, hoặc có quá ít đánh giá.</Trans>;
}
