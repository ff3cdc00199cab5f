import { useLingui } from '@lingui/react/macro';
import { type LinkProps } from '@tanstack/react-router';
import { type Me, may, useMe } from '../api/session';
import { useContestAtHand } from '../features/contest';
import { type Drawing } from '../ui/icon';
import {
  Award,
  Bell,
  Building,
  Calendar,
  Check,
  Dossier,
  Edit,
  Grid,
  History,
  Home,
  Key,
  Lock,
  Mail,
  People,
  Person,
  Rosette,
  Send,
  Sent,
  Settings,
  Sign,
  Upload,
  Warning,
} from '../ui/icons';

export interface Place {
  readonly to: NonNullable<LinkProps['to']>;
  /** What stands for the `$…` of the address. */
  readonly params?: Readonly<Record<string, string>>;
  readonly icon: Drawing;
  readonly label: string;
  /** Other places stand at addresses that begin with its own. */
  readonly exact?: true;
}

interface Offered extends Place {
  /** Who has something to do there; left out: everybody. */
  readonly shown?: (me: Me) => boolean;
}

/** Places that belong together, under a heading where they have one. */
export interface PlaceGroup {
  readonly key: 'own' | 'contest' | 'rollout' | 'watch' | 'account';
  readonly heading?: string;
  readonly places: readonly Place[];
}

/** Where whoever is signed in can go, in the order of the rail; groups with nothing for them are left out. */
export function usePlaces(): readonly PlaceGroup[] {
  const me = useMe();
  const groups = [useOwnPlaces(), useContestPlaces(), useRolloutPlaces(), useWatchPlaces(), useAccountPlaces()];
  return groups
    .map((group) => ({ ...group, places: group.places.filter(({ shown }) => !shown || shown(me)) }))
    .filter(({ places }) => places.length > 0);
}

/** What some list may be brought in for. */
const IMPORTING = ['account:manage', 'achievement:manage', 'unit:edit', 'award:record', 'procedure:edit', 'licence:edit'];

type OfferedGroup = Omit<PlaceGroup, 'places'> & { readonly places: readonly Offered[] };

function useOwnPlaces(): OfferedGroup {
  const { t } = useLingui();
  return {
    key: 'own',
    places: [
      { to: '/home', icon: Home, label: t`Việc của tôi` },
      { to: '/initiatives', icon: Dossier, label: t`Sáng kiến của tôi`, shown: (who) => may(who, 'initiative:draft') },
      { to: '/to-confirm', icon: Check, label: t`Chờ đơn vị xác nhận`, shown: (who) => may(who, 'initiative:confirm') },
      {
        to: '/to-sign',
        icon: Sign,
        label: t`Chờ tôi ký`,
        shown: (who) => may(who, 'contest:decide') || may(who, 'award:approve') || may(who, 'correction:decide'),
      },
      { to: '/judging', icon: Sign, label: t`Phiếu chấm của tôi`, shown: (who) => may(who, 'scorecard:sign') },
      { to: '/invitations', icon: Mail, label: t`Lời mời chấm`, shown: (who) => may(who, 'scorecard:sign') },
      { to: '/reports', icon: Sent, label: t`Báo cáo và áp dụng`, shown: (who) => may(who, 'adoption:report') },
    ],
  };
}

/** Of the contest at hand: everything whose address begins with it. */
function useContestPlaces(): OfferedGroup {
  const { t } = useLingui();
  const contest = useContestAtHand();
  if (!contest) return { key: 'contest', places: [] };
  const { id: contestId, year } = contest;
  const params = { contestId };
  return {
    key: 'contest',
    heading: t`Cuộc thi ${year}`,
    places: [
      { to: '/contests/$contestId/year', params, icon: Home, label: t`Tổng quan năm` },
      {
        to: '/contests/$contestId/dossiers',
        params,
        icon: Dossier,
        label: t`Hồ sơ dự thi`,
        shown: (who) => may(who, 'initiative:screen') || may(who, 'contest:decide'),
      },
      {
        to: '/contests/$contestId/screening',
        params,
        icon: Check,
        label: t`Kiểm tra hồ sơ`,
        shown: (who) => may(who, 'initiative:screen'),
      },
      { to: '/contests/$contestId/jury', params, icon: People, label: t`Ban Giám khảo`, shown: (who) => may(who, 'jury:manage') },
      { to: '/contests/$contestId/rounds', params, icon: Sign, label: t`Vòng chấm`, shown: (who) => may(who, 'round:manage') },
      {
        to: '/contests/$contestId/final-standings',
        params,
        icon: Award,
        label: t`Kết quả`,
        shown: (who) => may(who, 'standings:read'),
      },
      {
        to: '/contests/$contestId/prizes',
        params,
        icon: Rosette,
        label: t`Giải thưởng`,
        shown: (who) => may(who, 'award:propose') || may(who, 'award:approve'),
      },
      { to: '/contests/$contestId/setup', params, icon: Settings, label: t`Thiết lập cuộc thi` },
      { to: '/contests/$contestId/rule-book', params, icon: Edit, label: t`Quy chế chấm` },
    ],
  };
}

function useRolloutPlaces(): OfferedGroup {
  const { t } = useLingui();
  return {
    key: 'rollout',
    heading: t`Nhân rộng`,
    places: [
      { to: '/matrix', icon: Grid, label: t`Ma trận nhân rộng`, shown: (who) => may(who, 'rollout:read') },
      { to: '/rollouts', icon: Send, label: t`Sáng kiến nhân rộng`, shown: (who) => may(who, 'rollout:read') },
      { to: '/reporting-periods', icon: Calendar, label: t`Kỳ báo cáo`, shown: (who) => may(who, 'report:approve') },
      { to: '/overdue', icon: Warning, label: t`Quá hạn`, shown: (who) => may(who, 'report:approve') },
      { to: '/procedures', icon: Dossier, label: t`Thủ tục hành chính`, shown: (who) => may(who, 'procedure:edit') },
      { to: '/reminders', icon: Bell, label: t`Nhắc hạn hôm nay`, shown: (who) => may(who, 'licence:edit') },
      { to: '/licences', icon: Key, label: t`Sổ giấy phép`, shown: (who) => may(who, 'licence:read') },
      { to: '/licence-kinds', icon: Key, label: t`Loại giấy phép`, shown: (who) => may(who, 'procedure:edit') || may(who, 'case:read') },
      { to: '/counters', icon: Building, label: t`Quầy và mã QR`, shown: (who) => may(who, 'counter:read') },
      { to: '/ratings', icon: Sent, label: t`Người dân đánh giá`, shown: (who) => may(who, 'rating:read') },
      {
        to: '/signals',
        icon: Warning,
        label: t`Tín hiệu và phản ánh`,
        // Heads have no right of their own; they are those who confirm what their unit sends in.
        shown: (who) => may(who, 'signal:read') || may(who, 'initiative:confirm'),
      },
      {
        to: '/actions',
        icon: Check,
        label: t`Biện pháp khắc phục`,
        shown: (who) => may(who, 'action:read') || may(who, 'initiative:confirm'),
      },
      {
        to: '/inspections',
        icon: Check,
        label: t`Kiểm tra`,
        shown: (who) => may(who, 'inspection:read') || may(who, 'initiative:confirm'),
      },
      {
        to: '/index',
        icon: Grid,
        label: t`Chỉ số CCHC`,
        shown: (who) => may(who, 'index:read') || may(who, 'index:score') || may(who, 'initiative:confirm'),
      },
      { to: '/pilots', icon: Check, label: t`Thí điểm`, shown: (who) => may(who, 'pilot:read') },
      {
        to: '/handovers',
        icon: Home,
        label: t`Trả kết quả tại nhà`,
        shown: (who) => may(who, 'handover:read'),
      },
      {
        to: '/letters',
        icon: Mail,
        label: t`Thư gửi người dân`,
        shown: (who) => may(who, 'handover:enter') || may(who, 'initiative:confirm'),
      },
      {
        to: '/recognitions',
        icon: Check,
        label: t`Công nhận sáng kiến`,
        shown: (who) => may(who, 'recognition:read') || may(who, 'initiative:submit'),
      },
      { to: '/achievements', icon: Check, label: t`Thành tích`, shown: () => true },
      { to: '/eligibility', icon: Rosette, label: t`Điều kiện danh hiệu`, shown: () => true },
      { to: '/title-kinds', icon: Edit, label: t`Danh hiệu`, shown: (who) => may(who, 'achievement:manage') },
      { to: '/holds', icon: Lock, label: t`Tạm dừng xét danh hiệu`, shown: (who) => may(who, 'hold:read') },
      { to: '/papers', icon: Dossier, label: t`Văn bản`, shown: (who) => may(who, 'paper:read') },
      { to: '/working-calendar', icon: Calendar, label: t`Lịch làm việc`, shown: (who) => may(who, 'calendar:edit') },
    ],
  };
}

function useWatchPlaces(): OfferedGroup {
  const { t } = useLingui();
  return {
    key: 'watch',
    heading: t`Theo dõi`,
    places: [
      {
        to: '/dashboard',
        icon: Sent,
        label: t`Số liệu tổng hợp`,
        shown: (who) => may(who, 'contest:decide') || may(who, 'contest:edit'),
      },
      { to: '/register', icon: Award, label: t`Sổ khen thưởng`, shown: (who) => may(who, 'award:record') },
      {
        to: '/imports',
        icon: Upload,
        label: t`Nhập từ tệp`,
        shown: (who) => IMPORTING.some((permission) => may(who, permission)),
      },
      { to: '/people', icon: People, label: t`Người dùng`, shown: (who) => may(who, 'account:manage') },
      { to: '/grants', icon: Key, label: t`Vai trò và quyền`, shown: (who) => may(who, 'grant:manage') || may(who, 'grant:confirm') },
      { to: '/factor-resets', icon: Lock, label: t`Xác thực hai bước`, shown: (who) => may(who, 'grant:confirm') },
      { to: '/audit', icon: History, label: t`Nhật ký`, shown: (who) => may(who, 'audit:read') },
      { to: '/operation', icon: Settings, label: t`Vận hành`, shown: (who) => may(who, 'delivery:manage') },
      { to: '/units', icon: Building, label: t`Đơn vị`, shown: (who) => may(who, 'unit:edit') },
      {
        to: '/contests',
        exact: true,
        icon: Grid,
        label: t`Các cuộc thi`,
        shown: (who) => may(who, 'contest:edit') || may(who, 'contest:decide'),
      },
    ],
  };
}

function useAccountPlaces(): OfferedGroup {
  const { t } = useLingui();
  return {
    key: 'account',
    places: [
      { to: '/winners', icon: Award, label: t`Kết quả các năm` },
      { to: '/me', icon: Person, label: t`Tài khoản` },
    ],
  };
}
