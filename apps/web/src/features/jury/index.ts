import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export { conflictsSearch, invitationsSearch, jurySearch } from './choices';

export const pages: FeaturePages<'invitations' | 'myConflicts' | 'jury' | 'juryInvitations' | 'contestConflicts' | 'conflictsToDecide'> = {
  texts,
  invitations: () => import('./pages/invitations'),
  myConflicts: () => import('./pages/my-conflicts'),
  jury: () => import('./pages/jury'),
  juryInvitations: () => import('./pages/jury-invitations'),
  contestConflicts: () => import('./pages/contest-conflicts'),
  conflictsToDecide: () => import('./pages/conflicts-to-decide'),
};
