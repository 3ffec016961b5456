import { spawn } from 'node:child_process';

/** @typedef {{ code: number, stdout: string, stderr: string }} CommandResult */

/** Process groups that we started and that have not ended. @type {Set<number>} */
const running = new Set();

/**
 * Ends everything that is still running: for a set-up that is itself told to end.
 */
export function endCommands() {
  for (const pid of running) endGroup(pid);
}

/** @param {number} pid */
function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The group ended by itself in the meantime.
  }
}

/**
 * Runs a program to its end and returns what it printed; a program that cannot be started has code 127. Each
 * runs in a process group of its own, so that ending it takes its children along.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, input?: string, signal?: AbortSignal | undefined }} [options]
 * @returns {Promise<CommandResult>}
 */
export function runCommand(command, args, { cwd, env, input, signal } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { detached: true, ...(cwd && { cwd }), ...(env && { env }) });
    const { pid } = child;
    const abort = () => pid && endGroup(pid);
    /** @type {{ stdout: Buffer[], stderr: Buffer[] }} */
    const chunks = { stdout: [], stderr: [] };
    child.stdout.on('data', (chunk) => chunks.stdout.push(chunk));
    child.stderr.on('data', (chunk) => chunks.stderr.push(chunk));
    if (pid) running.add(pid);
    signal?.addEventListener('abort', abort);
    /** @param {number} code */
    const finish = (code, problem = '') => {
      if (pid) running.delete(pid);
      signal?.removeEventListener('abort', abort);
      if (signal?.aborted) reject(signal.reason);
      const stdout = Buffer.concat(chunks.stdout).toString();
      resolve({ code, stdout, stderr: Buffer.concat(chunks.stderr).toString() + problem });
    };
    child.on('error', (error) => finish(127, error.message));
    child.on('close', (code) => finish(code ?? 137));
    // A program that ends without reading its input is judged by its exit code.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    if (signal?.aborted) abort();
  });
}

/**
 * The last lines of what a program printed, indented, for a message.
 * @param {CommandResult} result
 * @param {number} [lines]
 */
export function lastLines({ stdout, stderr }, lines = 12) {
  const text = stderr.trim() === '' ? stdout : stderr;
  return text
    .trimEnd()
    .split('\n')
    .slice(-lines)
    .map((line) => `    ${line}`)
    .join('\n');
}

/**
 * Whether a program that failed said that the disk (or a limit on it) stopped it.
 * @param {CommandResult} result
 */
export function saysDiskFull({ stdout, stderr }) {
  return /ENOSPC|EDQUOT|EFBIG|\[?Errno (?:27|28|122)\b|No space left|File too large|quota exceeded/i.test(
    stdout + stderr,
  );
}
