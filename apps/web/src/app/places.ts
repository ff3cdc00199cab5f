import { useLingui } from '@lingui/react/macro';
import { type LinkProps } from '@tanstack/react-router';
import { type Me, may, useMe } from '../api/session';
import { type Drawing } from '../ui/icon';
import { Award, Calendar, Check, Dossier, Home, Mail, Person, Sent, Sign } from '../ui/icons';

export interface Place {
  readonly to: NonNullable<LinkProps['to']>;
  readonly icon: Drawing;
  readonly label: string;
}

interface Offered extends Place {
  /** Who has something to do there; left out: everybody. */
  readonly shown?: (me: Me) => boolean;
}

/** Where whoever is signed in can go, in the order of the rail. */
export function usePlaces(): readonly Place[] {
  const { t } = useLingui();
  const me = useMe();
  const places: Offered[] = [
    { to: '/home', icon: Home, label: t`Việc của tôi` },
    { to: '/initiatives', icon: Dossier, label: t`Sáng kiến của tôi`, shown: (who) => may(who, 'initiative:draft') },
    { to: '/to-confirm', icon: Check, label: t`Chờ đơn vị xác nhận`, shown: (who) => may(who, 'initiative:confirm') },
    { to: '/judging', icon: Sign, label: t`Phiếu chấm của tôi`, shown: (who) => may(who, 'scorecard:sign') },
    { to: '/invitations', icon: Mail, label: t`Lời mời chấm`, shown: (who) => may(who, 'scorecard:sign') },
    { to: '/reports', icon: Sent, label: t`Báo cáo và áp dụng`, shown: (who) => may(who, 'adoption:report') },
    { to: '/reporting-periods', icon: Calendar, label: t`Kỳ báo cáo`, shown: (who) => may(who, 'report:approve') },
    { to: '/winners', icon: Award, label: t`Kết quả các năm` },
    { to: '/me', icon: Person, label: t`Tài khoản` },
  ];
  return places.filter(({ shown }) => !shown || shown(me));
}
