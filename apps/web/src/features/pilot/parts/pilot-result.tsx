import { Trans } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { Fact, Facts } from '../../../ui/facts';
import { day, named, number } from '../../../ui/format';
import { Panel } from '../../../ui/panel';
import { type Difference, type PilotResult, type PublicPilotShown } from '../pilot.query';
import styles from '../pilot.module.css';

/** What came of it in plain words: whether it is shown, by how much, how often a lot gives as much, and what stands beside it. */
export function Result({ of }: { readonly of: PublicPilotShown }) {
  const { result, conclusion, concludedOn } = of;
  if (result === null) return null;
  return (
    <Panel title={<Trans>Kết quả</Trans>}>
      <p>
        <strong>
          {result.shown ? (
            <Trans>Có căn cứ là thí điểm rút ngắn thời gian.</Trans>
          ) : (
            <Trans>Chưa đủ căn cứ là thí điểm rút ngắn thời gian.</Trans>
          )}
        </strong>
      </p>
      {result.main && <InWords of={result.main} />}
      <Beside of={result} />
      {conclusion !== null && concludedOn !== null && (
        <p>
          <Trans>
            Kết luận ngày {day(concludedOn)}: {conclusion}
          </Trans>
        </p>
      )}
      <p className="secondary">
        <Trans>Mỗi xã tính một lần, theo số ngày trung bình của một hồ sơ. Hồ sơ chưa xong khi thí điểm kết thúc không tính.</Trans>
      </p>
    </Panel>
  );
}

function InWords({ of }: { readonly of: Difference }) {
  const { difference, arrangements, asLow, chance } = of;
  return (
    <>
      <p>
        {difference < 0 ? (
          <Trans>So với các xã đối chứng, mỗi hồ sơ ở các xã thí điểm nhanh thêm {number(-difference, 2)} ngày.</Trans>
        ) : (
          <Trans>So với các xã đối chứng, mỗi hồ sơ ở các xã thí điểm chậm thêm {number(difference, 2)} ngày.</Trans>
        )}
      </p>
      <p>
        {arrangements === null || asLow === null || chance === null ? (
          <Trans>Quá ít xã để tính khả năng do ngẫu nhiên: cần ít nhất hai xã thí điểm và ba xã đối chứng.</Trans>
        ) : (
          <Trans>
            Nếu thí điểm không có tác dụng, bốc thăm chọn chừng ấy xã có {number(arrangements)} cách, trong đó {number(asLow)} cách cho kết
            quả như thế hoặc hơn (p = {number(chance, 4)}). Chỉ coi là có tác dụng khi p không quá 0,05.
          </Trans>
        )}
      </p>
    </>
  );
}

function Beside({ of }: { readonly of: PilotResult }) {
  const { main, placebo, otherDays, savedFiles, savedAgainstBefore, savedAgainstLimit } = of;
  return (
    <Facts>
      {main?.leaveOneOutLow != null && main.leaveOneOutHigh != null && (
        <Fact name={<Trans>Khi bỏ ra từng xã một</Trans>}>
          <Trans>
            từ {number(main.leaveOneOutLow, 2)} đến {number(main.leaveOneOutHigh, 2)} ngày
          </Trans>
        </Fact>
      )}
      {placebo && (
        <Fact name={<Trans>Phép thử trên hai kỳ trước thí điểm</Trans>}>
          <Trans>{number(placebo.difference, 2)} ngày; càng gần 0 càng đáng tin</Trans>
        </Fact>
      )}
      {otherDays && (
        <Fact name={<Trans>Các ngày khác trong tuần</Trans>}>
          <Trans>{number(otherDays.difference, 2)} ngày; chuyển việc sang ngày khác không phải là rút ngắn</Trans>
        </Fact>
      )}
      <Fact name={<Trans>Số ngày rút ngắn so với trước</Trans>}>
        <Trans>
          {number(savedAgainstBefore, 1)} ngày, của {number(savedFiles)} hồ sơ
        </Trans>
      </Fact>
      {savedAgainstLimit !== null && (
        <Fact name={<Trans>Số ngày sớm hơn thời hạn</Trans>}>
          <Trans>{number(savedAgainstLimit, 1)} ngày; là con số khác, không cộng với con số trên</Trans>
        </Fact>
      )}
    </Facts>
  );
}

type Place = PublicPilotShown['units'][number];

/** Each commune before and since, drawn to one scale. */
export function Units({ of, act }: { readonly of: PublicPilotShown; readonly act?: (unitId: string) => ReactNode }) {
  const most = Math.max(1, ...of.units.flatMap(({ meanBefore, meanSince }) => [meanBefore ?? 0, meanSince ?? 0]));
  return (
    <Panel title={<Trans>Các xã</Trans>}>
      <ul className={styles.units}>
        {of.units.map((place) => (
          <li key={place.id} className={styles.unit}>
            <div>
              {named(place.unit)}
              <br />
              <span className="secondary">{place.arm === 'PILOT' ? <Trans>thí điểm</Trans> : <Trans>đối chứng</Trans>}</span>
            </div>
            <div>
              <Bars of={place} most={most} ended={of.result !== null} />
              {act?.(place.id)}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Bars({ of, most, ended }: { readonly of: Place; readonly most: number; readonly ended: boolean }) {
  const { meanBefore, meanSince, change, filesBefore, filesSince } = of;
  const width = (mean: number) => ({ width: `${String(Math.round((mean / most) * 60))}%` });
  return (
    <>
      <div className={styles.bar}>
        <span style={width(meanBefore ?? 0)} />
        <span>
          {meanBefore === null ? (
            <Trans>trước: chưa có hồ sơ</Trans>
          ) : (
            <Trans>
              trước: {number(meanBefore, 2)} ngày ({number(filesBefore)} hồ sơ)
            </Trans>
          )}
        </span>
      </div>
      {ended ? (
        <div className={`${styles.bar ?? ''} ${styles.since ?? ''}`}>
          <span style={width(meanSince ?? 0)} />
          <span>
            {meanSince === null || change === null ? (
              <Trans>trong thí điểm: không có hồ sơ, không so sánh</Trans>
            ) : (
              <Trans>
                trong thí điểm: {number(meanSince, 2)} ngày ({number(filesSince)} hồ sơ), thay đổi {number(change, 2)}
              </Trans>
            )}
          </span>
        </div>
      ) : (
        <p className="secondary">
          <Trans>Đã nhập {number(filesSince)} hồ sơ thí điểm; kết quả chỉ hiện khi thí điểm kết thúc.</Trans>
        </p>
      )}
    </>
  );
}
