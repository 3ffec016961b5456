import { type ParseArgsConfig, parseArgs } from 'node:util';
import { endCommands } from '../setup/run-command.mjs';

/** The command line cannot be followed. */
export class UsageError extends Error {}

/** Writes a line for whoever waits. */
export const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** The flags of the command line; one that is unknown or lacks its value is a `UsageError`. */
export function parseFlags<Flags extends NonNullable<ParseArgsConfig['options']>>(flags: Flags) {
  try {
    return parseArgs({ options: flags }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Runs a program: what it throws is said, with its usage if the command line was wrong; ^C ends what it started. */
export async function runProgram(usage: string, main: () => Promise<void>): Promise<void> {
  process.once('SIGINT', () => {
    endCommands();
    process.exit(130);
  });
  try {
    await main();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    if (error instanceof UsageError) say(`\n${usage}`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
