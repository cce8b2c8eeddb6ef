/** The longest task on the main thread of a page, from Chromium's own trace: what makes a page feel stuck. */
import type { BrowserContext, CDPSession, Page } from "playwright-core";

/** One task that nothing on the page could interrupt. Milliseconds. */
export interface Taak {
  /** From its begin to its end: on a machine with other work also the waiting for a processor. */
  readonly wand: number;
  /** Processor time of the thread in it. */
  readonly cpu: number;
}

export interface Hoofddraad {
  /** The longest task by wall time, and the one that took most of the processor, since the last time or since it was opened. */
  readonly take: () => Promise<Taak>;
}

const MERK = "kamervragen-meting";

/** Follows the main thread of this page; a page of the same browser is followed one at a time. */
export async function followHoofddraad(context: BrowserContext, page: Page): Promise<Hoofddraad> {
  const sessie = await context.newCDPSession(page);
  // The mark tells which of all processes of the browser is the page.
  await page.addInitScript(`performance.mark(${JSON.stringify(MERK)})`);
  let events: unknown[] = [];
  sessie.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  const start = () =>
    sessie.send("Tracing.start", {
      transferMode: "ReportEvents",
      traceConfig: { includedCategories: ["toplevel", "blink.user_timing"] },
    });
  await start();
  return {
    async take() {
      await page.evaluate(`performance.mark(${JSON.stringify(MERK)})`);
      await stop(sessie);
      const taak = findLongest(events);
      events = [];
      await start();
      return taak;
    },
  };
}

async function stop(sessie: CDPSession): Promise<void> {
  const klaar = new Promise<void>((resolve) => sessie.once("Tracing.tracingComplete", () => resolve()));
  await sessie.send("Tracing.end");
  await klaar;
}

/**
 * The longest task among trace events (`ph: "X"`, microseconds) of the thread that set the mark.
 * @throws Error when no thread did: then nothing was measured.
 */
export function findLongest(events: readonly unknown[]): Taak {
  const gelezen = events.filter(isTracevent);
  const merk = gelezen.findLast(({ name }) => name === MERK);
  if (!merk) throw new Error("the trace of the browser does not hold the page that was measured");
  const taken = gelezen.filter(
    ({ name, pid, tid, ph }) => ph === "X" && pid === merk.pid && tid === merk.tid && name.endsWith("RunTask"),
  );
  return {
    wand: Math.max(0, ...taken.map(({ dur = 0 }) => dur / 1000)),
    cpu: Math.max(0, ...taken.map(({ tdur = 0 }) => tdur / 1000)),
  };
}

interface Tracevent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
}

function isTracevent(value: unknown): value is Tracevent {
  return typeof value === "object" && value !== null && "name" in value && "ph" in value && "pid" in value;
}
