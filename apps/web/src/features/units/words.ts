import { useLingui } from '@lingui/react/macro';
import { type UnitKind } from './choices';
import { type LineageRow } from './units.query';

/** What the kinds of units are called. */
export function useUnitKinds(): Readonly<Record<UnitKind, string>> {
  const { t } = useLingui();
  return {
    CITY: t`Thành phố`,
    DISTRICT: t`Huyện, quận`,
    DEPARTMENT: t`Phòng, ban`,
    COMMUNE: t`Xã`,
    TOWNSHIP: t`Thị trấn`,
    WARD: t`Phường`,
  };
}

/** How much of a unit went over. */
export function useLineageKinds(): Readonly<Record<LineageRow['kind'], string>> {
  const { t } = useLingui();
  return {
    WHOLE: t`toàn bộ`,
    REST: t`phần còn lại sau khi tách`,
    PART_AREA: t`một phần diện tích`,
    SPLIT: t`một phần của đơn vị được chia`,
  };
}
