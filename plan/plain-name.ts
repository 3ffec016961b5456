/** A name, of a task say, without what some file system or shell gives a meaning. */
export function plainName(name: string): string {
  return name.replace(/[^A-Za-z0-9=,.-]/g, '_');
}
