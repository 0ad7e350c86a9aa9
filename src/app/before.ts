/** Waits for some work until a deadline (machine time, ms since the epoch). @throws Error when it passes first. */
export async function before<T>(deadline: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const giveUp = () => reject(new Error('MongoDB did not answer in time'));
    timer = setTimeout(giveUp, Math.max(0, deadline - Date.now()));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
