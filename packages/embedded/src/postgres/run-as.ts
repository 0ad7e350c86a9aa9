import { spawnSync } from 'node:child_process';
import os from 'node:os';

/** The uid that owns nothing of value on any system. */
export const NOBODY = 65534;
const NAMESPACE = ['-U', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];

/** What decides how PostgreSQL may run: it refuses uid 0 and wants a user with a name. */
export interface Host {
  uid: number;
  /** The uid has an entry in the passwd file. */
  named: boolean;
  /** Asked only where it matters, since the answer costs a process. */
  userNamespaces: () => boolean;
}

/** One way of running PostgreSQL's programs. */
export interface RunAs {
  how: 'direct' | 'user namespace' | 'uid 65534';
  /** Owner of the data files, as seen from this process. */
  owner: number;
  identity: { uid?: number; gid?: number };
  /** The program to start and its arguments. */
  command: (program: string, args: string[]) => [string, string[]];
}

/** Looks at the user this process runs as. */
export function inspectHost(): Host {
  return {
    uid: process.getuid?.() ?? 0,
    named: hasName(),
    userNamespaces: () => spawnSync('unshare', [...NAMESPACE, 'true']).status === 0,
  };
}

function hasName(): boolean {
  try {
    os.userInfo();
    return true;
  } catch {
    return false;
  }
}

/** Chooses how to run PostgreSQL on a host. @throws a sentence when there is no way. */
export function chooseRunAs(host: Host): RunAs {
  const root = host.uid === 0;
  if (!root && host.named) return { how: 'direct', owner: host.uid, identity: {}, command: asIs };
  if (host.userNamespaces()) {
    return { how: 'user namespace', owner: host.uid, identity: {}, command: inNamespace };
  }
  if (root) return { how: 'uid 65534', owner: NOBODY, identity: { uid: NOBODY, gid: NOBODY }, command: asIs };
  throw new Error(
    `The embedded queue cannot run as uid ${host.uid}, which has no user name here, and user namespaces are off: ` +
      'set REDIS_URL to a Redis server, or run the service as a named user.',
  );
}

function asIs(program: string, args: string[]): [string, string[]] {
  return [program, args];
}

/** Replaces itself by the program, so the process id is the program's. */
function inNamespace(program: string, args: string[]): [string, string[]] {
  return ['unshare', [...NAMESPACE, program, ...args]];
}

/** Runs a program to its end in a given way; true when it succeeded. */
export function succeeds(runAs: RunAs, program: string, args: string[]): boolean {
  const [command, all] = runAs.command(program, args);
  return spawnSync(command, all, { ...runAs.identity, cwd: '/' }).status === 0;
}
