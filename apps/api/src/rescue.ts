import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { type RescueOrder, RescueService } from '#lib/identity';
import { Refused } from '#lib/kernel';
import { LONG_WAITS, readConfig } from '#lib/platform';
import { AppModule } from './app.module.js';
import { libraries } from './libraries.js';
import { program } from './program.js';

const ROLES: Readonly<Record<string, RescueOrder['role']>> = { leader: 'LEADER', administrator: 'ADMIN' };

/*
 * `npm run rescue -- leader|administrator --email <address> --number <of the decision> --date <YYYY-MM-DD> --reason <why>`:
 * for the operator of the machine, where nobody is left who could confirm a role. It is logged, and administrators and leaders are told.
 */
await program(
  async () => {
    const text = { type: 'string' } as const;
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { email: text, number: text, date: text, reason: text } });
    const { email, number, date, reason } = values;
    const role = ROLES[positionals[0] ?? ''];
    if (!role || positionals.length > 1 || !email || !number || !reason || !/^\d{4}-\d\d-\d\d$/.test(date ?? ''))
      throw new Refused('RESCUE_UNSAID');
    const config = { ...readConfig(), waits: LONG_WAITS };
    const app = await NestFactory.createApplicationContext(AppModule.assemble(config), { logger: false, abortOnError: false });
    try {
      const { id } = await app
        .get(RescueService, { strict: false })
        .rescue({ role, email, decision: { number, decidedOn: date ?? '' }, reason });
      process.stdout.write(`${positionals[0] ?? ''}: ${email}, ${id}. Logged and told. / Đã ghi nhật ký và thông báo.\n`);
    } finally {
      await app.close();
    }
  },
  libraries.map(({ refusals }) => refusals),
);
