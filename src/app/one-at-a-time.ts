/** Pause between two rings for the same thing: under load one ring stands for all that came meanwhile. */
const GAP_MS = 10;

/**
 * Folds calls for the same key: while one is on its way, any number of further ones become a single call after it.
 * So whatever was written before a call is followed by a whole call, and none is missed.
 */
export function oneAtATime<K>(act: (key: K) => Promise<unknown>): (key: K) => void {
  const onTheWay = new Map<K, { again: boolean }>();
  const begin = (key: K): void => {
    const state = { again: false };
    onTheWay.set(key, state);
    const end = () => {
      onTheWay.delete(key);
      if (state.again) begin(key);
    };
    const pause = () => void setTimeout(end, GAP_MS).unref();
    act(key).then(pause, pause);
  };
  return (key) => {
    const state = onTheWay.get(key);
    if (state) state.again = true;
    else begin(key);
  };
}
