import { type DynamicModule, Module } from '@nestjs/common';
import { type Config, PlatformModule } from '#lib/platform';
import { entities, libraries } from '../../api/src/libraries.js';

/** The same libraries without a transport. */
@Module({})
export class WorkerModule {
  static assemble(config: Config): DynamicModule {
    const refusals = libraries.map((library) => library.refusals);
    return {
      module: WorkerModule,
      imports: [PlatformModule.forRoot({ config, entities, refusals }), ...libraries.map((library) => library.module)],
    };
  }
}
