import { useLingui } from '@lingui/react/macro';
import { type Nudgeable, nudgeableOf } from '../../../api/nudge.query';
import { useMe } from '../../../api/session';
import { named } from '../../../ui/format';
import { type ContestOfYear, type JudgeOfYear, type RoundOfYear, type YearMatters } from './year.query';

/** Something that somebody holds up for somebody else. */
export interface Wait {
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  readonly holder: string;
  readonly isMine: boolean;
  readonly waiter: string;
  readonly since: string | null;
  readonly due: string | null;
  readonly isLate: boolean;
  readonly link: string;
  /** By which whoever holds it is reminded; null for what is one's own. */
  readonly nudge: Nudgeable | null;
}

interface Known {
  readonly contest: ContestOfYear;
  readonly matters: YearMatters;
  readonly round: RoundOfYear | undefined;
  readonly judges: readonly JudgeOfYear[];
  readonly now: Date;
}

/** Who waits for whom in the contest, what is due first in front; what has no date stands last. */
export function useWaits({ contest, matters, round, judges, now }: Known): readonly Wait[] {
  const { t } = useLingui();
  const me = useMe();
  const office = named(contest.host);
  const isLate = (due: string | null) => due !== null && Date.parse(due) < now.getTime();
  const nudgeable = (kind: Nudgeable['kind'], subjectId: string, personId: string | null = null) =>
    nudgeableOf({ kind, subjectId, personId }, matters);
  const at = (path: string) => `/contests/${contest.id}${path}`;
  const returned = (matters.initiatives?.edges ?? []).map(({ node }): Wait => {
    const receipt = node.receiptNumber ?? '–';
    return {
      key: node.id,
      label: t`Bổ sung hồ sơ ${receipt}`,
      detail: node.title,
      holder: named(node.owner),
      isMine: false,
      waiter: office,
      since: node.submittedAt,
      due: node.returnDueAt,
      isLate: isLate(node.returnDueAt),
      link: `/initiatives/${node.id}`,
      nudge: nudgeable('initiativeResubmit', node.id),
    };
  });
  const signedBy = round?.dueAt ?? contest.phases.find(({ kind }) => kind === 'JUDGING')?.endsAt ?? null;
  const unsigned = judges
    .filter(({ load, signed }) => signed < load)
    .map(({ judge, load, signed }): Wait => {
      const left = load - signed;
      return {
        key: judge.id,
        label: t`Chấm và ký ${left} phiếu`,
        detail: round ? named(round) : '',
        holder: judge.fullName,
        isMine: judge.id === me.person.id,
        waiter: office,
        since: round?.openedAt ?? null,
        due: signedBy,
        isLate: isLate(signedBy),
        link: at(`/rounds/${round?.id ?? ''}/assignments`),
        nudge: round && judge.id !== me.person.id ? nudgeable('cardSign', round.id, judge.id) : null,
      };
    });
  const invited = (matters.juryInvitations?.edges ?? [])
    .filter(({ node }) => node.state === 'INVITED')
    .map(({ node }): Wait => ({
      key: node.id,
      label: t`Trả lời lời mời vào Ban Giám khảo`,
      detail: '',
      holder: node.person.fullName,
      isMine: false,
      waiter: office,
      since: node.invitedAt,
      due: contest.phases.find(({ kind }) => kind === 'JUDGING')?.startsAt ?? null,
      isLate: false,
      link: at('/jury'),
      nudge: nudgeable('juryAnswer', node.id),
    }));
  const mine = (matters.awaiting?.edges ?? [])
    .map(({ node }) => node)
    .filter(({ subjectId, link }) => subjectId === contest.id || link.startsWith(at('')))
    .map((node): Wait => ({
      key: node.id,
      label: node.count > 1 ? `${node.label} (${String(node.count)})` : node.label,
      detail: node.subject,
      holder: t`Tôi`,
      isMine: true,
      waiter: node.who ?? office,
      since: node.since,
      due: node.due,
      isLate: node.late,
      link: node.link === at('') ? at('/setup') : node.link,
      nudge: null,
    }));
  const far = '9999';
  return [...returned, ...unsigned, ...invited, ...mine].toSorted((one, other) => (one.due ?? far).localeCompare(other.due ?? far));
}
