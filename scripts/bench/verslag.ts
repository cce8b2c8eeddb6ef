/** The report of a measurement, in Dutch, as a table for the terminal. */
import { cpus, totalmem } from "node:os";
import type { Bladzijdegrootte } from "./bladzijde.ts";
import type { Mapgrootte } from "./mapgrootte.ts";
import type { Meting } from "./meting.ts";
import type { Bundelgrootte, Fase } from "./opdracht.ts";

export interface Machine {
  readonly node: string;
  readonly systeem: string;
  readonly processors: number;
  readonly geheugen: number;
}

export interface Bankverslag extends Machine {
  readonly aantal: number;
  readonly metingen: readonly Meting[];
  readonly mappen: { readonly inhoud: Mapgrootte; readonly site: Mapgrootte; readonly zoekindex: Mapgrootte };
  /** The mean page of a Kamervraag. */
  readonly bladzijde?: Bladzijdegrootte;
}

const FASE_NAMEN: Readonly<Record<Fase, string>> = {
  genereren: "genereren",
  omzetten: "omzetten",
  site: "lezen, renderen en lijsten",
  paginas: "bladzijden",
  scherven: "zoekindex: scherven",
  samenvoegen: "zoekindex: samenvoegen",
  nogmaals: "zoekindex: alles nogmaals samenvoegen",
  bijgewerkt: "zoekindex: een gewijzigd",
  index: "zoekindex, in één keer",
  zoekpagina: "zoekpagina",
  zoekbundel: "zoeken in de bundel",
  bundel: "bundel inpakken",
};

export function describeMachine(): Machine {
  return {
    node: process.versions.node,
    systeem: `${process.platform} ${process.arch}`,
    processors: cpus().length,
    geheugen: totalmem(),
  };
}

export function formatVerslag(verslag: Bankverslag): string {
  const { metingen, mappen, bladzijde } = verslag;
  return [
    `Meting met ${formatCount(verslag.aantal)} verzonnen Kamervragen`,
    `Node ${verslag.node}, ${verslag.systeem}, ${verslag.processors} processors, ${formatBytes(verslag.geheugen)} geheugen`,
    "",
    ...formatFasen(metingen),
    "",
    ...formatTable([
      ["map", "bestanden", "grootte"],
      ["Markdown", ...toCells(mappen.inhoud)],
      ["site zonder zoekindex", ...toCells(mappen.site)],
      ["zoekindex", ...toCells(mappen.zoekindex)],
      ...metingen.flatMap(({ bundel }) => (bundel ? toBundelrijen(bundel) : [])),
    ]),
    ...(bladzijde ? ["", formatBladzijde(bladzijde)] : []),
    "",
  ].join("\n");
}

function formatBladzijde({ bytes, woorden, ingepakt }: Bladzijdegrootte): string {
  const kilo = (size: number) => `${(size / 1000).toFixed(1).replace(".", ",")} kB`;
  return `Een Kamervraag: gemiddeld ${kilo(bytes)}, waarvan ${kilo(woorden)} woorden; ingepakt ${kilo(ingepakt)}`;
}

/** What each phase cost, a line each. */
export function formatFasen(metingen: readonly Meting[]): readonly string[] {
  const head = ["fase", "duur", "per seconde", "cpu", "geheugen", "kindproces", "samen"];
  return formatTable([head, ...metingen.map(toRow)]);
}

/** Phases that start indexers. */
const MET_KINDEREN: ReadonlySet<Fase> = new Set(["scherven", "index", "bijgewerkt"]);

function toRow(meting: Meting): readonly string[] {
  const { fase, aantal, seconden, cpuSeconden, geheugen } = meting;
  const kinderen = (bytes: number | undefined) =>
    !MET_KINDEREN.has(fase) ? "-" : bytes === undefined ? "n.v.t." : formatBytes(bytes);
  return [
    FASE_NAMEN[fase],
    formatSeconds(seconden),
    `${formatCount(Math.round(aantal / seconden))} pagina's`,
    formatSeconds(cpuSeconden),
    formatBytes(geheugen),
    kinderen(meting.geheugenKinderen),
    kinderen(meting.geheugenSamen),
  ];
}

function toBundelrijen({ bestanden, uitgepakt, ingepakt }: Bundelgrootte): readonly (readonly string[])[] {
  return [
    ["bundel, uitgepakt", ...toCells({ bestanden, bytes: uitgepakt })],
    ["bundel, als zip", ...toCells({ bestanden: 1, bytes: ingepakt })],
  ];
}

function toCells({ bestanden, bytes }: Mapgrootte): readonly [string, string] {
  return [formatCount(bestanden), formatBytes(bytes)];
}

/** Columns as wide as their widest cell; the first to the left, figures to the right. */
export function formatTable(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("   ")
      .trimEnd(),
  );
}

export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ".");
}

export function formatSeconds(seconds: number): string {
  return `${seconds.toFixed(1).replace(".", ",")} s`;
}

/** In MB of a million bytes. */
export function formatBytes(bytes: number): string {
  const megabytes = bytes / 1e6;
  return `${megabytes < 10 ? megabytes.toFixed(1).replace(".", ",") : formatCount(Math.round(megabytes))} MB`;
}
