/** JSON pointer (RFC 6901) of a child: `childPointer('/steps', 'a/b')` is `/steps/a~1b`. */
export function childPointer(parent: string, ...names: readonly (string | number)[]): string {
  return names.reduce<string>(
    (pointer, name) => `${pointer}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`,
    parent,
  );
}

/** The names along a JSON pointer. */
export function pointerNames(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Pointer of the value that contains this one; the root contains itself. */
export function parentPointer(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}

const kinds: { readonly [section: string]: string } = {
  steps: 'step',
  tables: 'table',
  figures: 'figure',
  data: 'data set',
  encoders: 'encoder',
  params: 'parameter',
};

/** Says a pointer in words: `/steps/train/with/lora` is `with.lora of step "train"`. */
export function describePlace(pointer: string): string {
  const [section, name, ...rest] = pointerNames(pointer);
  if (section === undefined) return 'the file';
  const kind = kinds[section];
  if (kind === undefined || name === undefined) return `"${dotted(pointerNames(pointer))}"`;
  const owner = `${kind} "${name}"`;
  return rest.length === 0 ? owner : `"${dotted(rest)}" of ${owner}`;
}

function dotted(names: readonly string[]): string {
  return names
    .map((name) => (/^\d+$/.test(name) ? `[${name}]` : `.${name}`))
    .join('')
    .replace(/^\./, '');
}
