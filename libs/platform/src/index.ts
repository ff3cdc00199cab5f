export { AuditEntry, AuditPersonal } from './audit/audit.entities.js';
export { canonicalJson, personalHash, sameContent } from './audit/audit-body.js';
export { AuditReads, type AuditedSubjects } from './audit/audit-reads.js';
export { auditLines } from './audit/audit-lines.js';
export { type AuditFault, type AuditVerdict, verifyAudit } from './audit/verify.js';
export { type BackupReport, makeBackup } from './backup/backup.js';
export { secretId } from './backup/format.js';
export { restoreBackup } from './backup/restore.js';
export {
  type AtMoment,
  type AwaitedKind,
  AwaitedKindEnum,
  AwaitingQueries,
  Awaits,
  type EscalationTerms,
  Leads,
  type NudgeTerms,
} from './awaiting/index.js';
export { CONFIG, type Config, readConfig } from './config.js';
export { Cursors } from './database/cursors.js';
export { Database } from './database/database.js';
export {
  type Listing,
  type Needed,
  type OrderKey,
  type Shows,
  type Source,
  columnsShown,
  isThere,
  reversed,
  rowById,
} from './database/listing.js';
export { PersonalData, type PersonalPart } from './personal-data/index.js';
export { PREPARED } from './database/lending-pool.js';
export { type Entities, PLANNER_SETTINGS, openOrm } from './database/orm.js';
export { LONG_WAITS, patiently } from './database/waits.js';
export { type DocumentsOrder, Export, Exports, ExportsService, type ListColumn, byPages, columnsOf, sheetOf } from './exports/index.js';
export {
  type ColumnOfPath,
  Import,
  type ImportChoice,
  type ImportColumn,
  type ImportNames,
  ImportRow,
  type ImportRun,
  Imports,
  type ReadRow,
  type RowOutcome,
  type RowProblem,
  type SheetRow,
  dayOfSerial,
  typedDay,
  type Cells,
  type Places,
  areTurned,
  findOfficeList,
  RowProblems,
  readOfficeList,
} from './imports/index.js';
export { type AttachLimits, FileAccess, type FileOwner } from './files/file-access.js';
export { ContentReading } from './files/content-reading.entity.js';
export { FileViews } from './files/file-views.js';
export { namelessName } from './files/nameless-copies.js';
export { ContentHold } from './files/content-hold.entity.js';
export { type FileLink, FileLinks } from './files/file-links.js';
export { FileLinkObject, PAPER_FORMATS, type PaperFormat, PaperFormatEnum, asPaper } from './files/file.types.js';
export { FileSweep } from './files/file-sweep.js';
export { FilesService, type MadeContent, type PutContent } from './files/files.service.js';
export { openStore } from './files/store.provider.js';
export { type BoundedStore, type DiskStore, FILE_KINDS, ObjectStore, VIEWABLE_TYPES } from './files/index.js';
export { StoredFile } from './files/stored-file.entity.js';
export { Job, type JobEffect, JobObject, JobResult, type JobRow, type JobRun, JobRunner, JobsService, RunsJob } from './jobs/index.js';
export { Metrics, type QueueLength } from './health/metrics.js';
export { PoolWatch } from './health/pool-watch.js';
export { Readiness, type ReadinessReport } from './health/readiness.js';
export { assertMigrated, migrationFiles } from './database/migration-files.js';
export { migrate } from './database/migrations.js';
export { type HttpLimits } from './http-limits.js';
export { Live } from './live/live.js';
export { LiveChannel } from './live/live-channel.js';
export { Streams } from './live/streams.js';
export { logAt } from './log/json-log.js';
export { tellLastWords } from './log/last-words.js';
export { schemaSql } from './database/schema.js';
export { type Query, SidePool } from './database/side-pool.js';
export { projectFile } from './project-file.js';
export { openFile } from './opener/open-file.js';
export { type Act, UnitOfWork } from './database/unit-of-work.js';
export { Unrecorded } from './database/unrecorded.js';
export { PageArguments, PageInfoObject, connectionOf } from './graphql/connection.js';
export { type AgeOrder, AgeOrderField, type NameOrder, NameOrderField, byAge, byName, orderEnum } from './graphql/orders.js';
export { CountArguments, type CountBy, type Counted, CountedObject } from './graphql/counting.js';
export { ActorSource, type GraphqlContext, askedLocale, localeOf } from './graphql/context.js';
export { speakAsAsked } from './graphql/spoken.js';
export { graphqlModule } from './graphql/graphql.module.js';
export { shapePipe } from './graphql/input.pipe.js';
export { holds, holdsFolded, holdsLong, holdsPlain, vietnamese } from './database/for-people.js';
export { Lines, Secret, textKindOf } from './graphql/typed-text.js';
export { DecimalScalar, DongScalar, LocalDateScalar } from './graphql/scalars.js';
export { Allow, BeforeSecondFactor, CurrentActor, Public } from './guard/allow.js';
export { OfferedActs } from './guard/offered-acts.js';
export { MutationInput } from './mutation/mutation-input.js';
export { MutationKeys, Rereads } from './mutation/mutation-keys.js';
export { Turns } from './opener/turns.js';
export { PlatformSweep } from './outbox/platform.sweep.js';
export { MutationKey, OutboxDelivery, OutboxEvent } from './outbox/outbox.entities.js';
export { type Library, PlatformModule } from './platform.module.js';
export { HttpAnswers, codeOfStatus } from './refusals/http-answers.js';
export { Refusable, RefusableInSteps, orRefusal } from './refusals/refusable.js';
export { RefusalObject } from './refusals/refusal.types.js';
export { UnitNameObject } from './graphql/unit-name.types.js';
export { type Sentences } from './graphql/described.js';
export { type Reason, WhyNotField } from './graphql/why-not.js';
export { Refusals } from './refusals/refusals.js';
export { type Delivered, Every, Handlers, OnEvent } from './worker/handlers.js';
export { inThread } from './worker/thread.js';
export { describeError } from './worker/describe-error.js';
export { Pieces } from './worker/pieces.js';
export { ScheduleFault, ScheduleLease } from './worker/schedule.entities.js';
export { Worker } from './worker/worker.js';
