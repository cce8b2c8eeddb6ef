/** Official addresses of publications and of what the XML's references point to (docs/formats/adressen.md). */

const OFFICIEEL = "https://zoek.officielebekendmakingen.nl";

/** The address for readers of a publication: `ah-tk-20212022-705` -> …/ah-tk-20212022-705.html. */
export function addressOfPublicatie(id: string): string {
  return `${OFFICIEEL}/${id}.html`;
}

/**
 * The address that a reference in official XML means, from its `doc` (or `dossier`) attribute: a publication identifier, a
 * dossier, a jci string of a law, or a web address. `undefined` when it is none of these.
 */
export function addressOfDoc(doc: string, soort?: string): string | undefined {
  const target = doc.trim();
  if (/^https?:\/\/[^\s]+$/i.test(target)) return target;
  if (/^mailto:[^\s]+$/i.test(target)) return target;
  if (/^www\.[^\s]+$/i.test(target)) return `https://${target}`;
  if (/^jci1\.\d+:[^\s]+$/.test(target)) return `https://wetten.overheid.nl/${target}`;
  if (/^(?:kv|ah|kst|blg|nds|ag|h|stb|stcrt|trb)-[A-Za-z0-9][A-Za-z0-9_-]*$/.test(target))
    return addressOfPublicatie(target);
  if (/^\d{5}(?:-[A-Za-z0-9]+)*$/.test(target) && soort !== "URL") return `${OFFICIEEL}/dossier/${target}`;
  return undefined;
}
