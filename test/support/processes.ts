import { readdirSync, readFileSync } from 'node:fs';

/** A process as the kernel shows it under /proc; there is none to see on other systems. */
export interface SeenProcess {
  pid: number;
  parent: number;
  group: number;
  command: string;
}

/** The processes that live now; one that has ended and only waits to be noticed by its parent is none. */
export function livingProcesses(): SeenProcess[] {
  return pids().flatMap((pid) => {
    const stat = read(`/proc/${pid}/stat`);
    // The name stands in brackets and may hold anything; state, parent and group follow it.
    const [state, parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (stat === '' || state === 'Z') return [];
    const command = read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
    return [{ pid, parent: Number(parent), group: Number(group), command }];
  });
}

function pids(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** Empty for a process that has gone meanwhile. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
