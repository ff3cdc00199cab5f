import { setTimeout as pause } from 'node:timers/promises';
import { MikroORM } from '@mikro-orm/core';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';

/** What still hangs in the database then ends with the process. */
const WAIT_MS = 3000;

/** Gives the connections back when the application stops. */
@Injectable()
export class OrmCloser implements OnApplicationShutdown {
  constructor(private readonly orm: MikroORM) {}

  async onApplicationShutdown(): Promise<void> {
    await Promise.race([this.orm.close(), pause(WAIT_MS, undefined, { ref: false })]);
  }
}
