/** What a notice means, from its own words. */
import type { Mededeling } from "../model/kamervraag.ts";

const INGETROKKEN =
  /\bingetrokken\b|\btrekt?\b[^.]{0,80}\bin\b|\bals\s+niet\s+(?:gesteld|ingediend)\b|\b(?:komen|zijn)\s+(?:te\s+)?vervallen\b/i;
const UITSTEL =
  /\b(?:vergt|vraagt|vereist|kost|behoeft)\s+(?:\S+\s+){0,3}?(?:meer|extra)\s+tijd\b|\bmeer\s+tijd\s+nodig\b|\bontvangt\s+(?:\S+\s+){0,3}?antwoorden\s+(?:\S+\s+){0,2}?(?:v[oó]{2}r|na|uiterlijk|later)\b|\bniet\s+(?:\S+\s+){0,8}?(?:beantwoord|beantwoorden|beantwoording)|\buitstel\b|\bbinnen\s+de\s+(?:gebruikelijke|gestelde|vastgestelde)\s+termijn\b|\b(?:zo\s+spoedig\s+mogelijk|later)\s+(?:\S+\s+){0,6}?(?:beantwoord|antwoord|toe(?:komen|zenden|sturen))/i;
const PER_BRIEF =
  /\b(?:brief|kamerbrief|Kamerstuk)\b[^.]{0,200}\b(?:beantwoord|ingegaan|geïnformeerd|antwoord)|\b(?:beantwoord|ingegaan|antwoord|verwijs|verwezen)\b[^.]{0,200}\b(?:brief|kamerbrief|Kamerstuk)\b/i;

/**
 * Tells postponement, withdrawal and an answer by letter apart. Rules are tried in this order and look at the notice's
 * words only; what none of them knows is `overig`.
 * @see docs/formats/mededelingen.md
 */
export function soortOfMededeling(tekst: string): Mededeling["soort"] {
  if (INGETROKKEN.test(tekst)) return "ingetrokken";
  if (UITSTEL.test(tekst)) return "uitstel";
  return PER_BRIEF.test(tekst) ? "per-brief" : "overig";
}
