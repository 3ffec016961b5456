import { execFileSync } from 'node:child_process';

/** Machines of a small network, each in a network namespace of its own; none reaches another machine but these. */
export interface Network<Machine extends string> extends Disposable {
  readonly namespaceOf: (machine: Machine) => string;
  readonly addressOf: (machine: Machine) => string;
  /** Takes the machine's link down: packets are lost, connections hear nothing. */
  readonly cut: (machine: Machine) => void;
  readonly mend: (machine: Machine) => void;
}

/** Makes the network: a switch in a namespace, and a cable to each machine. `name` is at most 8 letters, its own. */
export function makeNetwork<Machine extends string>(
  name: string,
  machines: readonly Machine[],
): Network<Machine> {
  const hub = `${name}-hub`;
  const namespaceOf = (machine: Machine) => `${name}-${machine}`;
  const addressOf = (machine: Machine) => `10.77.0.${machines.indexOf(machine) + 2}`;
  const portOf = (machine: Machine) => `port${machines.indexOf(machine)}`;
  ip('netns', 'add', hub);
  ip('-n', hub, 'link', 'add', 'switch', 'type', 'bridge');
  ip('-n', hub, 'link', 'set', 'switch', 'up');
  for (const machine of machines) {
    const namespace = namespaceOf(machine);
    ip('netns', 'add', namespace);
    ip(
      '-n',
      hub,
      'link',
      'add',
      portOf(machine),
      'type',
      'veth',
      'peer',
      'name',
      'cable',
      'netns',
      namespace,
    );
    ip('-n', hub, 'link', 'set', portOf(machine), 'master', 'switch', 'up');
    ip('-n', namespace, 'address', 'add', `${addressOf(machine)}/24`, 'dev', 'cable');
    ip('-n', namespace, 'link', 'set', 'cable', 'up');
    ip('-n', namespace, 'link', 'set', 'lo', 'up');
  }
  return {
    namespaceOf,
    addressOf,
    cut: (machine) => ip('-n', hub, 'link', 'set', portOf(machine), 'down'),
    mend: (machine) => ip('-n', hub, 'link', 'set', portOf(machine), 'up'),
    [Symbol.dispose]: () => {
      for (const namespace of [...machines.map(namespaceOf), hub]) ip('netns', 'delete', namespace);
    },
  };
}

function ip(...args: readonly string[]): void {
  execFileSync('ip', args, { stdio: ['ignore', 'ignore', 'pipe'] });
}

/** Whether this process may make file systems and networks; the reason when it may not. */
export function lackOfRights(): string | undefined {
  try {
    execFileSync('unshare', ['--net', '--mount', 'true'], { stdio: 'ignore' });
    execFileSync('ip', ['-V'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'it takes root, `unshare` and `ip` to make small disks and networks';
  }
}
