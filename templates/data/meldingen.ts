/** The Dutch sentences to the codes of diagnostics and of files that were passed over. */
import type { Diagnostiek } from "../../src/model/kamervraag.ts";

type Melding = (gevonden: string, diagnostiek: Diagnostiek) => string;

const MELDINGEN: Readonly<Record<string, Melding>> = {
  "antwoord-zonder-nummer": (gevonden) => `Boven dit antwoord staat geen nummer van een vraag${quote(gevonden, ": ")}.`,
  "antwoord-zonder-tekst": (gevonden) => `Onder de kop${quote(gevonden, " ")} staat geen antwoord.`,
  "bestand-te-groot": (gevonden) =>
    `Het bestand is te groot om een Kamervraag te zijn (${gevonden}); het is niet gelezen.`,
  "cijfer-geen-nootmerk": (gevonden) =>
    `Een cijfer staat als een nootmerk in de tekst, maar past niet in de reeks; het is tekst gebleven${quote(gevonden, ": ")}.`,
  "bestand-onleesbaar": (gevonden) => `Het bestand is niet te lezen (${gevonden}).`,
  "codering-hersteld": (gevonden) => `Het bestand is geen UTF-8, zoals het hoort; het is gelezen als ${gevonden}.`,
  "dagen-kloppen-niet": (gevonden) => `De bron noemt ${gevonden} dagen; de datums geven een ander aantal.`,
  "element-onbekend": (gevonden) => `Een onbekend onderdeel (${gevonden}) is als gewone tekst overgenomen.`,
  "kenmerk-betwist": (gevonden) =>
    `Een ander document noemt hetzelfde nummer maar heeft een heel andere tekst; beide zijn behouden, het andere onder ${gevonden}.`,
  "kenmerk-uit-bestandsnaam": (gevonden) =>
    `Het kenmerk ${gevonden} komt uit de naam van het bestand; de tekst noemt er geen.`,
  "kenmerk-uit-metadata": (gevonden) =>
    `Het kenmerk ${gevonden} komt uit de metadata naast het bestand; de tekst noemt er geen.`,
  "kop-afwijkend": (gevonden) =>
    `De kop${quote(gevonden, " ")} is geen gewone kop; hij staat als eerste regel in de tekst.`,
  "lezing-verschilt": (gevonden) => `Een andere lezing van dit document wijkt af: ${gevonden}.`,
  "manifest-onvolledig": (gevonden) =>
    `In het manifest zijn regels zonder geldige sha256 of dag (${gevonden}); de andere zijn gebruikt.`,
  "noot-zonder-merk": (gevonden) => `Bij noot ${gevonden} staat geen merk in de tekst.`,
  "noot-zonder-tekst": (gevonden) =>
    `Van noot ${gevonden} is alleen het cijfer bewaard; de tekst staat niet in deze bron.`,
  "omzetten-mislukt": (gevonden) =>
    `Het bestand is niet omgezet door een fout in het programma (${gevonden}); meld die, met dit bestand erbij.`,
  "onderwerp-onbekend": (gevonden) =>
    `«${gevonden}» staat niet in de officiële lijst van onderwerpen; het is als één onderwerp behouden.`,
  "tekst-zonder-plaats": () => "Deze tekst staat in de bron buiten de vragen en antwoorden.",
  "diakriet-los": (gevonden) =>
    `Een accent staat los van zijn letter («${gevonden}»); het is gelaten zoals het er staat.`,
  "pagina-onleesbaar": (gevonden) => `Een deel van de PDF (${gevonden}) is beschadigd; de rest is gelezen.`,
  "pdf-onleesbaar": () => "De PDF is beschadigd of onvolledig; er is niets in te lezen. Haal het bestand opnieuw op.",
  "pdf-te-groot": () => "De PDF heeft meer pagina's of tekst dan enige Kamervraag; hij is niet gelezen.",
  "pdf-versleuteld": () => "De PDF is met een wachtwoord beveiligd en niet te lezen.",
  "pdf-zonder-tekstlaag": () =>
    "De PDF heeft alleen beelden van pagina's en geen tekst (een scan); haal er eerst met tekstherkenning de tekst uit.",
  "deel-onleesbaar": (gevonden) => `Een deel van het bestand (${gevonden}) is beschadigd; de rest is gelezen.`,
  "docx-zonder-tekst": () => "In het Word-bestand is geen tekst te vinden.",
  "ingevoegd-bestand-weggelaten": (gevonden) =>
    `Een bestand dat in het document is ingevoegd${quote(gevonden, " ")} is niet gelezen.`,
  "odt-zonder-tekst": () => "In het ODT-bestand is geen tekst te vinden.",
  "symbool-onbekend": (gevonden) => `Een teken uit een symboollettertype${quote(gevonden, " ")} is niet te lezen.`,
  "tekening-weggelaten": () => "Een tekening of grafiek in het document is niet gelezen.",
  "vraag-alleen-in-antwoord": () => "Deze vraag staat in het antwoorddocument, maar niet in het vraagdocument.",
  "vraag-verschilt": (gevonden, { bron }) => `De vraag luidt in ${bron ?? "het antwoorddocument"} anders: ${gevonden}.`,
  "vraag-zonder-nummer": (gevonden) => `Boven deze vraag staat geen nummer${quote(gevonden, ": ")}.`,
  "vraag-zonder-tekst": (gevonden) => `Onder de kop${quote(gevonden, " ")} staat geen vraag.`,
  "vraagnoot-verschilt": (gevonden, { bron }) =>
    `De noten bij de vraag luiden in ${bron ?? "het antwoorddocument"} anders: ${gevonden}.`,
  "vraagnummer-ontbreekt": () => "Het document noemt geen vraagnummer.",
  "vraagnummer-uit-tekst": (gevonden) =>
    `Het vraagnummer ${gevonden} komt uit de tekst rond de vragen, niet uit de kop van het document.`,
  "vraagnummer-uit-vergelijking": (gevonden) =>
    `Het document noemt geen vraagnummer; het is bij deze Kamervraag gezet op grond van ${gevonden}.`,
  "vraagnummer-uit-nootkenmerk": (gevonden) =>
    `Het vraagnummer ${gevonden} is afgeleid uit de kenmerken van de noten bij de vragen.`,
  "xml-afgebroken": (gevonden) =>
    `Het bestand breekt af${gevonden ? ` midden in «${gevonden}»` : ""}; het is gelezen zover het gaat.`,
  "xml-afgebroken-begin": (gevonden) =>
    `Het bestand breekt af midden in «${gevonden}», vóór de vragen; er is niets in te lezen.`,
  "xml-eigen-entiteiten": () =>
    "Het bestand bepaalt eigen XML-entiteiten; zo'n bestand wordt om veiligheidsredenen niet gelezen.",
  "xml-niet-welgevormd": (gevonden) =>
    `Het onderdeel «${gevonden}» is in de XML niet goed afgesloten; de tekst is behouden.`,
  "xml-te-diep": () => "De onderdelen van het bestand staan zo diep in elkaar dat het niet te lezen is.",
  "zip-beschadigd": () => "Het bestand is beschadigd of onvolledig; er is niets in te lezen. Haal het opnieuw op.",
  "zip-te-groot": () => "Het bestand is uitgepakt groter dan enige Kamervraag; het is niet gelezen.",
  "zip-versleuteld": () => "Het bestand is met een wachtwoord beveiligd en niet te lezen.",
  "geen-vragen": () => "In dit document staat geen enkele vraag.",
};

const REDENEN: Readonly<Record<string, string>> = {
  "bestand-leeg": "het bestand is leeg",
  "bestand-geen-bron": "dit is geen vorm die het archief leest",
  "html-ander-document": "de pagina is geen Kamervraag",
  "json-onleesbaar": "het bestand begint als JSON maar is niet te lezen",
  "json-andere-gegevens": "de JSON vertelt niets over één publicatie",
  "pdf-ander-document": "de PDF is geen Kamervraag",
  "tekst-ander-document": "de tekst is geen Kamervraag",
  "word-ander-document": "het document is geen Kamervraag",
  "word-oud": "dit is een oude Word-vorm (.doc of RTF); bewaar het als .docx of .odt om het te laten lezen",
  "zip-ander-bestand": "het ingepakte bestand is geen Word- of ODT-document",
  "xml-ander-document": "de XML is geen Kamervraag en geen metadata",
  "xml-zonder-inhoud": "er staat geen XML-element in",
};

/** The Dutch sentence to a remark about a source. */
export function meldingOf(diagnostiek: Diagnostiek): string {
  const melding = MELDINGEN[diagnostiek.code];
  return melding
    ? melding(diagnostiek.gevonden ?? "", diagnostiek)
    : `${diagnostiek.code}${quote(diagnostiek.gevonden ?? "", ": ")}`;
}

/** Why a file was passed over, as the end of a sentence. */
export function redenOf(code: string): string {
  return REDENEN[code] ?? code;
}

function quote(text: string, before: string): string {
  return text === "" ? "" : `${before}«${text}»`;
}
