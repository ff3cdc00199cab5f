import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { FactorResetService } from '#lib/identity';
import { Refused, cleanText } from '#lib/kernel';
import { logAt, readConfig } from '#lib/platform';
import { AppModule } from './app.module.js';
import { libraries } from './libraries.js';
import { program } from './program.js';

/*
 * `npm run reset-factor -- <e-mail> --reason <why>`: by who keeps the machine, where no two people are left who could decide on a factor
 * that was lost. It is recorded, and the owner is told with all who decide on resets. It opens nothing: the owner has a link mailed to them.
 */
await program(
  async () => {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { reason: { type: 'string', default: '' } } });
    const [email, ...more] = positionals.map((text) => cleanText(text));
    const reason = cleanText(values.reason);
    if (email === undefined || more.length > 0 || reason === '') throw new Refused('FACTOR_RESET_UNSAID');
    const app = await NestFactory.createApplicationContext(AppModule.assemble(readConfig()), {
      logger: logAt('error'),
      abortOnError: false,
    });
    try {
      await app.get(FactorResetService, { strict: false }).resetAtTheMachine({ email, reason });
      process.stdout.write(`${email.toLowerCase()}: the second factor was taken off. / Đã gỡ xác thực hai bước.\n`);
    } finally {
      await app.close();
    }
  },
  libraries.map(({ refusals }) => refusals),
);
