/**
 * The official XML that an invented Kamervraag could have been read from: the questions in one file, and in another the
 * same questions with their antwoorden, each with the metadata beside it. For measurements of the conversion.
 * @see docs/formats/officiele-xml.md
 */
import { type Blok, isAntwoord, isVraag, type Kamervraag, type Noot } from "../model/kamervraag.ts";

export interface Verzonnenbron {
  /** Path below the sources folder. */
  readonly bestand: string;
  readonly tekst: string;
}

export interface BronnenOptions {
  /** Leave out the metadata: an answer then names its vraagnummer at most in the mark of a note. */
  readonly zonderMetadata?: boolean;
}

/** The files of one Kamervraag, a folder a year; `volgnummer` becomes the number of the answer in the Aanhangsel. */
export function toBronnen(
  kamervraag: Kamervraag,
  volgnummer: number,
  { zonderMetadata = false }: BronnenOptions = {},
): readonly Verzonnenbron[] {
  const { sleutel, blokken } = kamervraag;
  const jaar = sleutel.slice(0, 4);
  const antwoord = `ah-tk-${jaar}${Number(jaar) + 1}-${volgnummer}`;
  const ids = blokken.some(isAntwoord) ? [`kv-tk-${sleutel}`, antwoord] : [`kv-tk-${sleutel}`];
  return ids.flatMap((id) => {
    const document = { bestand: `${jaar}/${id}.xml`, tekst: toXml(kamervraag, id, id === antwoord) };
    const metadata = { bestand: `${jaar}/${id}.metadata.xml`, tekst: toMetadata(kamervraag, id) };
    return zonderMetadata ? [document] : [metadata, document];
  });
}

function toMetadata({ sleutel, titel, ingediend }: Kamervraag, id: string): string {
  const velden = [
    ["DC.identifier", id],
    ["DC.title", titel],
    ["OVERHEIDop.vraagnummer", sleutel],
    ["OVERHEIDop.datumIndiening", ingediend ?? ""],
  ].filter(([, waarde]) => waarde !== "");
  const regels = velden.map(([naam = "", waarde = ""]) => `<metadata name="${naam}" content="${escapeXml(waarde)}"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<metadata_gegevens>\n${regels.join("\n")}\n</metadata_gegevens>\n`;
}

function toXml(kamervraag: Kamervraag, id: string, heeftAntwoord: boolean): string {
  const { sleutel, titel, ingediend, beantwoord, indieners, gerichtAan, beantwoordDoor, blokken, noten } = kamervraag;
  const leden = indieners.map(
    ({ naam, fractie }) => `<naam><achternaam>${naam.replace(/^\S+ /, "")}</achternaam></naam> (${fractie})`,
  );
  const functie = gerichtAan[0]?.functie ?? "";
  const eigen = blokken.filter((blok) => isVraag(blok) || (heeftAntwoord && isAntwoord(blok)));
  const omschrijving = `Vragen van ${leden.length > 1 ? "de leden" : "het lid"} ${leden.join(", ")} aan de ${functie} over <kamervraagonderwerp>${escapeXml(titel)}</kamervraagonderwerp> (ingezonden ${toDatum(ingediend)}).`;
  const antwoordregel = `<kamervraagomschrijving type="antwoord">Antwoord van Minister <naam><achternaam>${(beantwoordDoor[0]?.naam ?? "").replace(/^\S+ /, "")}</achternaam></naam> (${functie.replace("Minister van ", "")}) (ontvangen ${toDatum(beantwoord)}).</kamervraagomschrijving>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<officiele-publicatie>
<metadata><meta name="OVERHEIDop.externMetadataRecord" scheme="" content="https://zoek.officielebekendmakingen.nl/${id}/metadata.xml"/></metadata>
<kamervragen>
<kamervraagkop><tekstregel inhoud="kameraanduiding">Tweede Kamer der Staten-Generaal</tekstregel></kamervraagkop>
<kamervraagnummer>${heeftAntwoord ? (id.split("-").at(-1) ?? "") : sleutel}</kamervraagnummer>
<kamervraagomschrijving type="vraag">${omschrijving}</kamervraagomschrijving>
${heeftAntwoord ? `${antwoordregel}\n` : ""}${eigen.map((blok) => toElement(blok, noten)).join("\n")}
</kamervragen>
</officiele-publicatie>
`;
}

function toDatum(datum = ""): string {
  return `<datum isodatum="${datum}">${datum}</datum>`;
}

function toElement(blok: Blok, noten: readonly Noot[]): string {
  if (isVraag(blok)) {
    const kop = `<nr status="officieel">Vraag ${blok.nummers.join(", ")}</nr>`;
    return `<vraag>${kop}${toAlineas(blok.tekst, noten)}</vraag>`;
  }
  const nummers = isAntwoord(blok) ? blok.opVragen : [];
  return `<antwoord><nr status="officieel">Antwoord ${nummers.join(", ")}</nr>${toAlineas(blok.tekst, noten)}</antwoord>`;
}

// The invented texts are paragraphs, lists with "- " and tables with "| ": nothing else has to be read from their Markdown.
function toAlineas(tekst: string, noten: readonly Noot[]): string {
  return tekst
    .split("\n\n")
    .map((alinea) => {
      const regels = alinea.split("\n");
      if (alinea.startsWith("- ")) return toLijst(regels);
      return alinea.startsWith("| ") ? toTabel(regels) : `<al>${withNoten(escapeXml(alinea), noten)}</al>`;
    })
    .join("");
}

function toLijst(regels: readonly string[]): string {
  const items = regels.map((regel) => `<li><li.nr>–</li.nr><al>${escapeXml(regel.slice(2))}</al></li>`);
  return `<lijst type="ndash">${items.join("")}</lijst>`;
}

function toTabel([kop = "", _streep, ...regels]: readonly string[]): string {
  const toRow = (regel: string) => {
    const cellen = regel.slice(2, -2).split(" | ");
    return `<row>${cellen.map((cel) => `<entry><al>${escapeXml(cel)}</al></entry>`).join("")}</row>`;
  };
  const kolommen = kop.slice(2, -2).split(" | ").length;
  return `<table><tgroup cols="${kolommen}"><thead>${toRow(kop)}</thead><tbody>${regels.map(toRow).join("")}</tbody></tgroup></table>`;
}

function withNoten(tekst: string, noten: readonly Noot[]): string {
  return tekst.replace(/\[\^(\w+)\]/g, (merk, anker: string) => {
    const noot = noten.find((one) => one.anker === anker);
    if (!noot) return merk;
    return `<noot id="ID-${anker}" type="voet"><noot.nr>${noot.nummer}</noot.nr><noot.al>${escapeXml(noot.tekst ?? "")}</noot.al></noot>`;
  });
}

function escapeXml(tekst: string): string {
  return tekst.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
