import { type Dated, type DatedWorld } from './dated-acts.js';

const origin = ({ world, district }: DatedWorld, firstAppliedOn: string) => ({
  contestId: world.openContestId,
  areaId: world.areaId,
  ownerUnitId: district.units.finance,
  title: 'Mới',
  firstAppliedOn,
});
const saved = async (firstAppliedOn: string, initiativeId: string | undefined, versionOf: DatedWorld['versionOf']) => ({
  initiativeId,
  version: await versionOf('initiative', initiativeId!),
  firstAppliedOn,
});

/** What is drafted, by its authors or on their behalf. */
export const DATED_DRAFTS: readonly Dated[] = [
  {
    field: 'DraftInitiativeInput.firstAppliedOn',
    by: 'submitter',
    operation: 'draftInitiative',
    input: (day, at) => origin(at, day),
    path: 'firstAppliedOn',
  },
  {
    field: 'SaveDraftInput.firstAppliedOn',
    by: 'submitter',
    operation: 'saveDraft',
    input: (day, { world, versionOf }) => saved(day, world.draftId, versionOf),
    path: 'firstAppliedOn',
  },
  {
    field: 'DraftOnBehalfInput.firstAppliedOn',
    by: 'organiser',
    operation: 'draftOnBehalf',
    input: (day, at) => ({ ...origin(at, day), submitterId: at.district.people.submitter }),
    path: 'firstAppliedOn',
  },
  {
    field: 'SaveDraftOnBehalfInput.firstAppliedOn',
    by: 'organiser',
    operation: 'saveDraftOnBehalf',
    input: (day, { world, versionOf }) => saved(day, world.onBehalfId, versionOf),
    path: 'firstAppliedOn',
  },
];
