/** European acts that go by a name of their own; each name means one act, whatever the year of the text. */
export const EU_NAMEN: readonly (readonly [celex: string, ...namen: readonly string[]])[] = [
  ["32016R0679", "AVG", "Algemene verordening gegevensbescherming"],
  ["31992L0043", "Habitatrichtlijn"],
  ["32009L0147", "Vogelrichtlijn"],
  ["32000L0060", "Kaderrichtlijn Water"],
  ["31991L0676", "Nitraatrichtlijn"],
  ["32006L0123", "Dienstenrichtlijn"],
  ["32008L0115", "Terugkeerrichtlijn"],
  ["31996L0071", "Detacheringsrichtlijn"],
  ["32008L0056", "Kaderrichtlijn mariene strategie"],
  ["32022R2065", "Digital Services Act", "Digitaledienstenverordening"],
  ["32022R1925", "Digital Markets Act", "Digitalemarktenverordening"],
  ["32024R1689", "AI-verordening"],
  ["32022L2555", "NIS2-richtlijn"],
  ["32001R1049", "Eurowob"],
  ["32024R1991", "Natuurherstelverordening"],
  ["32023R1115", "Ontbossingsverordening"],
];
