/*
 * Loaded before a program (NODE_OPTIONS) whose clock is to jump: adds to the time of day the number of ms that the file
 * CRASH_CLOCK holds, in the process whose program is named CRASH_CLOCK_OF. The monotonic clock goes on as it did, as
 * when an administrator sets the clock of a machine.
 */
import { readFileSync } from 'node:fs';

const { CRASH_CLOCK: file, CRASH_CLOCK_OF: program } = process.env;
if (file !== undefined && program !== undefined && process.argv[1]?.includes(program)) shiftClock(file);

/** @param {string} file */
function shiftClock(file) {
  const RealDate = Date;
  const lookEveryMs = 20;
  let [offset, lookedAt] = [0, Number.NEGATIVE_INFINITY];
  const now = () => {
    if (performance.now() - lookedAt > lookEveryMs) {
      lookedAt = performance.now();
      offset = Number(readFileSync(file, 'utf8'));
    }
    return RealDate.now() + offset;
  };
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, values, made) =>
      Reflect.construct(target, values.length === 0 ? [now()] : values, made),
    apply: (target) => new target(now()).toString(),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
}
