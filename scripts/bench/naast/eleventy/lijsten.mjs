/** What a list needs to know of a Kamervraag, taken once from its front matter. */
import { readFileSync } from "node:fs";

const { peildatum } = JSON.parse(readFileSync(new URL("_data/archief.json", import.meta.url), "utf8"));
const KORT = new Intl.DateTimeFormat("nl", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const DAG_MS = 86_400_000;

/** A row of a table of record, and under which names it stands in the lists. */
export function toRij(url, data) {
  const { sleutel, titel, status, indieners, gerichtAan = [], beantwoordDoor = [], onderwerpen = [] } = data;
  const { dagen, woord } = standOf(data);
  const [eerste, ...anderen] = indieners;
  const fractie = eerste?.fractie ? ` (${eerste.fractie})` : "";
  return {
    url,
    sleutel,
    titel,
    datum: toIso(data.ingediend),
    datumTekst: data.ingediend ? KORT.format(data.ingediend) : "",
    volgdatum: toIso(data.ingediend ?? data.beantwoord),
    beantwoord: toIso(data.beantwoord),
    wie: `${eerste?.naam ?? ""}${fractie}${anderen.length > 0 ? ` en ${anderen.length} anderen` : ""}`,
    aan: gerichtAan[0]?.naam ?? gerichtAan[0]?.functie ?? "",
    staat: woord,
    dagen,
    namen: {
      jaar: [/^\d{4}/.exec(sleutel)?.[0] ?? "onbekend"],
      indiener: indieners.map(({ naam }) => naam),
      fractie: indieners.flatMap((indiener) => indiener.fractie ?? []),
      bewindspersoon: [...gerichtAan, ...beantwoordDoor].map(({ naam, functie }) => naam ?? functie),
      onderwerp: onderwerpen,
      stand: status === "open" || status === "uitgesteld" ? ["open", ...(woord === "uitgesteld" ? [woord] : [])] : [],
    },
  };
}

/** The days a case took or waits, and how it stands in a word: a term of three weeks, six after postponement. */
export function standOf({ ingediend, beantwoord, status, mededelingen = [] }) {
  const tot = beantwoord ?? new Date(peildatum);
  const dagen = ingediend ? Math.round((tot - ingediend) / DAG_MS) : 0;
  const isTeLaat = dagen > (mededelingen.some(({ soort }) => soort === "uitstel") ? 42 : 21);
  if (status === "beantwoord") return { dagen, woord: isTeLaat ? "te laat beantwoord" : status };
  return { dagen, woord: isTeLaat && (status === "open" || status === "uitgesteld") ? "te laat" : status };
}

export function slugOf(naam) {
  return naam
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

function toIso(datum) {
  return datum ? datum.toISOString().slice(0, 10) : "";
}
