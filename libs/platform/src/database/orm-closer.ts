import { MikroORM } from '@mikro-orm/core';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';

/** Gives the connections back when the application stops. */
@Injectable()
export class OrmCloser implements OnApplicationShutdown {
  constructor(private readonly orm: MikroORM) {}

  async onApplicationShutdown(): Promise<void> {
    await this.orm.close();
  }
}
