/** Reads every question in every carrier, each as a fresh page, and holds what is seen against the first carrier. */
import type { Lezer } from "./dragers.ts";
import { findVerschil, type Lezing, type Onderscheid } from "./uitkomst.ts";
import type { Pariteitvraag } from "./vragen.ts";

export interface Verschil {
  readonly vraag: Pariteitvraag;
  readonly drager: string;
  /** What is the first to differ; a message where there is no outcome at all. */
  readonly wat: Onderscheid | string;
}

export interface Vergelijking {
  /** Readings made in each carrier, that of the reference first. */
  readonly gelezen: ReadonlyMap<string, number>;
  readonly verschillen: readonly Verschil[];
  /** Readings that gave no outcome at first (a worker that did not start in time on a busy machine) and were made again. */
  readonly herlezen: readonly Verschil[];
  /** Questions to which the first carrier showed hits. */
  readonly metTreffers: number;
}

export interface VergelijkOptions {
  readonly vragen: readonly Pariteitvraag[];
  /** The first is what the others are held against; it reads every question. */
  readonly lezers: readonly [Lezer, ...Lezer[]];
  /** Which of the other readers read a question; all of them by default. */
  readonly isVoor?: (vraagindex: number, lezerindex: number) => boolean;
  readonly onLezing?: (gelezen: number, verschillen: number) => void;
}

type Gelezen = { readonly lezing: Lezing } | { readonly fout: string };

/** All readers at the same time, each at its own pace. */
export async function vergelijkLezers({
  vragen,
  lezers: [eerste, ...andere],
  isVoor = () => true,
  onLezing = () => {},
}: VergelijkOptions): Promise<Vergelijking> {
  const gelezen = new Map([eerste, ...andere].map(({ drager }) => [drager.naam, 0]));
  const verschillen: Verschil[] = [];
  const herlezen: Verschil[] = [];
  let totaal = 0;
  const tryLees = (lezer: Lezer, vraag: Pariteitvraag): Promise<Gelezen> =>
    lezer.lees(vraag).then(
      (lezing) => ({ lezing }),
      (error: unknown) => ({ fout: error instanceof Error ? error.message : String(error) }),
    );
  const lees = async (lezer: Lezer, vraag: Pariteitvraag): Promise<Gelezen> => {
    let uit = await tryLees(lezer, vraag);
    if ("fout" in uit) {
      herlezen.push({ vraag, drager: lezer.drager.naam, wat: uit.fout });
      uit = await tryLees(lezer, vraag);
    }
    gelezen.set(lezer.drager.naam, (gelezen.get(lezer.drager.naam) ?? 0) + 1);
    totaal += 1;
    onLezing(totaal, verschillen.length);
    return uit;
  };
  const note = ({ drager }: Lezer, vraag: Pariteitvraag, wat: Verschil["wat"] | undefined) => {
    if (wat !== undefined) verschillen.push({ vraag, drager: drager.naam, wat });
  };
  let metTreffers = 0;
  let vorige: Promise<unknown> = Promise.resolve();
  const maatstaven = vragen.map((vraag) => {
    const maatstaf = vorige.then(async () => {
      const maat = await lees(eerste, vraag);
      if (hasTreffers(maat)) metTreffers += 1;
      note(eerste, vraag, "fout" in maat ? maat.fout : undefined);
      return maat;
    });
    vorige = maatstaf;
    return maatstaf;
  });
  const leesAndere = async (lezer: Lezer, lezerindex: number) => {
    for (const [index, vraag] of vragen.entries()) {
      if (!isVoor(index, lezerindex)) continue;
      const uit = await lees(lezer, vraag);
      const maat = await maatstaven[index];
      if (maat) note(lezer, vraag, compare(maat, uit));
    }
  };
  await Promise.all([...maatstaven, ...andere.map(leesAndere)]);
  return { gelezen, verschillen, herlezen, metTreffers };
}

function compare(maat: Gelezen, uit: Gelezen): Verschil["wat"] | undefined {
  if ("fout" in uit) return uit.fout;
  // That the first gave nothing is a fault of the first, told there.
  return "fout" in maat ? undefined : findVerschil(maat.lezing.uitkomst, uit.lezing.uitkomst);
}

function hasTreffers(gelezen: Gelezen): boolean {
  if ("fout" in gelezen) return false;
  const { uitkomst } = gelezen.lezing;
  return typeof uitkomst === "object" && uitkomst !== null && "staat" in uitkomst && uitkomst.staat === "treffers";
}
