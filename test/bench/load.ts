import { Agent, request } from 'node:http';

/** One sealed request, made before the clock runs. */
export interface Shot {
  path: string;
  body: string;
}

/** How a server took a volley. */
export interface Volley {
  perSecond: number;
  /** Time to acknowledge of each request, ms. */
  times: number[];
}

/** Fires all shots at a server, so many at once, over connections that stay. @throws when one is not answered with 200. */
export async function fire(base: string, shots: readonly Shot[], concurrency: number): Promise<Volley> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const times: number[] = [];
  let next = 0;
  const gun = async () => {
    for (let shot = shots[next++]; shot; shot = shots[next++]) {
      const since = performance.now();
      await post(new URL(shot.path, base), shot.body, agent);
      times.push(performance.now() - since);
    }
  };
  const since = performance.now();
  await Promise.all(Array.from({ length: concurrency }, gun));
  const seconds = (performance.now() - since) / 1000;
  agent.destroy();
  return { perSecond: shots.length / seconds, times };
}

function post(url: URL, body: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
    const call = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      answer.once('end', () => {
        if (answer.statusCode === 200) resolve();
        else reject(new Error(`${url.pathname} answered ${answer.statusCode}`));
      });
    });
    call.once('error', reject);
    call.end(body);
  });
}
