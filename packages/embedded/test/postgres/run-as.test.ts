import { describe, expect, it, vi } from 'vitest';
import { chooseRunAs, type Host } from '../../src/postgres/run-as.ts';

const host = (given: Partial<Host>): Host => ({ uid: 1000, named: true, userNamespaces: () => false, ...given });

describe('chooseRunAs', () => {
  it('runs the program itself for a named user, without asking for user namespaces', () => {
    const userNamespaces = vi.fn(() => true);
    const way = chooseRunAs(host({ userNamespaces }));
    expect(userNamespaces).not.toHaveBeenCalled();
    expect(way.how).toBe('direct');
    expect(way.command('/bin/postgres', ['-D', 'x'])).toEqual(['/bin/postgres', ['-D', 'x']]);
  });

  it.each([
    { title: 'root', given: { uid: 0 } },
    { title: 'a uid without a name', given: { uid: 4321, named: false } },
  ])('gives $title another uid in a user namespace where those are allowed', ({ given }) => {
    const way = chooseRunAs(host({ ...given, userNamespaces: () => true }));
    expect(way).toMatchObject({ how: 'user namespace', owner: given.uid, identity: {} });
    expect(way.command('/bin/postgres', ['-V'])[1]).toContain('--map-user=65534');
  });

  it('becomes uid 65534 for root without user namespaces', () => {
    const way = chooseRunAs(host({ uid: 0 }));
    expect(way).toMatchObject({ how: 'uid 65534', owner: 65534, identity: { uid: 65534, gid: 65534 } });
  });

  it('says what to do where there is no way', () => {
    expect(() => chooseRunAs(host({ uid: 4321, named: false }))).toThrow(/uid 4321,.*set REDIS_URL.*named user/);
  });
});
