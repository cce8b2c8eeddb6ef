/** Processor time of this process: what a test against runaway patterns measures, for the clock also runs for others. */

/** Starts counting; answers the milliseconds of processor time since. */
export function startRekentijd(): () => number {
  const begin = process.cpuUsage();
  return () => {
    const { user } = process.cpuUsage(begin);
    return user / 1000;
  };
}
