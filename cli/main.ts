#!/usr/bin/env node
import {
  buildApplication,
  buildCommand,
  buildRouteMap,
  type CommandContext,
  run,
  type StricliProcess,
} from '@stricli/core';
import { Failure } from '../diagnostics/failure.ts';
import { type Code, message } from '../diagnostics/message.ts';
import { type ExitStatus, exitCodes } from './exit-codes.ts';
import { openTerminal, type Terminal } from './terminal.ts';

/*
 * The command line. Each verb lives in a file of its own that is loaded only when it is called, so that
 * `lacuna validate` does not pay for Temporal's client.
 */
interface Context extends CommandContext {
  readonly process: StricliProcess;
  readonly terminal: Terminal;
}

/** What every verb is: options and a terminal in, an exit status out. */
type Verb<Options> = (options: Options, terminal: Terminal) => Promise<ExitStatus>;

/** Runs a verb and turns what it throws into one clear message; a stack trace only when LACUNA_DEBUG asks. */
async function perform<Options>(
  context: Context,
  load: () => Promise<Verb<Options>>,
  options: Options,
): Promise<void> {
  const { process, terminal } = context;
  try {
    const verb = await load();
    process.exitCode = await verb(options, terminal);
  } catch (error) {
    process.exitCode = reportError(error, terminal, process.env?.['LACUNA_DEBUG'] !== undefined);
  }
}

function reportError(error: unknown, terminal: Terminal, debug: boolean): ExitStatus {
  const { red } = terminal.colours;
  if (debug && error instanceof Error) terminal.talk(error.stack ?? error.message);
  if (error instanceof Failure) {
    terminal.talk(`${red(`error[${error.code}]`)} ${error.message}\nMore: lacuna explain ${error.code}`);
    return statusOf(error.code);
  }
  const what = error instanceof Error ? error.message : String(error);
  terminal.talk(
    `${red('error[LAC9001]')} ${message('LAC9001', { what })}\nSet LACUNA_DEBUG=1 to see where. More: lacuna explain LAC9001`,
  );
  return exitCodes.failed;
}

/** What a refusal means to a script: by the first digits of its code, see the catalogue. */
function statusOf(code: Code): ExitStatus {
  if (/^LAC(1913|1934|1935|6020|6022)$/.test(code)) return exitCodes.failed;
  if (/^LAC(5|6|1907|1908)/.test(code)) return exitCodes.unreachable;
  // 1: the command line or the file; 3: what the file names outside, before anything has run.
  return /^LAC[13]/.test(code) ? exitCodes.invalid : exitCodes.failed;
}

const file = { brief: 'Pipeline file', parse: String, placeholder: 'FILE' } as const;
const json = { kind: 'boolean', brief: 'Print JSON', default: false, withNegated: false } as const;
const set = {
  kind: 'parsed',
  parse: String,
  brief: 'Replace a param: NAME=VALUE',
  variadic: true,
  optional: true,
  placeholder: 'NAME=VALUE',
} as const;
const examples = (...lines: string[]) => `Examples:\n${lines.map((line) => `  lacuna ${line}`).join('\n')}`;

const validate = buildCommand<{ json: boolean; set?: readonly string[] }, [string], Context>({
  parameters: { flags: { json, set }, positional: { kind: 'tuple', parameters: [file] } },
  docs: {
    brief: 'Check a pipeline file; prints nothing when it is valid',
    fullDescription: `Reports every problem at once, each with its place, and exits 2.\n\n${examples('validate pipelines/emoji/quick.yaml', 'validate pipelines/emoji/quick.yaml --set epochs=2', 'validate broken.yaml --json')}`,
  },
  async func(flags, path) {
    await perform(this, async () => (await import('./validate.ts')).validate, { ...flags, file: path });
  },
});

const plan = buildCommand<{ json: boolean; resolved: boolean; set?: readonly string[] }, [string], Context>({
  parameters: {
    flags: {
      json,
      set,
      resolved: {
        kind: 'boolean',
        brief: 'Print every option with its value and where it comes from',
        default: false,
        withNegated: false,
      },
    },
    positional: { kind: 'tuple', parameters: [file] },
  },
  docs: {
    brief: 'Say what a run would do and why; runs nothing, contacts no server',
    fullDescription: examples(
      'plan pipelines/emoji/quick.yaml',
      'plan pipelines/emoji/quick.yaml --json',
      'plan pipelines/emoji/quick.yaml --resolved',
    ),
  },
  async func(flags, path) {
    await perform(this, async () => (await import('./plan.ts')).plan, { ...flags, file: path });
  },
});

const data = buildCommand<{ json: boolean; set?: readonly string[] }, [string], Context>({
  parameters: { flags: { json, set }, positional: { kind: 'tuple', parameters: [file] } },
  docs: {
    brief: 'Say what the data are, and draw some samples as encoders will see them',
    fullDescription: `Counts classes and what is missing, measures some samples, and writes a contact sheet (PNG) per preprocess task to the results folder.\n\n${examples('data pipelines/emoji/quick.yaml', 'data pipelines/emoji/quick.yaml --json')}`,
  },
  async func(flags, path) {
    await perform(this, async () => (await import('./data.ts')).data, { ...flags, file: path });
  },
});

const runCommand = buildCommand<
  {
    json: boolean;
    plan?: string;
    report: boolean;
    failFast: boolean;
    detach: boolean;
    runId?: string;
    set?: readonly string[];
  },
  [string],
  Context
>({
  parameters: {
    flags: {
      json: { ...json, brief: 'Print events as JSON lines' },
      set,
      plan: {
        kind: 'parsed',
        parse: String,
        brief: 'Run only if the plan still has this digest',
        optional: true,
        placeholder: 'DIGEST',
      },
      report: {
        kind: 'boolean',
        brief: 'Write the LaTeX document of all results as well',
        default: false,
        withNegated: false,
      },
      failFast: {
        kind: 'boolean',
        brief: 'End the run at the first failure; otherwise what does not depend on it goes on',
        default: false,
        withNegated: false,
      },
      detach: {
        kind: 'boolean',
        brief: 'Return when the run is under way; it goes on in the background',
        default: false,
        withNegated: false,
      },
      runId: { kind: 'parsed', parse: String, brief: 'Id of the record', optional: true, hidden: true },
    },
    positional: { kind: 'tuple', parameters: [file] },
  },
  docs: {
    brief: 'Run what is not done yet, then print the tables',
    fullDescription: `Finished tasks are reused; after a crash or ^C the same command goes on where it stopped.\n\n${examples('run pipelines/emoji/quick.yaml', 'run pipelines/emoji/quick.yaml --plan 7c1e', 'run pipelines/emoji/quick.yaml --detach')}`,
  },
  async func(flags, path) {
    await perform(this, async () => (await import('./run.ts')).run, { ...flags, file: path });
  },
});

const status = buildCommand<{ json: boolean }, [string?], Context>({
  parameters: {
    flags: { json },
    positional: {
      kind: 'tuple',
      parameters: [
        {
          brief: 'Run id or its beginning; all runs when left out',
          parse: String,
          optional: true,
          placeholder: 'RUN',
        },
      ],
    },
  },
  docs: {
    brief: 'List runs, or the tasks of one run',
    fullDescription: examples('status', 'status 4f2a', 'status --json'),
  },
  async func(flags, runId) {
    await perform(this, async () => (await import('./status.ts')).status, {
      ...flags,
      ...(runId !== undefined && { run: runId }),
    });
  },
});

const runId = { brief: 'Run id or its beginning', parse: String, placeholder: 'RUN' } as const;

/** A verb that takes a run and nothing else. */
function runVerb(
  load: () => Promise<Verb<{ run: string; json: boolean }>>,
  brief: string,
  ...lines: string[]
) {
  return buildCommand<{ json: boolean }, [string], Context>({
    parameters: { flags: { json }, positional: { kind: 'tuple', parameters: [runId] } },
    docs: { brief, fullDescription: examples(...lines) },
    async func(flags, run) {
      await perform(this, load, { ...flags, run });
    },
  });
}

const attach = runVerb(
  async () => (await import('./attach.ts')).attach,
  'Follow a run that is under way to its end; ^C leaves it alone',
  'attach 4f2a',
);
const pause = runVerb(
  async () => (await import('./pause.ts')).pause,
  'Start nothing new of a run; what is under way goes on',
  'pause 4f2a',
);
const resume = runVerb(
  async () => (await import('./resume.ts')).resume,
  'Let a paused run go on',
  'resume 4f2a',
);
const cancel = runVerb(
  async () => (await import('./cancel.ts')).cancel,
  'Stop a run; what is finished is kept',
  'cancel 4f2a',
);

const retry = buildCommand<{ json: boolean; failed: boolean }, [string, ...string[]], Context>({
  parameters: {
    flags: {
      json,
      failed: { kind: 'boolean', brief: 'All tasks that failed', default: false, withNegated: false },
    },
    positional: {
      kind: 'array',
      parameter: { brief: 'Run, then tasks or steps', parse: String, placeholder: 'RUN|TASK' },
      minimum: 1,
    },
  },
  docs: {
    brief: 'Try failed tasks of a run under way again, and what was skipped for them',
    customUsage: ['RUN TASK...', 'RUN --failed'],
    fullDescription: examples("retry 4f2a 'train[seed=1]'", 'retry 4f2a train', 'retry 4f2a --failed'),
  },
  async func(flags, run, ...tasks) {
    await perform(this, async () => (await import('./retry.ts')).retry, { ...flags, run, tasks });
  },
});

const priority = buildCommand<{ json: boolean }, [string, string, string], Context>({
  parameters: {
    flags: { json },
    positional: {
      kind: 'tuple',
      parameters: [
        runId,
        { brief: 'Task, or step for all of its tasks', parse: String, placeholder: 'TASK' },
        { brief: 'From 1 (first) to 5 (last); 3 is usual', parse: String, placeholder: 'N' },
      ],
    },
  },
  docs: {
    brief: 'Say which waiting tasks of a run go first',
    fullDescription: examples("priority 4f2a 'train[seed=1]' 1", 'priority 4f2a evaluate 5'),
  },
  async func(flags, run, task, value) {
    const options = { ...flags, run, task, priority: value };
    await perform(this, async () => (await import('./priority.ts')).priority, options);
  },
});

const logs = buildCommand<{ json: boolean; follow: boolean }, [string, string?], Context>({
  parameters: {
    flags: {
      json,
      follow: {
        kind: 'boolean',
        brief: 'Go on with what is written, until the run is over',
        default: false,
        withNegated: false,
      },
    },
    positional: {
      kind: 'tuple',
      parameters: [
        runId,
        { brief: 'Task or step; all when left out', parse: String, optional: true, placeholder: 'TASK' },
      ],
    },
  },
  docs: {
    brief: 'Print what the tasks of a run wrote on this machine',
    fullDescription: examples('logs 4f2a', "logs 4f2a 'train[seed=1]' --follow"),
  },
  async func(flags, run, task) {
    const options = { ...flags, run, ...(task !== undefined && { task }) };
    await perform(this, async () => (await import('./logs.ts')).logs, options);
  },
});

const formats = ['terminal', 'markdown', 'latex', 'csv', 'json', 'html'] as const;
const table = buildCommand<
  { format: (typeof formats)[number]; check: boolean; against?: string; set?: readonly string[] },
  [string, string?],
  Context
>({
  parameters: {
    flags: {
      set,
      format: { kind: 'enum', values: formats, brief: 'How to print', default: 'terminal' },
      check: {
        kind: 'boolean',
        brief: 'Compare with the files that were written before; exits 3 if a number differs',
        default: false,
        withNegated: false,
      },
      against: {
        kind: 'parsed',
        parse: String,
        brief: 'Folder of those files; the results folder when left out',
        optional: true,
        placeholder: 'DIR',
      },
    },
    positional: {
      kind: 'tuple',
      parameters: [
        file,
        { brief: 'Table; all when left out', parse: String, optional: true, placeholder: 'TABLE' },
      ],
    },
  },
  docs: {
    brief: 'Print the tables of a pipeline from what is finished, or check written ones',
    fullDescription: `Cells whose runs are not all finished say how many they show. Runs nothing.\n\n${examples(
      'table pipelines/emoji/quick.yaml',
      'table pipelines/emoji/quick.yaml robustness --format latex',
      'table pipelines/emoji/quick.yaml --check --against docs/results',
    )}`,
  },
  async func(flags, path, name) {
    await perform(this, async () => (await import('./table.ts')).table, {
      ...flags,
      file: path,
      ...(name !== undefined && { table: name }),
    });
  },
});

const why = buildCommand<
  { json: boolean; set?: readonly string[] },
  [string, string, string, string],
  Context
>({
  parameters: {
    flags: { json, set },
    positional: {
      kind: 'tuple',
      parameters: [
        file,
        { brief: 'Table', parse: String, placeholder: 'TABLE' },
        { brief: 'Name or label of the row', parse: String, placeholder: 'ROW' },
        { brief: 'Name or label of the column', parse: String, placeholder: 'COLUMN' },
      ],
    },
  },
  docs: {
    brief: 'Say where the number in a cell comes from, down to the digests of the data',
    fullDescription: examples(
      'why pipelines/emoji/quick.yaml robustness u2a only-text',
      'why pipelines/emoji/quick.yaml robustness u2a only-text --json',
    ),
  },
  async func(flags, path, name, row, column) {
    const options = { ...flags, file: path, table: name, row, column };
    await perform(this, async () => (await import('./why.ts')).why, options);
  },
});

const report = buildCommand<{ set?: readonly string[] }, [string], Context>({
  parameters: { flags: { set }, positional: { kind: 'tuple', parameters: [file] } },
  docs: {
    brief: 'Write a LaTeX document with all finished tables and figures, and its PDF where there is a TeX',
    fullDescription: examples('report pipelines/emoji/quick.yaml'),
  },
  async func(flags, path) {
    await perform(this, async () => (await import('./report.ts')).report, { ...flags, file: path });
  },
});

const forms = ['model', 'peft', 'merged'] as const;
const exportCommand = buildCommand<
  { to: string; as: (typeof forms)[number]; set?: readonly string[] },
  [string, string],
  Context
>({
  parameters: {
    flags: {
      set,
      to: { kind: 'parsed', parse: String, brief: 'New folder to write to', placeholder: 'DIR' },
      as: { kind: 'enum', values: forms, brief: 'Whole, adapters for PEFT, or merged', default: 'model' },
    },
    positional: {
      kind: 'tuple',
      parameters: [
        file,
        { brief: 'Training: a task, or a step of one task', parse: String, placeholder: 'TASK' },
      ],
    },
  },
  docs: {
    brief: 'Write a trained model to a folder, for use elsewhere',
    fullDescription: `model: its files and its encoders; peft: a PEFT folder per encoder; merged: a Hugging Face folder per encoder.\n\n${examples("export pipelines/emoji/quick.yaml 'train[method=u2a,seed=0]' --to emoji-u2a", "export pipelines/emoji/quick.yaml 'train[method=u2a,seed=0]' --as peft --to adapters")}`,
  },
  async func(flags, path, task) {
    await perform(this, async () => (await import('./export.ts')).exportTask, { ...flags, file: path, task });
  },
});

const doctor = buildCommand<{ json: boolean }, [], Context>({
  parameters: { flags: { json }, positional: { kind: 'tuple', parameters: [] } },
  docs: {
    brief: 'Say what is installed, from where, and whether it works',
    fullDescription: examples('doctor', 'doctor --json'),
  },
  async func(flags) {
    await perform(this, async () => (await import('./doctor.ts')).doctor, flags);
  },
});

const worker = buildCommand<{ queue: readonly string[]; gpus?: string }, [], Context>({
  parameters: {
    flags: {
      queue: {
        kind: 'parsed',
        parse: String,
        brief: 'Queue to work on',
        variadic: true,
        placeholder: 'QUEUE',
      },
      gpus: {
        kind: 'parsed',
        parse: String,
        brief: 'GPUs to work on, a process each; all of the machine when left out',
        optional: true,
        placeholder: '0,1',
      },
    },
    positional: { kind: 'tuple', parameters: [] },
  },
  docs: {
    brief: 'Work for a Temporal server that temporal.config.ts or TEMPORAL_ADDRESS names',
    fullDescription: examples(
      'worker --queue cpu',
      'worker --queue gpu --queue cpu',
      'worker --queue gpu --gpus 0,1',
    ),
  },
  async func(flags) {
    await perform(this, async () => (await import('./worker.ts')).worker, flags);
  },
});

const gc = buildCommand<
  { dryRun: boolean; json: boolean; keepRuns?: string; olderThan?: string; grace: string },
  [],
  Context
>({
  parameters: {
    flags: {
      json,
      dryRun: { kind: 'boolean', brief: 'Only say what would go', default: false, withNegated: false },
      keepRuns: {
        kind: 'parsed',
        parse: String,
        brief: 'Let all but the N newest runs of each pipeline go',
        optional: true,
        placeholder: 'N',
      },
      olderThan: {
        kind: 'parsed',
        parse: String,
        brief: 'Let runs older than this go; with --keep-runs, only those that both let go',
        optional: true,
        placeholder: '30d',
      },
      grace: {
        kind: 'parsed',
        parse: String,
        brief: 'Leave whatever is younger than this',
        default: '1h',
        placeholder: '1h',
      },
    },
    positional: { kind: 'tuple', parameters: [] },
  },
  docs: {
    brief: 'Say how large the store is, and remove what no kept run and no table needs',
    fullDescription: examples('gc --dry-run', 'gc --older-than 30d --keep-runs 3', 'gc --dry-run --json'),
  },
  async func(flags) {
    await perform(this, async () => (await import('./gc.ts')).gc, flags);
  },
});

const verify = buildCommand<{ json: boolean }, [], Context>({
  parameters: { flags: { json }, positional: { kind: 'tuple', parameters: [] } },
  docs: {
    brief: 'Read the whole store and set aside what is damaged; exits 3 when something was found',
    fullDescription: examples('verify', 'verify --json'),
  },
  async func(flags) {
    await perform(this, async () => (await import('./verify.ts')).verify, flags);
  },
});

const tag = buildCommand<{ json: boolean; remove?: string }, [string?, string?], Context>({
  parameters: {
    flags: {
      json,
      remove: {
        kind: 'parsed',
        parse: String,
        brief: 'Take this name away',
        optional: true,
        placeholder: 'NAME',
      },
    },
    positional: {
      kind: 'tuple',
      parameters: [
        { brief: 'Run id or its beginning', parse: String, optional: true, placeholder: 'RUN' },
        { brief: 'Name for the run', parse: String, optional: true, placeholder: 'NAME' },
      ],
    },
  },
  docs: {
    brief: 'Give a run a name, so that gc keeps it; or list the names',
    fullDescription: examples('tag 4f2a submitted', 'tag --remove submitted', 'tag'),
  },
  async func(flags, runId, name) {
    await perform(this, async () => (await import('./tag.ts')).tag, {
      ...flags,
      ...(runId !== undefined && { run: runId }),
      ...(name !== undefined && { name }),
    });
  },
});

const explain = buildCommand<Record<never, never>, [string], Context>({
  parameters: {
    positional: {
      kind: 'tuple',
      parameters: [{ brief: 'Code such as LAC1102', parse: String, placeholder: 'CODE' }],
    },
  },
  docs: { brief: 'Explain an error code', fullDescription: examples('explain LAC1102') },
  async func(_, code) {
    await perform(this, async () => (await import('./explain.ts')).explain, { code });
  },
});

const routes = buildRouteMap({
  routes: {
    validate,
    plan,
    data,
    run: runCommand,
    status,
    attach,
    logs,
    pause,
    resume,
    cancel,
    retry,
    priority,
    table,
    why,
    report,
    export: exportCommand,
    doctor,
    worker,
    gc,
    verify,
    tag,
    explain,
  },
  docs: {
    brief: "Declare an experiment on multimodal data with missing modalities; get the paper's tables",
    fullDescription: `Declare an experiment on multimodal data with missing modalities; get the paper's tables.\n\n${examples('validate pipelines/emoji/quick.yaml', 'plan pipelines/emoji/quick.yaml', 'run pipelines/emoji/quick.yaml', 'table pipelines/emoji/quick.yaml --format latex')}\n\nExit codes: 0 done, 1 the run failed, 2 usage or invalid pipeline, 3 a check differs,\n4 Temporal or the store cannot be reached, 130 interrupted.`,
  },
});

const app = buildApplication(routes, {
  name: 'lacuna',
  scanner: { caseStyle: 'allow-kebab-for-camel' },
});

const host: StricliProcess = { stdout: process.stdout, stderr: process.stderr, env: process.env };
await run(app, process.argv.slice(2), { process: host, terminal: openTerminal(process) });
const outcome = Number(host.exitCode ?? 0);
// The parser's own codes for bad usage are negative; ours for it is 2.
process.exitCode = outcome < 0 ? exitCodes.invalid : outcome;
