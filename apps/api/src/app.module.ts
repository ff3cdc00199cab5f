import { type DynamicModule, Module } from '@nestjs/common';
import { type Clock } from '#lib/kernel';
import { type Config, PlatformModule, graphqlModule } from '#lib/platform';
import { HealthController } from './health.controller.js';
import { entities, libraries } from './libraries.js';
import { sentences } from './sentences/index.js';

/** The application: the platform and the contexts on it. Holds no rule. */
@Module({})
export class AppModule {
  static assemble(config: Config, clock?: Clock): DynamicModule {
    const refusals = libraries.map((library) => library.refusals);
    const audited = libraries.flatMap((library) => library.audited ?? []);
    const personal = libraries.flatMap((library) => library.personal ?? []);
    return {
      module: AppModule,
      controllers: [HealthController],
      imports: [
        PlatformModule.forRoot({ config, entities, refusals, audited, personal, clock }),
        ...libraries.map((library) => library.module),
        graphqlModule(sentences), // after all that the libraries register by name
      ],
    };
  }
}
