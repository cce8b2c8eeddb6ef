/**
 * How a page accounts for itself: which documents it was made from, what became of their characters, what the reader could
 * not place, and where to report a mistake.
 * @see docs/formats/volledigheid.md
 */
import { meldingOf } from "../../templates/data/meldingen.ts";
import { formatGetal, teksten } from "../../templates/data/teksten.ts";
import { trouwteksten } from "../../templates/data/trouwteksten.ts";
import { opsomming } from "../markdown/koppen.ts";
import { documentAnker } from "../model/anker.ts";
import { findGelijkeKop } from "../model/bron.ts";
import { formatDatum } from "../model/datum.ts";
import type { Bron, Diagnostiek, Kamervraag, Tekens } from "../model/kamervraag.ts";
import { pathOfSleutel } from "../model/sleutel.ts";
import type { Verwijzing } from "./gesprek.ts";
import { toMeldlink } from "./meldadres.ts";
import type { PaginaContext } from "./pagina.ts";

export interface TrouwView {
  readonly inleiding?: string;
  readonly documenten: readonly DocumentView[];
  /** Said where a document is missing. */
  readonly documentenLeeg?: string;
  /** Said once, when a person edited the text: then no document has a `telling`. */
  readonly bewerkt?: string;
  /** Whether any document says what became of its characters. */
  readonly isGeteld: boolean;
  readonly bestanden: readonly Verwijzing[];
  readonly opmerkingen: readonly OpmerkingView[];
  readonly melden: MeldenView;
}

export interface DocumentView {
  readonly anker: string;
  readonly label: string;
  readonly id: string;
  readonly titel?: string;
  readonly url?: string;
  readonly kopregels: readonly string[];
  readonly feiten: readonly string[];
  readonly andereVormen: readonly Verwijzing[];
  /** Files as received: the document, then the metadata that told of it. */
  readonly bestanden: readonly { readonly label: string; readonly bestand: string; readonly vingerafdruk: string }[];
  readonly telling?: string;
  /** How it was recognised as one of this Kamervraag, where it does not say so itself. */
  readonly koppeling?: string;
  readonly vervangenDoor?: Verwijzing;
}

/** One remark, with every place that it is about. */
export interface OpmerkingView {
  readonly plaatsen: readonly { readonly tekst: string; readonly href?: string }[];
  readonly melding: string;
  readonly gevonden?: string;
  readonly isFout: boolean;
}

export interface MeldenView {
  readonly link?: Verwijzing;
  /** Said in the place of the link. */
  readonly zonderAdres: string;
  /** A place on this page, as an example. */
  readonly plaats: string;
}

/** Shapes the account of one page. `ankers` are the addresses in its conversation. */
export function toTrouw(kamervraag: Kamervraag, ankers: ReadonlySet<string>, context: PaginaContext): TrouwView {
  const { bronnen, sleutel } = kamervraag;
  const isBewerkt = context.isBewerkt === true;
  const documenten = toDocumenten(bronnen, isBewerkt);
  return {
    ...(bronnen.length > 0 ? { inleiding: trouwteksten.inleiding(bronnen.length) } : {}),
    documenten,
    ...toDocumentenLeeg(kamervraag),
    ...(isBewerkt && bronnen.length > 0 ? { bewerkt: trouwteksten.bewerkt } : {}),
    isGeteld: !isBewerkt && bronnen.some(({ tekens }) => tekens),
    bestanden: (["txt", "md", "json"] as const).map((ext) => ({
      href: `${sleutel}.${ext}`,
      tekst: teksten.documenten.bestanden[ext],
    })),
    opmerkingen: toOpmerkingen(kamervraag, ankers),
    melden: toMelden(kamervraag, ankers, context),
  };
}

// The reading that is shown has the document's own address; what it took the place of stands beside it by its form.
function toDocumenten(bronnen: readonly Bron[], isBewerkt: boolean): readonly DocumentView[] {
  const known = new Set<string>();
  const used = new Set(bronnen.filter(({ vervangenDoor }) => !vervangenDoor).map(({ id }) => documentAnker(id)));
  return bronnen.map((bron) => {
    const document = toDocument(bron, bronnen, isBewerkt);
    // A metadata file that told of several readings is named once.
    const bestanden = document.bestanden.filter(({ vingerafdruk, bestand }) => {
      const key = `${vingerafdruk} ${bestand}`;
      return known.size !== known.add(key).size;
    });
    const shown = bronnen.find(({ id, vervangenDoor }) => id === bron.vervangenDoor && !vervangenDoor);
    if (!bron.vervangenDoor) return { ...document, bestanden, anker: documentAnker(bron.id) };
    const base = `${documentAnker(bron.id)}${shown?.id === bron.id ? `-${bron.vorm}` : ""}`;
    let anker = base;
    for (let rank = 2; used.has(anker); rank += 1) anker = `${base}-${rank}`;
    used.add(anker);
    const tekst = shown?.id === bron.id ? teksten.documenten.vorm[shown.vorm] : bron.vervangenDoor;
    return { ...document, bestanden, anker, vervangenDoor: { href: `#${documentAnker(bron.vervangenDoor)}`, tekst } };
  });
}

function toDocument(bron: Bron, bronnen: readonly Bron[], isBewerkt: boolean): Omit<DocumentView, "anker"> {
  const { documenten } = teksten;
  const { koppeling, metadata = [] } = bron;
  const isHerhaling = findGelijkeKop(bron, bronnen) !== undefined;
  const feiten = [
    bron.vergaderjaar && bron.aanhangselnummer ? documenten.aanhangsel(bron.vergaderjaar, bron.aanhangselnummer) : "",
    bron.documentstatus ? documenten.documentstatus(bron.documentstatus) : "",
    documenten.gelezenUit(documenten.vorm[bron.vorm]),
    bron.opgehaald ? trouwteksten.opgehaald(formatDatum(bron.opgehaald)) : "",
  ];
  return {
    label: documenten.nummer[bron.soort],
    id: bron.id,
    ...(bron.titel && !isHerhaling ? { titel: bron.titel } : {}),
    ...(bron.url ? { url: bron.url } : {}),
    kopregels: isHerhaling ? [] : (bron.kopregels ?? []),
    feiten: feiten.filter((feit) => feit !== ""),
    andereVormen: Object.entries(bron.adressen ?? {})
      .filter(([, href]) => href !== bron.url)
      .map(([vorm, href]) => ({ tekst: vorm.toUpperCase(), href })),
    bestanden: [
      { label: trouwteksten.bestand, bestand: bron.bestand, vingerafdruk: bron.sha256 },
      ...metadata.map(({ bestand, sha256 }) => ({ label: trouwteksten.metadata, bestand, vingerafdruk: sha256 })),
    ],
    ...(isBewerkt ? {} : { telling: bron.tekens ? toTellingzin(bron.tekens) : trouwteksten.nietGeteld }),
    ...(koppeling ? { koppeling: toKoppelingzin(koppeling) } : {}),
  };
}

/** The account of one document's characters in one sentence. */
export function toTellingzin({ bron, behouden, weggelaten = {}, onverklaard = 0, verlies }: Tekens): string {
  const aantal = Object.values(weggelaten).reduce((sum, tekens) => sum + tekens, 0);
  return [
    behouden === bron ? trouwteksten.alles(bron) : trouwteksten.deels(bron, behouden),
    aantal > 0 ? trouwteksten.weggelaten(aantal, toRegels(weggelaten)) : "",
    onverklaard > 0 ? trouwteksten.onverklaard(onverklaard, verlies?.plaats, verlies?.tekst) : "",
    ".",
  ].join("");
}

// The rule with the most characters first; rules of one name are drawn together.
function toRegels(weggelaten: Readonly<Record<string, number>>): string {
  const perNaam = new Map<string, number>();
  for (const [regel, tekens] of Object.entries(weggelaten)) {
    const naam = trouwteksten.regelnaam(regel);
    perNaam.set(naam, (perNaam.get(naam) ?? 0) + tekens);
  }
  return [...perNaam]
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([naam, tekens]) => `${naam} (${formatGetal(tekens)})`)
    .join(", ");
}

function toKoppelingzin({ zekerheid, op }: NonNullable<Bron["koppeling"]>): string {
  const punten = opsomming(op.map((punt) => trouwteksten.punten[punt] ?? punt));
  return trouwteksten.koppeling(punten, zekerheid.toFixed(2).replace(".", ","));
}

function toDocumentenLeeg({ bronnen, status }: Kamervraag): { readonly documentenLeeg?: string } {
  if (bronnen.length === 0) return { documentenLeeg: teksten.documenten.geenDocument };
  const hasAntwoord = bronnen.some(({ soort }) => soort === "antwoord" || soort === "nader-antwoord");
  const isOpen = status === "open" || status === "uitgesteld";
  return isOpen && !hasAntwoord ? { documentenLeeg: teksten.documenten.nogGeenAntwoord } : {};
}

// The same remark is made once, with all its places.
function toOpmerkingen(kamervraag: Kamervraag, ankers: ReadonlySet<string>): readonly OpmerkingView[] {
  const byWords = new Map<string, OpmerkingView>();
  for (const diagnostiek of kamervraag.diagnostiek) {
    const opmerking = toOpmerking(diagnostiek, kamervraag, ankers);
    const words = `${opmerking.melding} ${opmerking.gevonden ?? ""}`;
    const { plaatsen = [] } = byWords.get(words) ?? {};
    const isNew = opmerking.plaatsen.every(
      (een) => !plaatsen.some(({ tekst, href }) => tekst === een.tekst && href === een.href),
    );
    byWords.set(words, { ...opmerking, plaatsen: isNew ? [...plaatsen, ...opmerking.plaatsen] : plaatsen });
  }
  return [...byWords.values()];
}

function toOpmerking(diagnostiek: Diagnostiek, kamervraag: Kamervraag, ankers: ReadonlySet<string>): OpmerkingView {
  const { plaats, gevonden, ernst } = diagnostiek;
  const isOnPage =
    ankers.has(plaats) || kamervraag.mededelingen.some((_, index) => plaats === `mededeling-${index + 1}`);
  const melding = meldingOf(diagnostiek);
  return {
    plaatsen: [{ tekst: toPlaats(plaats, kamervraag), ...(isOnPage ? { href: `#${plaats}` } : {}) }],
    melding,
    // Most sentences hold what was found already.
    ...(gevonden && !melding.includes(gevonden) ? { gevonden } : {}),
    isFout: ernst === "fout",
  };
}

function toPlaats(plaats: string, { noten }: Kamervraag): string {
  if (plaats === "kop") return teksten.trouw.kopVanDocument;
  if (plaats === "titel") return teksten.trouw.titel;
  const noot = noten.find(({ anker }) => plaats === `noot-${anker}`);
  if (noot) return teksten.noten.bij(noot.nummer, noot.bereik);
  const [, soort, rang] = /^(vraag|antwoord)-z(\d+)$/.exec(plaats) ?? [];
  if (soort === "vraag" || soort === "antwoord") {
    return teksten.trouw.zonderNummer[soort] + (rang === "1" ? "" : ` (${rang})`);
  }
  const words = plaats.replace("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function toMelden(
  { sleutel, vraagnummer }: Kamervraag,
  ankers: ReadonlySet<string>,
  { meldadres, adres }: PaginaContext,
): MeldenView {
  const path = `${pathOfSleutel(sleutel)}.html`;
  const nummer = vraagnummer ?? sleutel;
  const plaats = [...ankers].find((anker) => anker.startsWith("vraag-")) ?? "";
  return {
    ...(meldadres
      ? {
          link: {
            href: toMeldlink(meldadres, { sleutel, pagina: adres ? `${adres}/${path}` : path }),
            tekst: trouwteksten.melden.link(nummer),
          },
        }
      : {}),
    zonderAdres: trouwteksten.melden.zonderAdres(nummer),
    plaats: plaats === "" ? "" : `#${plaats}`,
  };
}
