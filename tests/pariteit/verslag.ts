/** What the parity run prints, in Dutch. */
import type { Drager } from "./dragers.ts";
import type { Vergelijking, Verschil } from "./vergelijking.ts";

/** Differences told in full; of the rest only the number. */
const GETOOND = 20;

export interface Versies {
  readonly chromium?: string;
  readonly firefox?: string;
  readonly pagefind: string;
}

/** "1.250": as Dutch writes it. */
export function sayGetal(getal: number): string {
  return String(getal).replace(/\B(?=(?:\d{3})+$)/g, ".");
}

export function sayVersies({ chromium, firefox, pagefind }: Versies): string {
  return [
    ...(chromium ? [`Chromium ${chromium}`] : []),
    ...(firefox ? [`Firefox ${firefox}`] : []),
    `Pagefind ${pagefind}`,
  ].join(", ");
}

/** One difference, or a question that gave nothing. */
export function sayVerschil({ vraag, drager, wat }: Verschil): string {
  const kop = `Verschil bij «${vraag.tekst}» (${vraag.soort}, ${vraag.adres})\n  in ${drager}\n`;
  if (typeof wat === "string") return `${kop}  geen uitkomst: ${wat}\n`;
  return `${kop}  plaats:   ${wat.waar}\n  verwacht: ${wat.verwacht}\n  gevonden: ${wat.gevonden}\n`;
}

/** All differences and the closing table. */
export function formatVerslag(
  { gelezen, verschillen, herlezen, metTreffers }: Vergelijking,
  {
    dragers,
    vragen,
    kamervragen,
    versies,
  }: {
    readonly dragers: readonly Drager[];
    readonly vragen: number;
    readonly kamervragen: number;
    readonly versies: Versies;
  },
): string {
  const rijen = dragers.map(({ naam }) => [
    naam,
    sayGetal(gelezen.get(naam) ?? 0),
    sayGetal(verschillen.filter(({ drager }) => drager === naam).length),
  ]);
  const totaal = [
    "samen",
    sayGetal([...gelezen.values()].reduce((som, aantal) => som + aantal, 0)),
    sayGetal(verschillen.length),
  ];
  const meer = verschillen.length - GETOOND;
  return [
    ...verschillen.slice(0, GETOOND).map((verschil) => `${sayVerschil(verschil)}\n`),
    ...(meer > 0 ? [`En nog ${sayGetal(meer)} verschillen.\n\n`] : []),
    ...(herlezen.length > 0 ? [formatHerlezen(herlezen)] : []),
    formatTabel([["drager", "lezingen", "verschillen"], ...rijen, totaal]),
    `\n${sayGetal(vragen)} vragen (${sayGetal(metTreffers)} met treffers) aan ${sayGetal(kamervragen)} Kamervragen; ${sayVersies(versies)}.\n`,
    verschillen.length === 0 ? "Overal hetzelfde.\n" : "Er zijn verschillen.\n",
  ].join("");
}

/** What had to be read again is no difference, but not silent either. */
function formatHerlezen(herlezen: readonly Verschil[]): string {
  const regels = herlezen
    .slice(0, GETOOND)
    .map(({ vraag, drager, wat }) => `  ${vraag.adres} in ${drager}: ${String(wat)}\n`);
  return `Nog eens gelezen, want de eerste keer kwam er geen uitkomst (${sayGetal(herlezen.length)}):\n${regels.join("")}\n`;
}

function formatTabel(rijen: readonly (readonly string[])[]): string {
  const breedten = (rijen[0] ?? []).map((_, kolom) => Math.max(...rijen.map((rij) => (rij[kolom] ?? "").length)));
  return rijen
    .map((rij) =>
      rij
        .map((cel, kolom) => (kolom === 0 ? cel.padEnd(breedten[0] ?? 0) : cel.padStart(breedten[kolom] ?? 0)))
        .join("  "),
    )
    .map((regel) => `${regel.trimEnd()}\n`)
    .join("");
}
