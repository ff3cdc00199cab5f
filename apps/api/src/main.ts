import { Metrics, PoolWatch, Worker, assertMigrated, readConfig, tellLastWords } from '#lib/platform';
import { program } from './program.js';
import { createServer } from './server.js';

await program(async () => {
  const config = readConfig();
  tellLastWords(config.logLevel);
  await assertMigrated(config.databaseUrl);
  const app = await createServer(config);
  await app.listen(config.port, config.host);
  if (config.metrics) await app.get(Metrics).listen(config.metrics);
  app.get(PoolWatch).start();
  if (config.runsWorker) app.get(Worker).start();
});
