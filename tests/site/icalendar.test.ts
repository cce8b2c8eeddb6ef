import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Agendapunt, toICalendar } from "../../src/site/icalendar.ts";

const punt: Agendapunt = {
  uid: "2099Z00001-termijn@kamervragen-archief",
  datum: "2099-12-31",
  wijziging: 1,
  titel: "Een titel; met komma, en \\ schuine streep",
  tekst: "Eerste regel.\nTweede regel.",
};

/** Joins folded lines again, as a reader of calendars does. */
const unfold = (ics: string) => ics.replace(/\r\n[ \t]/g, "").split("\r\n");

describe("toICalendar", () => {
  it("writes an all-day event that ends the day after", () => {
    const lines = unfold(toICalendar("Naam", "2099-12-01", [punt]));
    for (const line of [
      "UID:2099Z00001-termijn@kamervragen-archief",
      "DTSTAMP:20991201T000000Z",
      "SEQUENCE:1",
      "DTSTART;VALUE=DATE:20991231",
      "DTEND;VALUE=DATE:21000101",
      "SUMMARY:Een titel\\; met komma\\, en \\\\ schuine streep",
      "DESCRIPTION:Eerste regel.\\nTweede regel.",
    ])
      assert.ok(lines.includes(line), line);
    assert.deepEqual([lines[0], lines.at(-2), lines.at(-1)], ["BEGIN:VCALENDAR", "END:VCALENDAR", ""]);
  });

  it("folds at 75 octets, never inside a character, and ends every line with CRLF", () => {
    for (const letter of ["a", "é", "€", "😀", ","]) {
      const titel = letter.repeat(200);
      const ics = toICalendar("Naam", "2099-12-01", [{ ...punt, titel }]);
      assert.doesNotMatch(ics, /[^\r]\n|\r[^\n]/);
      for (const line of ics.split("\r\n")) {
        assert.ok(Buffer.byteLength(line) <= 75, line);
        assert.equal(Buffer.from(line).toString(), line);
      }
      assert.ok(unfold(ics).includes(`SUMMARY:${titel.replaceAll(",", "\\,")}`));
    }
  });

  it("lets no line of a title become a line of the calendar", () => {
    const ics = toICalendar("Naam", "2099-12-01", [{ ...punt, titel: "a\r\nATTACH:x\rb\u2028c\u0007" }]);
    assert.ok(unfold(ics).includes("SUMMARY:a\\nATTACH:x\\nb\\nc "));
  });

  it("is a calendar also with nothing in it: one component has to be there", () => {
    const lines = unfold(toICalendar("Naam", "2099-12-01", []));
    assert.ok(lines.includes("BEGIN:VTIMEZONE"));
    assert.ok(!lines.includes("BEGIN:VEVENT"));
  });
});
