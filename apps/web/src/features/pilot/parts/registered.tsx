import { Trans } from '@lingui/react/macro';
import { Fact, Facts } from '../../../ui/facts';
import { day, named, number, titled } from '../../../ui/format';
import { Panel } from '../../../ui/panel';
import { type PublicPilotShown } from '../pilot.query';
import { useWeekdays } from './words';

/** What stands from its registration on. */
export function Registered({ of }: { readonly of: PublicPilotShown }) {
  const weekdays = useWeekdays();
  const { registeredAt, weekday, limitDays, leastChance, endReason } = of;
  return (
    <Panel title={<Trans>Nội dung đăng ký</Trans>}>
      <Facts>
        <Fact name={<Trans>Đăng ký</Trans>}>
          {registeredAt === null ? <Trans>chưa đăng ký</Trans> : <Trans>ngày {day(registeredAt)}, trước khi có kết quả</Trans>}
        </Fact>
        <Fact name={<Trans>Việc nhân rộng</Trans>}>{titled(of.rollout)}</Fact>
        <Fact name={<Trans>Đơn vị phụ trách</Trans>}>{named(of.host)}</Fact>
        <Fact name={<Trans>Thời gian thí điểm</Trans>}>
          <Trans>
            {day(of.startsOn)} đến {day(of.endsOn)}
          </Trans>
        </Fact>
        <Fact name={<Trans>Kỳ so sánh</Trans>}>
          <Trans>
            {day(of.baselineFrom)} đến {day(of.baselineTo)}
          </Trans>
        </Fact>
        <Fact name={<Trans>Cách đo</Trans>}>
          {of.measure === 'WORKING_DAYS' ? <Trans>số ngày làm việc của một hồ sơ</Trans> : <Trans>số ngày của một hồ sơ</Trans>}
        </Fact>
        <Fact name={<Trans>Ngày trong tuần</Trans>}>{weekday === null ? <Trans>mọi ngày</Trans> : weekdays[weekday - 1]}</Fact>
        <Fact name={<Trans>Lĩnh vực thủ tục</Trans>}>
          {of.procedureFields.length === 0 ? <Trans>mọi lĩnh vực</Trans> : of.procedureFields.join(', ')}
        </Fact>
        {limitDays !== null && (
          <Fact name={<Trans>Thời hạn giải quyết</Trans>}>
            <Trans>{number(limitDays)} ngày</Trans>
          </Fact>
        )}
        {of.legalBases.length > 0 && <Fact name={<Trans>Căn cứ</Trans>}>{of.legalBases.join('; ')}</Fact>}
        <Fact name={<Trans>Khả năng kết luận</Trans>}>
          {leastChance === null ? (
            <Trans>quá ít xã để kết luận bằng thống kê</Trans>
          ) : (
            <Trans>p nhỏ nhất có thể đạt là {number(leastChance, 4)}; cần không quá 0,05</Trans>
          )}
        </Fact>
        {endReason !== null && <Fact name={<Trans>Lý do kết thúc sớm</Trans>}>{endReason}</Fact>}
      </Facts>
    </Panel>
  );
}
