/*
 * Pieces of stack code for `assemble`, each some lines of it.
 */

/** The local `target` becomes what an instruction makes of other locals. */
export function set(target: string, instruction: string, ...operands: readonly string[]): string {
  return [...operands.map((name) => `local.get ${name}`), instruction, `local.set ${target}`].join('\n');
}

/** Moves an address on by a number of bytes, or by as many as a local says. */
export function advance(address: string, step: number | string): string {
  const bytes = typeof step === 'number' ? `i32.const ${step}` : `local.get ${step}`;
  return `local.get ${address}\n${bytes}\ni32.add\nlocal.set ${address}`;
}

/** The last lines of a loop that goes round again while an address lies before another. */
export function untilAt(address: string, end: string): string {
  return `local.get ${address}\nlocal.get ${end}\ni32.lt_u\nbr_if 0`;
}
