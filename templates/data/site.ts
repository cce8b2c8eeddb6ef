/** What the archive calls itself and where its parts stand. No words of the interface: those are in teksten.ts. */
export const site = {
  naam: "Kamervragen-archief",
  taal: "nl",
  /** Rows of one page of a list. Older pages are cut from the oldest row on, so that they never change. */
  rijenPerPagina: 200,
  /** Rows of the short tables on the front page. */
  rijenVoorpagina: 8,
  /** A title longer than this is set smaller. */
  langeTitel: 120,
  /** Characters that fit one line at the head of a printed sheet. */
  drukkop: 112,
  schema: "schema/kamervraag.schema.json",
} as const;

export type Site = typeof site;
