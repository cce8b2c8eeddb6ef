/** A Kamervraag as plain text, at the address of its page with `.txt`: for reading aloud, quoting and counting words. */
import { standaardKop } from "../markdown/koppen.ts";
import { toPlainText } from "../markdown/platte-tekst.ts";
import { TEKSTKOPPEN } from "../markdown/schrijf.ts";
import { formatDatum } from "../model/datum.ts";
import type { Beantwoorder, Blok, Indiener, Kamervraag } from "../model/kamervraag.ts";

/** Writes the text: facts, the conversation under its headings, notices, notes, sources. Lines are not wrapped. */
export function toText(kamervraag: Kamervraag): string {
  const nummers = new Map(kamervraag.noten.map(({ anker, nummer }) => [anker, nummer]));
  const text = (markdown: string) => toPlainText(markdown, (anker) => `[${nummers.get(anker) ?? anker}]`);
  const parts = [
    `Kamervraag ${kamervraag.sleutel}`,
    kamervraag.titel,
    feiten(kamervraag),
    ...kamervraag.blokken.map((blok) => `${kopOf(blok)}\n\n${text(blok.tekst)}`.trimEnd()),
    ...kamervraag.mededelingen.map(
      ({ datum, tekst }) => `Mededeling${datum ? ` van ${formatDatum(datum)}` : ""}\n\n${text(tekst)}`,
    ),
    noten(kamervraag, text),
    bronnen(kamervraag),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function feiten(kamervraag: Kamervraag): string {
  const { ingediend, beantwoord, indieners, gerichtAan, beantwoordDoor, onderwerpen } = kamervraag;
  const lines: readonly (readonly [string, string | undefined])[] = [
    ["Ingediend", ingediend && formatDatum(ingediend)],
    ["Beantwoord", beantwoord && formatDatum(beantwoord)],
    [indieners.length === 1 ? "Indiener" : "Indieners", indieners.map(personOf).join(", ")],
    ["Gericht aan", gerichtAan.map(({ naam, functie }) => [functie, naam].filter(Boolean).join(" ")).join(", ")],
    ["Beantwoord door", beantwoordDoor.map(personOf).join(", ")],
    ["Onderwerpen", onderwerpen.join(", ")],
  ];
  return lines.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : [])).join("\n");
}

function personOf(persoon: Indiener | Beantwoorder): string {
  const functie = "functie" in persoon ? persoon.functie : undefined;
  const medeNamens = "medeNamens" in persoon && persoon.medeNamens ? "mede namens " : "";
  const [first, ...rest] = [persoon.naam, functie, persoon.fractie].filter((part) => part !== undefined);
  return `${medeNamens}${first ?? ""}${rest.map((part) => ` (${part})`).join("")}`;
}

function kopOf(blok: Blok): string {
  if (blok.soort === "vraag") return blok.kop ?? standaardKop("vraag", blok.nummers);
  if (blok.soort === "antwoord") return blok.kop ?? standaardKop("antwoord", blok.opVragen);
  return blok.kop ?? TEKSTKOPPEN[blok.soort];
}

function noten({ noten: all }: Kamervraag, text: (markdown: string) => string): string {
  const section = (kop: string, bereik: "vraag" | "antwoord") => {
    const own = all.filter((noot) => noot.bereik === bereik);
    if (own.length === 0) return [];
    return [
      [
        kop,
        ...own.map(({ nummer, tekst }) => `[${nummer}] ${tekst ? text(tekst) : "(tekst staat niet in de bron)"}`),
      ].join("\n"),
    ];
  };
  return [...section("Noten bij de vragen", "vraag"), ...section("Noten bij de antwoorden", "antwoord")].join("\n\n");
}

function bronnen({ bronnen: all }: Kamervraag): string {
  const lines = all.flatMap(({ id, titel, kopregels, url }) => [
    `${id}${url ? ` ${url}` : ""}`,
    ...(titel ? [titel] : []),
    ...(kopregels ?? []),
  ]);
  return ["Bronnen", ...lines].join("\n");
}
