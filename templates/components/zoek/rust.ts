/** Lets others go first for a moment: what was typed, what is to be painted, messages that came in meanwhile. */

/** Answers a function that does so. By messages, for timers that follow each other closely are held up 4 ms each. */
export function openRust(): () => Promise<void> {
  const wachtend: (() => void)[] = [];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => wachtend.shift()?.();
  return () =>
    new Promise((resolve) => {
      wachtend.push(resolve);
      port2.postMessage(undefined);
    });
}
