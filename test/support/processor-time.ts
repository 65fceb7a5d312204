/** Seconds of processor time that the work takes: what else the machine does counts little. */
export function processorSeconds(work: () => unknown): number {
  const started = process.cpuUsage()
  work()
  return process.cpuUsage(started).user / 1e6
}
