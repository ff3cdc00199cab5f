import { Worker, readConfig } from '#lib/platform';
import { createServer } from './server.js';

const config = readConfig();
const app = await createServer(config);
await app.listen(config.port, config.host);
if (config.runsWorker) app.get(Worker).start();
