/**
 * Reads an original PDF: the official ones of the Kamer, and letters of ministries.
 * @see docs/formats/pdf.md
 */
import type { Diagnostiek } from "../model/kamervraag.ts";
import type { Stuk } from "./gelezen.ts";
import { element, type Opmaak } from "./opmaak.ts";
import { type Alinea, alineasOf, gaatDoor, isVraagkop, zettingOf } from "./pdf/alinea.ts";
import { maxOf, minOf, type Regel, tekstOf } from "./pdf/blad.ts";
import { inhoudOf, nootOf, type Verband } from "./pdf/inhoud.ts";
import { laadPdf, type Mislukt } from "./pdf/laad.ts";
import { toWoordenlijst } from "./pdf/las.ts";
import { toLijsten } from "./pdf/lijst.ts";
import { bindNoten, type Noottekst, splitNoten, type Voet } from "./pdf/noten.ts";
import { ontrand } from "./pdf/paginarand.ts";
import { rijenOf } from "./pdf/regels.ts";
import { findTabellen, type Tabel } from "./pdf/tabel.ts";
import { inLeesvolgorde } from "./pdf/volgorde.ts";
import type { XmlElement, XmlKnoop } from "./xml-boom.ts";

export type { Mislukt };

/** Whether a file is a PDF: its mark begins it, or a line near its beginning that a mail program put something before. */
export function isPdf(bytes: Uint8Array): boolean {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  return !/^\s*[<{[]/.test(head) && /(?:^|[\r\n\0\u00bf])\s*%PDF-\d/.test(head);
}

/**
 * Reads the bytes of a PDF to paragraphs, headings, tables and notes in reading order.
 *
 * Never throws for what the bytes hold: a file that is broken, locked or without a text layer (a scan) comes back as
 * `mislukt`. A single broken page is told in `diagnostiek`; the others are read.
 */
export async function readPdf(bytes: Uint8Array): Promise<Opmaak | { readonly mislukt: Mislukt }> {
  const geladen = await laadPdf(bytes);
  if ("mislukt" in geladen) return geladen;
  const stukken: Stuk[] = [];
  const drop = (tekst: string, regel: string) => tekst.trim() !== "" && stukken.push({ tekst, regel });
  drop(geladen.stuurtekens, "stuurteken");

  const rijen = geladen.bladen.map((blad, index) => {
    const { rijen: own, dubbel } = rijenOf(blad, index);
    drop(dubbel, "dubbel-gedrukt");
    return own;
  });
  const ontrande = ontrand(geladen.bladen, rijen, kolomOf(rijen.flat(2)));
  for (const stuk of ontrande.stukken) stukken.push(stuk);

  const bladen = splitNoten(ontrande.bladen.map(findTabellen), lichaamOf(ontrande.bladen.flat(2)));
  const blokken = blokkenOf(bladen.map(toDelen));
  const noten = bladen.flatMap((blad) => blad.noten);
  const diagnostiek: Diagnostiek[] = geladen.kapot.map((nummer) =>
    waarschuwing("pagina-onleesbaar", `pagina ${nummer}`),
  );
  const opmaak = toElementen(blokken, noten, stukken, diagnostiek);
  return {
    vorm: "pdf",
    blokken: opmaak,
    stukken,
    tekens: geladen.tekens,
    diagnostiek,
    ...(ontrande.id ? { id: ontrande.id } : {}),
  };
}

type Deel =
  | Tabel
  | { readonly soort: "regels"; readonly regels: readonly Regel[] }
  | { readonly soort: "noten"; readonly noten: readonly Noottekst[] };

function toDelen({ delen, noten }: Voet): readonly Deel[] {
  const inOrde = delen.map((deel) =>
    deel.soort === "tabel" ? deel : { soort: "regels" as const, regels: inLeesvolgorde(deel.regels).flat() },
  );
  return noten.length > 0 ? [...inOrde, { soort: "noten", noten }] : inOrde;
}

type Blok = Alinea | Tabel | { readonly soort: "noten"; readonly noten: readonly Noottekst[] };

// A paragraph goes on over the foot of its page.
function blokkenOf(bladen: readonly (readonly Deel[])[]): readonly Blok[] {
  const regels = bladen.flat().flatMap((deel) => (deel.soort === "regels" ? deel.regels : []));
  const zetting = zettingOf(regels);
  const blokken: (Blok | { readonly soort: "alinea"; readonly regels: Regel[] })[] = [];
  // The ends of the columns of the page before; a table in between makes an end of them.
  let open: Regel[][] = [];
  let eigen: Regel[][] = [];
  for (const blad of bladen) {
    for (const deel of blad) {
      if (deel.soort !== "regels") {
        blokken.push(deel);
        if (deel.soort === "tabel") [open, eigen] = [[], []];
        continue;
      }
      for (const { regels: own } of alineasOf(deel.regels, zetting)) {
        const vorige = open.findLast(
          (alinea) => staatOnder(alinea, own) && own[0] && gaatDoor(alinea, own[0], zetting),
        );
        const alinea = vorige ?? [];
        for (const regel of own) alinea.push(regel);
        if (!vorige) blokken.push({ soort: "alinea", regels: alinea });
        eigen.push(alinea);
        open = open.filter((other) => !staatOnder(other, own));
      }
    }
    open = eigen.filter(
      (alinea, index) => !eigen.slice(index + 1, index + BUREN).some((later) => staatOnder(alinea, later)),
    );
    eigen = [];
  }
  return blokken;
}

/** How many paragraphs on to look for one in the same column. */
const BUREN = 60;

// In one column, or in two columns of one width on two pages.
function staatOnder(alinea: readonly Regel[], volgende: readonly Regel[]): boolean {
  const [vorige, regel] = [alinea.at(-1), volgende[0]];
  return vorige !== undefined && regel !== undefined && regel.x0 < vorige.x1 && regel.x1 > vorige.x0;
}

function toElementen(
  blokken: readonly Blok[],
  noten: readonly Noottekst[],
  stukken: Stuk[],
  diagnostiek: Diagnostiek[],
): readonly XmlElement[] {
  const regels = blokken.flatMap((blok) => (blok.soort === "alinea" ? blok.regels : []));
  const cellen = blokken.flatMap((blok) => (blok.soort === "tabel" ? blok.rijen.flat(2) : []));
  const nootregels = noten.flatMap((noot) => noot.regels);
  const verwijzingen = bindNoten(regels, noten);
  for (const run of verwijzingen.zonderTekst) diagnostiek.push(waarschuwing("noot-zonder-tekst", run.tekst.trim()));
  for (const { regels: own } of noten.filter((noot) => verwijzingen.zonderMerk.has(noot)))
    diagnostiek.push(waarschuwing("noot-zonder-merk", own.map(tekstOf).join(" ").slice(0, MAX_GEVONDEN)));
  for (const tekst of [...regels, ...cellen, ...nootregels].map(tekstOf))
    for (const [gevonden] of tekst.matchAll(LOSSE_DIAKRIET)) diagnostiek.push(waarschuwing("diakriet-los", gevonden));

  const lijst = toWoordenlijst([...regels, ...cellen, ...nootregels].map(tekstOf));
  const nootzetting = zettingOf(nootregels);
  const alineasIn = (noot: Noottekst) => alineasOf(noot.regels, nootzetting);
  const verband: Verband = {
    lijst,
    verwijzingen,
    stukken,
    toNoot: (noot) =>
      nootOf(
        noot,
        alineasIn(noot).map((alinea) => inhoudOf(alinea.regels, verband)),
        stukken,
      ),
  };
  const kop = hoofdOf(blokken);
  const elementen = blokken.flatMap((blok, index): readonly XmlElement[] => {
    if (blok.soort === "tabel") return [toTable(blok, verband)];
    if (blok.soort === "noten")
      return blok.noten
        .filter((noot) => verwijzingen.zonderMerk.has(noot))
        .map((noot) => element("al", looseNoot(noot, verband)));
    const isKop = index >= kop && isTussenkop(blok);
    return [element(isKop ? "tussenkop" : "al", inhoudOf(blok.regels, verband, isKop))];
  });
  return toLijsten(elementen);
}

const MAX_GEVONDEN = 200;

/** An accent that stands beside its letter: `Kostic´`, `Yes¸il`. */
const LOSSE_DIAKRIET = /\p{L}{1,40}\s?[´¨¸ˇ˘˙˚˝˛ˆ˜¯](?:\s?\p{L}{1,40})?/gu;

function looseNoot(noot: Noottekst, verband: Verband): readonly XmlKnoop[] {
  const rest = noot.rest === "" ? [] : [noot.rest];
  return [element("sup", [noot.nummer]), ...rest, " ", ...inhoudOf(noot.regels, verband)];
}

function waarschuwing(code: Diagnostiek["code"], gevonden: string): Diagnostiek {
  return { code, ernst: "waarschuwing", plaats: "kop", gevonden };
}

/** The size of letter that most of the text has. */
function lichaamOf(regels: readonly Regel[]): number {
  const sizes = new Map<number, number>();
  for (const regel of regels) {
    const size = Math.round(regel.grootte * 10) / 10;
    sizes.set(size, (sizes.get(size) ?? 0) + regel.x1 - regel.x0);
  }
  return [...sizes].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0] as const)[0];
}

/** From where to where most lines of the text run: what stands beside it is a margin. */
function kolomOf(regels: readonly Regel[]): { readonly x0: number; readonly x1: number } {
  const lichaam = lichaamOf(regels);
  const eigen = regels.filter(({ grootte }) => Math.abs(grootte - lichaam) < 0.1);
  const breedte = maxOf(eigen, ({ x0, x1 }) => x1 - x0);
  const vol = eigen.filter(({ x0, x1 }) => x1 - x0 > 0.6 * breedte);
  return { x0: minOf(vol, ({ x0 }) => x0), x1: maxOf(vol, ({ x1 }) => x1) };
}

// The head of an official page is no text with headings in it: its lines say who asks what, in letters of their own.
function hoofdOf(blokken: readonly Blok[]): number {
  const koppen = blokken.map((blok) => (blok.soort === "alinea" && blok.regels[0] ? tekstOf(blok.regels[0]) : ""));
  const kamer = koppen.slice(0, 4).findIndex((tekst) => /^(?:Tweede|Eerste) Kamer der Staten-Generaal/i.test(tekst));
  if (kamer === -1) return 0;
  const end = koppen.findIndex((tekst, index) => index > kamer && isVraagkop(tekst));
  return end === -1 ? koppen.length : end;
}

function isTussenkop({ regels }: Alinea): boolean {
  const runs = regels.flatMap((regel) => regel.runs).filter(({ hoogte }) => hoogte === undefined);
  return regels.length <= 3 && runs.length > 0 && runs.every(({ isVet }) => isVet);
}

function toTable({ rijen }: Tabel, verband: Verband): XmlElement {
  const breedte = rijen[0]?.length ?? 0;
  const rows = rijen.map((rij) =>
    element(
      "row",
      rij.map((cel) => element("entry", inhoudOf(cel, verband))),
    ),
  );
  const koppen = hasKoprij(rijen) ? 1 : 0;
  const colspecs = Array.from({ length: breedte }, (_, index) =>
    element("colspec", [], { attributen: { colname: `k${index + 1}` } }),
  );
  const thead = koppen > 0 ? [element("thead", rows.slice(0, koppen))] : [];
  return element("table", [
    element("tgroup", [...colspecs, ...thead, element("tbody", rows.slice(koppen))], {
      attributen: { cols: String(breedte) },
    }),
  ]);
}

// Words above figures are the heads of columns, and so are bold words above others.
function hasKoprij(rijen: Tabel["rijen"]): boolean {
  const [kop = [], ...rest] = rijen;
  const isVet = kop.flat().every((regel) => regel.runs.every((run) => run.isVet));
  if (isVet && kop.flat().length > 0) return true;
  const hasFigures = (row: Tabel["rijen"][number]) =>
    row.some((cel) => cel.some((regel) => IS_CIJFERS.test(tekstOf(regel))));
  return rest.length > 0 && !hasFigures(kop) && rest.every(hasFigures);
}

const IS_CIJFERS = /^[€$]?\s?[-–+]?\d[\d.,\s]*%?$/;
