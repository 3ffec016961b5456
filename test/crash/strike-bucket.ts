import { setTimeout as wait } from 'node:timers/promises';
import { type Bucket, endServer } from './bucket.ts';
import type { Cell } from './cells.ts';
import { signal } from './processes.ts';
import type { Program } from './programs.ts';
import type { Stage } from './stage.ts';
import { filesBelow } from './store-files.ts';
import { newest, tearFile } from './tear.ts';
import { fillForAWhile, hourMs, longMs, shortMs } from './while.ts';

/** The S3 server of a cell, and what comes after the fault: the held process goes on, or the command starts. */
interface BucketScene {
  readonly cell: Cell;
  readonly stage: Stage;
  readonly bucket: Bucket;
  readonly goOn: () => Program;
}

/** Does the fault to the S3 server, lets the run go on, and brings the server back. */
export async function strikeBucket({ cell, stage, bucket, goOn }: BucketScene): Promise<Program> {
  switch (cell.fault) {
    case 'SIGKILL':
    case 'SIGTERM':
    case 'torn write': {
      await endServer(bucket.pid(), cell.fault === 'SIGTERM' ? 'SIGTERM' : 'SIGKILL');
      if (cell.fault === 'torn write') tearFile(newest(filesBelow(bucket.store)));
      const command = goOn();
      await wait(shortMs);
      await bucket.start();
      return command;
    }
    case 'SIGSTOP, then SIGCONT': {
      signal(bucket.pid(), 'SIGSTOP');
      const command = goOn();
      await wait(cell.moment === 'mid-step' ? longMs : shortMs);
      signal(bucket.pid(), 'SIGCONT');
      return command;
    }
    case 'disk full':
      return fillForAWhile(cell, stage, goOn);
    case 'network cut': {
      stage.network?.cut('s3');
      const command = goOn();
      await wait(shortMs);
      stage.network?.mend('s3');
      return command;
    }
    case 'clock jump':
      return jumpForAWhile(stage, goOn);
  }
}

/** To the server, whose clock is right, it is the same as if its own had jumped. */
async function jumpForAWhile(stage: Stage, goOn: () => Program): Promise<Program> {
  stage.setClock(hourMs);
  const command = goOn();
  await wait(shortMs);
  stage.setClock(0);
  return command;
}
