/*
 * `node setup/test-servers.mjs`: builds the S3 servers that the tests of stores in a bucket run against. Never fails:
 * where Go is not there, or cannot build them, those tests say so and are skipped.
 */
import { statSync } from 'node:fs';
import { megabytes } from './bytes.mjs';
import { cacheRoot } from './cache-root.mjs';
import { buildGoTool, findGoTool, hasGo } from './go-tools.mjs';
import { goPins } from './pins.mjs';
import { endCommands } from './run-command.mjs';
import { StepLog } from './step-log.mjs';
import { sweepWorkFolders } from './work-folder.mjs';

process.on('exit', endCommands);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => process.exit(1));

/** MinIO takes twice as long to build and is of another licence: only who asks for it gets it. */
const wanted = goPins.filter(
  ({ name }) =>
    name === 'versitygw' ||
    (name === 'minio' && ['1', 'true'].includes(process.env['LACUNA_WITH_MINIO'] ?? '')),
);
const missing = wanted.filter((pin) => findGoTool(pin) === undefined);

if (missing.length > 0 && !(await hasGo()))
  console.error('No Go on PATH: the tests that need an S3 server will be skipped.');
else if (missing.length > 0) await buildAll();

async function buildAll() {
  const cache = cacheRoot();
  sweepWorkFolders(cache);
  const log = new StepLog('Building S3 servers for the tests', `they go to ${cache}`);
  for (const pin of missing) {
    await log.step(pin.name, `go install, ${pin.version}, about ${pin.seconds} s`, async () => {
      try {
        const path = await buildGoTool(pin, { cache, onWait: log.waiting(pin.name) });
        return megabytes(statSync(path).size);
      } catch (error) {
        return `not built, its tests will be skipped. ${error instanceof Error ? error.message : error}`;
      }
    });
  }
}
