import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { day, money, named } from '../../../ui/format';
import { useServiceWords } from '../../../ui/service-words';
import styles from './rollout-form.module.css';
import { type RolloutRead } from './rollout.query';

/** What was decided of a roll-out, and how it is to be done. */
export function RolloutFacts({ of }: { readonly of: RolloutRead }) {
  const { decisionNumber, decidedOn, decisionTitle, service } = of;
  const services = useServiceWords();
  return (
    <dl className={styles.facts}>
      <Fact name={<Trans>Sáng kiến</Trans>}>
        <Link to="/winners/$initiativeId" params={{ initiativeId: of.initiative.id }}>
          {[of.initiative.receiptNumber, of.initiative.title].filter(Boolean).join(' · ')}
        </Link>
      </Fact>
      <Fact name={<Trans>Quyết định</Trans>}>
        {decisionNumber === null || decidedOn === null ? (
          <Trans>Các xã tự áp dụng, chưa có quyết định nhân rộng</Trans>
        ) : (
          <>
            <Trans>
              {decisionNumber} ngày {day(decidedOn)}
            </Trans>
            {decisionTitle && <br />}
            {decisionTitle}
          </>
        )}
      </Fact>
      <Fact name={<Trans>Chủ trì</Trans>}>{named(of.leadUnit)}</Fact>
      <Fact name={<Trans>Bắt đầu</Trans>}>{day(of.startedOn)}</Fact>
      <Fact name={<Trans>Hạn áp dụng</Trans>}>{of.dueOn === null ? <Trans>không đặt hạn</Trans> : day(of.dueOn)}</Fact>
      <Fact name={<Trans>Danh sách xã</Trans>}>
        <Trans>theo đơn vị hành chính ngày {day(of.rosterAsOf)}</Trans>
      </Fact>
      <Fact name={<Trans>Thời gian tối thiểu</Trans>}>
        <Plural value={of.leastPilotMonths} one="thí điểm # tháng" other="thí điểm # tháng" />,{' '}
        <Plural value={of.leastUseMonths} one="áp dụng # tháng thì coi là bền vững" other="áp dụng # tháng thì coi là bền vững" />
      </Fact>
      {service && (
        <Fact name={<Trans>Dịch vụ trên nền tảng</Trans>}>
          {services[service]}
          <br />
          <span className="secondary">
            <Trans>Số liệu các xã do hệ thống đếm, mỗi nửa tháng một lần.</Trans>
          </span>
        </Fact>
      )}
      <Fact name={<Trans>Lý do</Trans>}>{of.reason}</Fact>
      {of.legalBasis && <Fact name={<Trans>Căn cứ</Trans>}>{of.legalBasis}</Fact>}
      {of.plan && <Fact name={<Trans>Kế hoạch</Trans>}>{of.plan}</Fact>}
      {of.resources && <Fact name={<Trans>Nguồn lực</Trans>}>{of.resources}</Fact>}
      {of.cost !== null && <Fact name={<Trans>Kinh phí</Trans>}>{money(of.cost)}</Fact>}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className={styles.said}>{children}</dd>
    </>
  );
}
