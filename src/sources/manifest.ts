/**
 * Reads the manifest of a harvest: on which day each file was fetched. It says nothing of what is in the files.
 * @see docs/formats/manifest.md
 */
import { isDatum } from "../model/datum.ts";
import type { Datum, Diagnostiek } from "../model/kamervraag.ts";

/** One file of the harvest, by the hash of its bytes: it may be moved or renamed. */
export interface Ophaling {
  readonly sha256: string;
  readonly opgehaald: Datum;
}

export interface Manifest {
  readonly ophalingen: readonly Ophaling[];
  /** When entries could not be used: how many, and the first of them. */
  readonly diagnostiek?: Diagnostiek;
}

/** Reads a manifest; `undefined` when the JSON is something else. Entries without a hash or a day are counted and told. */
export function readManifest(json: unknown): Manifest | undefined {
  if (!isObject(json) || json.oogst !== 1 || !Array.isArray(json.bestanden)) return undefined;
  const ophalingen: Ophaling[] = [];
  const onbruikbaar: number[] = [];
  for (const [rank, entry] of json.bestanden.entries()) {
    const ophaling = readOphaling(entry);
    if (ophaling) ophalingen.push(ophaling);
    else onbruikbaar.push(rank + 1);
  }
  const [first] = onbruikbaar;
  if (first === undefined) return { ophalingen };
  const gevonden = `${onbruikbaar.length} van ${json.bestanden.length}, het eerst nummer ${first}`;
  return { ophalingen, diagnostiek: { code: "manifest-onvolledig", ernst: "fout", plaats: "kop", gevonden } };
}

function readOphaling(entry: unknown): Ophaling | undefined {
  if (!isObject(entry)) return undefined;
  const { sha256, opgehaald } = entry;
  if (typeof sha256 !== "string" || typeof opgehaald !== "string") return undefined;
  // A time of the day may follow: only the day counts.
  const [dag = ""] = opgehaald.split("T");
  const hash = sha256.toLowerCase();
  return /^[0-9a-f]{64}$/.test(hash) && isDatum(dag) ? { sha256: hash, opgehaald: dag } : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
