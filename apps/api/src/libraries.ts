import { awardLibrary } from '#lib/award';
import { contestLibrary } from '#lib/contest';
import { emulationLibrary } from '#lib/emulation';
import { feedbackLibrary } from '#lib/feedback';
import { handoverLibrary } from '#lib/handover';
import { identityLibrary } from '#lib/identity';
import { initiativeLibrary } from '#lib/initiative';
import { juryLibrary } from '#lib/jury';
import { noticeLibrary } from '#lib/notice';
import {
  AuditEntry,
  AuditPersonal,
  ContentHold,
  ContentReading,
  type Entities,
  Export,
  Import,
  ImportRow,
  Job,
  type Library,
  MutationKey,
  OutboxDelivery,
  OutboxEvent,
  ScheduleFault,
  ScheduleLease,
  StoredFile,
} from '#lib/platform';
import { paperworkLibrary } from '#lib/paperwork';
import { pilotLibrary } from '#lib/pilot';
import { procedureLibrary } from '#lib/procedure';
import { recognitionLibrary } from '#lib/recognition';
import { reformLibrary } from '#lib/reform';
import { resultLibrary } from '#lib/result';
import { rolloutLibrary } from '#lib/rollout';
import { scoringLibrary } from '#lib/scoring';
import { unitsLibrary } from '#lib/units';

/** The contexts, in reading order. */
export const libraries: readonly Library[] = [
  unitsLibrary,
  identityLibrary,
  noticeLibrary,
  contestLibrary,
  initiativeLibrary,
  juryLibrary,
  scoringLibrary,
  resultLibrary,
  awardLibrary,
  rolloutLibrary,
  procedureLibrary,
  feedbackLibrary,
  reformLibrary,
  recognitionLibrary,
  pilotLibrary,
  handoverLibrary,
  emulationLibrary,
  paperworkLibrary,
];

/** Every table of the platform. */
export const entities: Entities = [
  AuditEntry,
  AuditPersonal,
  OutboxEvent,
  OutboxDelivery,
  MutationKey,
  ScheduleFault,
  ScheduleLease,
  StoredFile,
  ContentHold,
  ContentReading,
  Job,
  Export,
  Import,
  ImportRow,
  ...libraries.flatMap((library) => library.entities),
];
