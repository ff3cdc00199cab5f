import { MikroORM } from '@mikro-orm/core';
import { EntityManager } from '@mikro-orm/postgresql';
import { type DynamicModule, Global, Module, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { Clock, Randomness, type RefusalBook, SystemClock, SystemRandomness } from '#lib/kernel';
import { AwaitingQueries, AwaitingResolver, LedQueries, LedResolver, MarkedMethods } from './awaiting/index.js';
import { AuditReads, type AuditedSubjects } from './audit/audit-reads.js';
import { CONFIG, type Config } from './config.js';
import { Cursors } from './database/cursors.js';
import { Database } from './database/database.js';
import { type Entities, openOrm } from './database/orm.js';
import { UnitOfWork } from './database/unit-of-work.js';
import { Unrecorded } from './database/unrecorded.js';
import { AnonymousCost } from './graphql/limits/anonymous-cost.js';
import { ClockResolver } from './graphql/clock.resolver.js';
import { DateTimeScalar } from './graphql/scalars.js';
import { AllowGuard } from './guard/allow.js';
import { OfferedActs } from './guard/offered-acts.js';
import {
  ExportFiles,
  ExportMaker,
  ExportOrders,
  ExportResolver,
  Exports,
  ExportsService,
  ExportsSweep,
  ListArguments,
} from './exports/index.js';
import { InputShapes } from './graphql/input-shapes.js';
import {
  ImportAwaiting,
  ImportExports,
  ImportFiles,
  ImportJobs,
  ImportOpener,
  ImportQueries,
  ImportResolver,
  ImportRunner,
  ImportStore,
  ImportTemplate,
  Imports,
  ImportsService,
  ImportsSweep,
} from './imports/index.js';
import { FileAccess } from './files/file-access.js';
import { FileLinks } from './files/file-links.js';
import { FileSweep } from './files/file-sweep.js';
import { FileQueries } from './files/file.queries.js';
import { FileResolver } from './files/file.resolver.js';
import { ContentReadings } from './files/content-readings.js';
import { FileViews } from './files/file-views.js';
import { NamelessCopies } from './files/nameless-copies.js';
import { ContentHolds } from './files/content-holds.js';
import { FilesService } from './files/files.service.js';
import { ObjectStore } from './files/object-store.js';
import { openStore } from './files/store.provider.js';
import { UploadQueries } from './files/upload.queries.js';
import { UploadResolver } from './files/upload.resolver.js';
import { UploadsService } from './files/uploads.service.js';
import { PLATFORM_PERSONAL, PersonalData, type PersonalPart } from './personal-data/index.js';
import { JobLeases, JobQueries, JobResolver, JobRunner, JobsService } from './jobs/index.js';
import { Metrics } from './health/metrics.js';
import { PoolWatch } from './health/pool-watch.js';
import { Readiness } from './health/readiness.js';
import { LiveChannel } from './live/live-channel.js';
import { MutationKeys } from './mutation/mutation-keys.js';
import { PlatformSweep } from './outbox/platform.sweep.js';
import { Refusals } from './refusals/refusals.js';
import { UnexpectedFilter } from './refusals/unexpected.filter.js';
import { OrmCloser } from './database/orm-closer.js';
import { Deliveries } from './outbox/deliveries.js';
import { Handlers } from './worker/handlers.js';
import { Pieces } from './worker/pieces.js';
import { ScheduleLeases } from './worker/schedule-leases.js';
import { Worker } from './worker/worker.js';

/** What an application assembles on top of the platform. */
export interface Assembly {
  readonly config: Config;
  readonly entities: Entities;
  readonly refusals: readonly RefusalBook[];
  readonly audited?: readonly AuditedSubjects[];
  readonly personal?: readonly PersonalPart[];
  readonly clock?: Clock;
}

@Global()
@Module({})
export class PlatformModule {
  static forRoot({ config, entities, refusals, audited = [], personal = [], clock = new SystemClock() }: Assembly): DynamicModule {
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Clock, useValue: clock },
        { provide: Randomness, useClass: SystemRandomness },
        { provide: AuditReads, useValue: new AuditReads(audited) },
        {
          provide: PersonalData,
          useFactory: (database: Database, now: Clock) => new PersonalData([PLATFORM_PERSONAL, ...personal], database, now),
          inject: [Database, Clock],
        },
        { provide: Refusals, useValue: new Refusals(refusals) },
        {
          provide: MikroORM,
          useFactory: () => openOrm(entities, { url: config.databaseUrl, poolSize: config.poolSize, waits: config.waits }),
        },
        { provide: EntityManager, inject: [MikroORM], useFactory: (orm: MikroORM) => orm.em },
        { provide: APP_GUARD, useClass: AllowGuard },
        { provide: APP_FILTER, useClass: UnexpectedFilter },
        { provide: ObjectStore, useFactory: () => openStore(config, clock) },
        FileAccess,
        FileLinks,
        FileQueries,
        FileSweep,
        FilesService,
        FileResolver,
        ContentHolds,
        ContentReadings,
        FileViews,
        NamelessCopies,
        UploadQueries,
        UploadResolver,
        UploadsService,
        Exports,
        ExportsService,
        ExportMaker,
        ExportOrders,
        ExportFiles,
        ExportResolver,
        ExportsSweep,
        ListArguments,
        InputShapes,
        Imports,
        ImportsService,
        ImportRunner,
        ImportStore,
        ImportJobs,
        ImportOpener,
        ImportAwaiting,
        ImportExports,
        ImportFiles,
        ImportQueries,
        ImportResolver,
        ImportTemplate,
        ImportsSweep,
        JobLeases,
        JobQueries,
        JobResolver,
        JobRunner,
        JobsService,
        OrmCloser,
        Metrics,
        PoolWatch,
        Readiness,
        PlatformSweep,
        Cursors,
        Database,
        UnitOfWork,
        OfferedActs,
        Unrecorded,
        MutationKeys,
        Handlers,
        Deliveries,
        Pieces,
        ScheduleLeases,
        Worker,
        DateTimeScalar,
        AnonymousCost,
        LiveChannel,
        MarkedMethods,
        AwaitingQueries,
        AwaitingResolver,
        LedQueries,
        LedResolver,
        ClockResolver,
      ],
      exports: [
        AwaitingQueries,
        AuditReads,
        PersonalData,
        AnonymousCost,
        CONFIG,
        ObjectStore,
        FileAccess,
        FileLinks,
        FileSweep,
        FileViews,
        FilesService,
        UploadsService,
        Exports,
        ExportsService,
        Imports,
        ImportsService,
        JobQueries,
        JobsService,
        LiveChannel,
        Clock,
        Randomness,
        Metrics,
        PoolWatch,
        Readiness,
        Refusals,
        MikroORM,
        EntityManager,
        Cursors,
        Database,
        UnitOfWork,
        OfferedActs,
        Unrecorded,
        MutationKeys,
        Handlers,
        Pieces,
        Worker,
      ],
    };
  }
}

/** A context as an application assembles it. */
export interface Library {
  readonly module: Type;
  readonly entities: Entities;
  readonly refusals: RefusalBook;
  /** How the entries of the log about its things are read. */
  readonly audited?: readonly AuditedSubjects[];
  /** What it keeps of people, for themselves. */
  readonly personal?: PersonalPart;
}
