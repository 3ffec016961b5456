import { userInfo } from 'node:os';
import { killAll } from '../rig/processes.ts';
import { call } from './commands.ts';

/**
 * A machine of the lab: a network namespace with an address and a loopback interface of its own. It shares the disk, the
 * cores and the clock with the others.
 */
export interface Machine {
  readonly name: string;
  readonly address: string;
  /** In front of a command: runs it there. */
  readonly enter: readonly string[];
  /** Processes there. */
  pids(): Promise<readonly number[]>;
  /** Pulls the network cable. */
  cut(): Promise<void>;
  plugIn(): Promise<void>;
  /** Ends every process there at once, as a power cut does. */
  kill(): Promise<void>;
}

export interface Network extends AsyncDisposable {
  readonly machines: ReadonlyMap<string, Machine>;
}

/** Why there can be no namespaces here; undefined when there can. */
export async function whyNoNetwork(): Promise<string | undefined> {
  if (userInfo().uid !== 0) return 'network namespaces need root';
  const name = `lac${process.pid}try`;
  try {
    await call(['ip', 'netns', 'add', name]);
    await call(['ip', 'netns', 'del', name]);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Namespaces on one bridge, which the host is on as well. Nothing of them can be reached from another machine. */
export async function makeNetwork(names: readonly string[]): Promise<Network> {
  const bridge = `lac${process.pid}`;
  const subnet = await freeSubnet();
  const undo: string[][] = [];
  const dispose = async () => {
    for (const command of undo.reverse()) await call(command).catch(() => undefined);
  };
  try {
    await call(['ip', 'link', 'add', bridge, 'type', 'bridge']);
    undo.push(['ip', 'link', 'del', bridge]);
    await call(['ip', 'addr', 'add', `${subnet}.1/24`, 'dev', bridge]);
    await call(['ip', 'link', 'set', bridge, 'up']);
    const machines = new Map<string, Machine>();
    for (const [index, name] of names.entries()) {
      const space = `${bridge}-${name}`;
      await call(['ip', 'netns', 'add', space]);
      undo.push(['ip', 'netns', 'del', space]);
      const machine = { name, space, cable: `${bridge}v${index}`, address: `${subnet}.${index + 2}` };
      await connect(machine, bridge);
      // Goes with its namespace, but only after a while, and the name may be wanted before.
      undo.push(['ip', 'link', 'del', machine.cable]);
      machines.set(name, machineOf(machine));
    }
    return { machines, [Symbol.asyncDispose]: dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

interface Wiring {
  readonly name: string;
  readonly space: string;
  /** The end on the bridge; the other one is `eth0` of the machine. */
  readonly cable: string;
  readonly address: string;
}

async function connect({ space, cable, address }: Wiring, bridge: string): Promise<void> {
  const enter = ['ip', 'netns', 'exec', space];
  await call(['ip', 'link', 'add', cable, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', space]);
  await call(['ip', 'link', 'set', cable, 'master', bridge, 'up']);
  await call([...enter, 'ip', 'addr', 'add', `${address}/24`, 'dev', 'eth0']);
  for (const device of ['lo', 'eth0']) await call([...enter, 'ip', 'link', 'set', device, 'up']);
}

function machineOf({ name, space, cable, address }: Wiring): Machine {
  const pids = async () => {
    const words = (await call(['ip', 'netns', 'pids', space])).split(/\s+/);
    return words.filter((word) => word !== '').map(Number);
  };
  return {
    pids,
    name,
    address,
    enter: ['ip', 'netns', 'exec', space],
    cut: async () => void (await call(['ip', 'link', 'set', cable, 'down'])),
    plugIn: async () => void (await call(['ip', 'link', 'set', cable, 'up'])),
    kill: async () => killAll((await pids()).map((pid) => ({ pid, command: '' }))),
  };
}

/** Three numbers of a private network that no interface here is in. */
async function freeSubnet(): Promise<string> {
  const taken = await call(['ip', '-4', 'addr', 'show']);
  for (let third = 64 + (process.pid % 128), tries = 0; tries < 192; third = (third + 1) % 256, tries += 1) {
    if (!taken.includes(` 10.199.${third}.`)) return `10.199.${third}`;
  }
  throw new Error('every network 10.199.* is in use on this machine');
}
