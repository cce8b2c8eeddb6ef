/**
 * The front matter of a Kamervraag: the one schema, reading and writing YAML, and the JSON Schema for others.
 *
 * Field names are the model's and the contract's; there is no second vocabulary.
 * @see docs/formats/markdown.md
 */
import { toJsonSchema } from "@valibot/to-json-schema";
import { CORE_SCHEMA, dump, load, YAMLException } from "js-yaml";
import * as v from "valibot";
import { isDatum } from "../model/datum.ts";
import type { Fout } from "../model/user-error.ts";
import { lineOfPath } from "./yaml-plaats.ts";

const tekst = (beschrijving: string) =>
  v.pipe(v.string(), v.trim(), v.minLength(1, "mag niet leeg zijn"), v.description(beschrijving));
const datum = (beschrijving: string) =>
  v.pipe(
    v.string(),
    v.check(isDatum, "is geen bestaande datum in de vorm jjjj-mm-dd"),
    v.metadata({ description: beschrijving }),
  );
/** Numbers may be written without quotes by hand; in the model they are strings. */
const nummer = (beschrijving: string) =>
  v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.minLength(1), v.description(beschrijving));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, "is geen SHA-256 (64 tekens 0-9 a-f)"));
const url = (beschrijving: string) =>
  v.pipe(
    v.string(),
    v.regex(/^https?:\/\/\S+$/, "is geen adres dat met http(s):// begint"),
    v.description(beschrijving),
  );
const lijst = <const Item extends v.GenericSchema>(item: Item, beschrijving: string) =>
  v.pipe(v.optional(v.array(item), []), v.description(beschrijving));

const indiener = v.strictObject({
  naam: tekst("Naam, zo volledig als bekend"),
  naamInBron: v.optional(tekst("Naam zoals die in de tekst van het document staat, als die anders is")),
  fractie: v.optional(tekst("Fractie ten tijde van de vraag")),
});
const adressaat = v.strictObject({
  naam: v.optional(tekst("Naam van de bewindspersoon")),
  functie: v.optional(tekst("Functie zoals in het document")),
});
const beantwoorder = v.strictObject({
  naam: v.optional(tekst("Naam van de bewindspersoon")),
  naamInBron: v.optional(tekst("Naam zoals die in de tekst van het document staat, als die anders is")),
  functie: v.optional(tekst("Functie of portefeuille zoals in het document")),
  fractie: v.optional(tekst("Partij")),
  medeNamens: v.optional(v.boolean()),
});
const aantal = (beschrijving: string) => v.pipe(v.number(), v.integer(), v.minValue(0), v.description(beschrijving));
const telling = v.strictObject({
  vragen: v.optional(aantal("Verschillende vraagnummers")),
  antwoorden: v.optional(aantal("Antwoorden")),
  noten: v.optional(aantal("Noten")),
  merkenZonderNoot: v.optional(aantal("Nootmerken waarvan de tekst niet in het document staat")),
  notenZonderMerk: v.optional(aantal("Noten waar niets in de tekst naar verwijst")),
});
const tekens = v.strictObject({
  bron: aantal("Tekens in het document, zonder witruimte"),
  behouden: aantal("Tekens die in dit bestand staan"),
  weggelaten: v.optional(v.record(v.string(), aantal("Tekens die volgens deze regel zijn weggelaten"))),
  onverklaard: v.optional(aantal("Tekens die niemand kan verklaren; ontbreekt als het er geen zijn")),
  verlies: v.optional(
    v.strictObject({ plaats: tekst("Waar het is"), tekst: tekst("De eerste passage die ontbreekt of te veel is") }),
  ),
});
const herkomst = v.strictObject({ bestand: tekst("Pad onder de bronnenmap"), sha256 });
const bron = v.strictObject({
  id: tekst("Kenmerk van de publicatie, bijvoorbeeld ah-tk-20212022-705"),
  soort: v.picklist(["vraag", "antwoord", "nader-antwoord", "mededeling", "overig"]),
  vergaderjaar: v.optional(v.pipe(v.string(), v.regex(/^\d{4}-\d{4}$/, "is geen vergaderjaar in de vorm 2021-2022"))),
  aanhangselnummer: v.optional(nummer("Nummer van het Aanhangsel")),
  datum: v.optional(datum("Ingediend (vraag) of ontvangen (antwoord, mededeling)")),
  titel: v.optional(tekst("Volledige titel")),
  kopregels: v.optional(v.array(tekst("Titelregel boven het document, letterlijk"))),
  url: v.optional(url("Adres voor lezers")),
  adressen: v.optional(v.record(v.string(), url("Adres van een andere vorm van dezelfde publicatie"))),
  documentstatus: v.optional(tekst("Opgemaakt, Onopgemaakt of Opgemaakt na onopgemaakt")),
  vorm: v.picklist(["xml", "html", "odt", "docx", "pdf", "tekst", "openkamer"]),
  bestand: tekst("Pad van het bronbestand onder de bronnenmap"),
  sha256,
  opgehaald: v.optional(datum("Dag waarop het bestand is opgehaald, als een manifest dat vermeldt")),
  metadata: v.optional(v.array(herkomst)),
  koppeling: v.optional(
    v.object({
      zekerheid: v.pipe(
        v.number(),
        v.minValue(0),
        v.maxValue(1),
        v.description("Hoe zeker het is dat dit document bij deze Kamervraag hoort"),
      ),
      op: v.pipe(v.array(v.string()), v.description("Waarop het herkend is: onderwerp, ingediend, indieners, vragen")),
    }),
  ),
  vervangenDoor: v.optional(tekst("Kenmerk van de versie die in plaats hiervan wordt getoond")),
  telling: v.optional(v.pipe(telling, v.description("Wat er in het document staat"))),
  tekens: v.optional(v.pipe(tekens, v.description("Waar elk teken van het document gebleven is"))),
});
const diagnostiek = v.strictObject({
  code: v.custom<`${string}-${string}`>((value) => typeof value === "string" && /^[a-z0-9]+(-[a-z0-9]+)+$/.test(value)),
  ernst: v.picklist(["fout", "waarschuwing"]),
  plaats: tekst("Anker op de pagina, kop of titel"),
  gevonden: v.optional(v.string()),
  bron: v.optional(tekst("Kenmerk of bestand waar het om gaat")),
  regel: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
});

/** The schema of the front matter; the model's texts and notes stand in the body. */
export const frontmatterSchema = v.strictObject({
  sleutel: v.pipe(
    tekst("Sleutel van de pagina"),
    v.regex(/^[A-Za-z0-9-]+$/, "mag alleen letters, cijfers en - bevatten"),
  ),
  vraagnummer: v.optional(tekst("Nummer dat de Kamer aan de zaak gaf")),
  kamer: v.picklist(["tk", "ek"]),
  soort: v.picklist(["schriftelijk", "mondeling"]),
  titel: tekst("Onderwerp van de vragen"),
  status: v.picklist(["open", "uitgesteld", "deels-beantwoord", "beantwoord", "per-brief", "ingetrokken"]),
  ingediend: v.optional(datum("Datum waarop de vragen zijn ingezonden")),
  beantwoord: v.optional(datum("Datum waarop de laatste open vraag is beantwoord")),
  indieners: lijst(indiener, "Wie de vragen stelden"),
  gerichtAan: lijst(adressaat, "Aan wie de vragen zijn gericht"),
  beantwoordDoor: lijst(beantwoorder, "Wie antwoordden"),
  onderwerpen: lijst(tekst("Onderwerp"), "Onderwerpen, kleine letters, alfabetisch"),
  themas: lijst(
    v.strictObject({ hoofd: tekst("Hoofdthema"), sub: v.optional(tekst("Subthema")) }),
    "Thema's van de Beleidsagenda",
  ),
  mededelingen: lijst(
    v.strictObject({
      datum: v.optional(datum("Datum van de mededeling")),
      soort: v.picklist(["uitstel", "per-brief", "ingetrokken", "overig"]),
      bron: v.optional(tekst("Kenmerk van de publicatie")),
    }),
    "Mededelingen, in de volgorde van de koppen «Mededeling» in de tekst",
  ),
  nootnummers: v.optional(v.record(v.pipe(v.string(), v.regex(/^[va][1-9]\d*$/)), nummer("Nummer zoals gedrukt")), {}),
  aliassen: lijst(tekst("Eerdere sleutel"), "Eerdere sleutels; hun adres leidt hierheen"),
  bronnen: lijst(bron, "De publicaties waaruit dit is gemaakt"),
  diagnostiek: lijst(diagnostiek, "Wat de lezer niet kon plaatsen"),
  conversie: v.optional(
    v.strictObject({
      versie: v.pipe(v.number(), v.integer()),
      hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    }),
  ),
});

export type Frontmatter = v.InferOutput<typeof frontmatterSchema>;

/** What was read, or every fault that was found, each with its line. */
export type FrontmatterResult = { readonly value: Frontmatter } | { readonly fouten: readonly Fout[] };

/**
 * Reads the YAML between the `---` lines. `path` is only for the faults; `firstLine` is the number of the YAML's first
 * line in the file (2 when the file begins with `---`).
 */
export function parseFrontmatter(yaml: string, path: string, firstLine = 2): FrontmatterResult {
  let raw: unknown;
  try {
    raw = load(yaml, { schema: CORE_SCHEMA });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const line = (error.mark?.line ?? 0) + firstLine;
    return {
      fouten: [
        {
          where: `${path}:${line}`,
          what: "de kop van het bestand is geen geldige YAML",
          why: error.reason,
          mend: "verbeter deze regel (let op inspringen, dubbele punten en aanhalingstekens) of converteer de bron opnieuw",
        },
      ],
    };
  }
  const result = v.safeParse(frontmatterSchema, raw);
  if (result.success) return { value: result.output };
  return { fouten: result.issues.map((issue) => toFout(issue, yaml, path, firstLine)) };
}

/**
 * Writes front matter as YAML, without the `---` lines. It passes through the schema first: what is written can be read, and
 * keys stand in the schema's order however the values were made. Empty lists are left out.
 */
export function frontmatterToYaml(frontmatter: object): string {
  const checked: Frontmatter = v.parse(frontmatterSchema, frontmatter);
  const filled = Object.fromEntries(Object.entries(checked).filter(([, value]) => !isEmpty(value)));
  return dump(filled, { schema: CORE_SCHEMA, lineWidth: -1, noRefs: true });
}

/** The JSON Schema (draft 2020-12) of the front matter, generated from the one schema in code. */
export function frontmatterJsonSchema(): object {
  const schema = toJsonSchema(frontmatterSchema, {
    typeMode: "input",
    errorMode: "ignore",
    target: "draft-2020-12",
    overrideSchema: ({ valibotSchema, jsonSchema }) =>
      valibotSchema.type === "custom" ? { type: "string", pattern: "^[a-z0-9]+(-[a-z0-9]+)+$" } : jsonSchema,
  });
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    ...schema,
    title: "Kamervraag: kop van het Markdownbestand",
  };
}

function isEmpty(value: unknown): boolean {
  if (value === undefined) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

function toFout(issue: v.BaseIssue<unknown>, yaml: string, path: string, firstLine: number): Fout {
  const keys = (issue.path ?? []).map(({ key }) => String(key));
  const veld = keys.length > 0 ? keys.join(".") : "(hele kop)";
  const known = issue.kind === "schema" || issue.type === "picklist";
  const isUnknownKey = issue.type === "strict_object" && issue.expected === "never";
  return {
    where: `${path}:${lineOfPath(yaml, keys) + firstLine - 1}`,
    what: `veld "${veld}" ${isUnknownKey ? "bestaat niet" : known ? "heeft geen geldige waarde" : issue.message}`,
    why: `gevonden: ${issue.received}${known && issue.expected && !isUnknownKey ? `, verwacht: ${issue.expected}` : ""}`,
    mend: isUnknownKey
      ? "verwijder het veld of verbeter de naam; schema/kamervraag.schema.json noemt alle velden"
      : "verbeter dit veld, of verwijder het bestand en converteer de bron opnieuw",
  };
}
