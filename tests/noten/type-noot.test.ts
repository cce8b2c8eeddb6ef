import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { typeNoot } from "../../src/noten/type-noot.ts";

/** The sources of a note in short: "trouw 2099-06-04", "web https://…". */
function kort(noot: string): readonly string[] {
  return typeNoot(noot).bronnen.map(({ soort, medium, datum, url }) =>
    [medium?.id ?? soort, datum, url].filter((deel) => deel !== undefined).join(" "),
  );
}

describe("typeNoot", () => {
  for (const [noot, expected] of [
    // A name and a date.
    ["De Telegraaf, 3 mei 2024", ["telegraaf 2024-05-03"]],
    ["Trouw, «Wolken boven het wad», 4 juni 2021", ["trouw 2021-06-04"]],
    ["Trouw, 'Wolken boven het wad', 4 juni 2021.", ["trouw 2021-06-04"]],
    ["Trouw, Wolken boven het wad, 4 juni 2021.", ["trouw 2021-06-04"]],
    ["EenVandaag 12-03-2020", ["eenvandaag 2020-03-12"]],
    ["Zie ook: NRC Handelsblad van zaterdag 3 mei 2014, «Wolken»", ["nrc 2014-05-03"]],
    ["Het Parool, d.d. 3 mei 2024", ["parool 2024-05-03"]],
    ["«Wolken boven het wad», Leeuwarder Courant, 3 mei 2024", ["leeuwarder-courant 2024-05-03"]],
    ["Bericht in de Volkskrant van 3 mei 2024 over wolken", ["volkskrant 2024-05-03"]],
    ["NOS website, d.d. 21 oktber 2024, Wolken", ["nos"]],
    ["Wolken boven het wad | Binnenland | AD.nl", ["ad"]],
    ["Wolken boven het wad – EenVandaag (avrotros.nl)", ["eenvandaag"]],
    ["The Guardian, May 3, 2024: clouds", ["guardian 2024-05-03"]],
    // With an address.
    ["https://www.nhnieuws.nl/nieuws/1/wolken", ["nh https://www.nhnieuws.nl/nieuws/1/wolken"]],
    ["NOS, 3 mei 2024 (https://nos.nl/nieuwsuur/artikel/1)", ["nos 2024-05-03 https://nos.nl/nieuwsuur/artikel/1"]],
    [
      "Nieuwsuur, 3 mei 2024 (https://nos.nl/nieuwsuur/artikel/1)",
      ["nieuwsuur 2024-05-03 https://nos.nl/nieuwsuur/artikel/1"],
    ],
    ["FD, 3 mei 2024. (fd.nl/economie/1/wolken)", ["financieele-dagblad 2024-05-03 https://fd.nl/economie/1/wolken"]],
    [
      "Argos, 3 mei 2024, <https://open.spotify.com/episode/1>",
      ["argos 2024-05-03 https://open.spotify.com/episode/1"],
    ],
    // Another's address is another source.
    [
      "Trouw, 3 mei 2024, Wolken, https://www.voorbeeld.example/wolken",
      ["trouw 2024-05-03", "web https://www.voorbeeld.example/wolken"],
    ],
    // Several sources in one note.
    ["NOS, 3 mei 2024, Wolken en NRC, 4 mei 2024, Regen", ["nos 2024-05-03", "nrc 2024-05-04"]],
    [
      "NU.nl, 1 oktober 2024, «Wolken». (https://www.nu.nl/1.html); Wolkenbond, 2 oktober 2024. (wolkenbond.example.org/regen)",
      ["nu-nl 2024-10-01 https://www.nu.nl/1.html", "web 2024-10-02 https://wolkenbond.example.org/regen"],
    ],
    [
      "Kamerstuk 99 999, nr. 1 (Wolken; Brief regering; Voortgang)",
      ["kamerstuk https://zoek.officielebekendmakingen.nl/kst-99999-1.html"],
    ],
    // The other kinds.
    [
      "Kamerstukken II 2023/24, 36 410 IV, nr. 15",
      ["kamerstuk https://zoek.officielebekendmakingen.nl/kst-36410-IV-15.html"],
    ],
    ["Kamerbrief over wolken | Kamerstuk | Rijksoverheid.nl", ["brief"]],
    ["Brief van de Wolkenbond, «Regen», 23 maart 2023.", ["brief 2023-03-23"]],
    ["Wolken in cijfers | Rapport | Rijksoverheid.nl", ["rapport"]],
    ["Instituut Voorbeeld (2023). Wolken in Nederland 2023.", ["rapport"]],
    ["ECLI:NL:HR:2016:2785", ["rechtspraak https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:HR:2016:2785"]],
    ["Europese Commissie, 15 juli 2020, «Clouds»", ["eu 2020-07-15"]],
    ["Zie artikel 7c van de Wet op de wolken.", ["wet"]],
    ["Wolken boven zee | Koninklijke Wolkenbond", ["web"]],
    ["In 2021 was nog geen sprake van wolken.", ["overig"]],
  ] as const) {
    it(`reads "${noot}"`, () => assert.deepEqual(kort(noot), expected));
  }

  for (const noot of [
    "Dit is in goed vertrouwen gedaan, en in trouw aan de afspraken van 3 mei 2024.",
    "De tijd die daarvoor stond, is op 3 mei 2024 verstreken.",
    "Metro en tram reden op 3 mei 2024 niet.",
    "Focus en stern zijn hier woorden.",
    "Zie de Standaard voor gegevens over wolken, 2023.",
    "Change is nodig, aldus de bond.",
    "Elsevier is een uitgever.",
    "Wolkenbond, 3 mei 2024, «NRC schrijft over wolken»",
    "Quote: «wolken»",
    "Change, zo heet het, is nodig.",
  ]) {
    it(`sees no medium in "${noot}"`, () =>
      assert.deepEqual(
        typeNoot(noot).bronnen.flatMap(({ medium }) => medium?.id ?? []),
        [],
      ));
  }

  it("marks an address that is no link by itself", () => {
    assert.equal(typeNoot("Krant (voorbeeld.example.nu/1)").bronnen[0]?.isKaal, true);
    assert.equal(typeNoot("FD (https://fd.nl/economie/1)").bronnen[0]?.isKaal ?? false, false);
  });

  it("takes the words of a Markdown link and its address for one source", () => {
    assert.deepEqual(kort("«Wolken», [www.elsevier.nl](http://www.elsevier.nl/wolken), 9 maart 2012."), [
      "ew 2012-03-09 http://www.elsevier.nl/wolken",
    ]);
  });

  it("takes its time in proportion to the length of a note, whatever stands in it", () => {
    for (const stuk of [
      "(«NOS, ",
      "«",
      "a.b/",
      "Trouw, https://x.nl/y ",
      "NRC; ",
      "éaéa",
      "Kamerstuk 1 ",
      "1-1-",
      "'x ",
      "De ",
      "| ",
    ]) {
      const noot = stuk.repeat(Math.ceil(300_000 / stuk.length));
      const begin = performance.now();
      typeNoot(noot);
      const seconds = (performance.now() - begin) / 1000;
      assert.ok(seconds < 5, `${JSON.stringify(stuk)}: ${seconds} s`);
    }
  });
});
