/** The report of a measurement, in Dutch, as a table for the terminal. */
import { cpus, totalmem } from "node:os";
import type { Meting } from "./meting.ts";
import type { Fase } from "./opdracht.ts";

export interface Mapgrootte {
  readonly bestanden: number;
  readonly bytes: number;
}

export interface Bankverslag {
  readonly aantal: number;
  readonly node: string;
  readonly systeem: string;
  readonly processors: number;
  readonly geheugen: number;
  readonly metingen: readonly Meting[];
  readonly mappen: { readonly inhoud: Mapgrootte; readonly site: Mapgrootte; readonly zoekindex: Mapgrootte };
}

const FASE_NAMEN: Readonly<Record<Fase, string>> = {
  genereren: "genereren",
  omzetten: "omzetten",
  site: "lezen, renderen en lijsten",
  paginas: "bladzijden",
  scherven: "zoekindex: scherven",
  samenvoegen: "zoekindex: samenvoegen",
  nogmaals: "zoekindex: nogmaals",
};

export function describeMachine(): Pick<Bankverslag, "node" | "systeem" | "processors" | "geheugen"> {
  return {
    node: process.versions.node,
    systeem: `${process.platform} ${process.arch}`,
    processors: cpus().length,
    geheugen: totalmem(),
  };
}

export function formatVerslag(verslag: Bankverslag): string {
  const { metingen, mappen } = verslag;
  const head = ["fase", "duur", "per seconde", "cpu", "geheugen", "kindproces"];
  return [
    `Meting met ${formatCount(verslag.aantal)} verzonnen Kamervragen`,
    `Node ${verslag.node}, ${verslag.systeem}, ${verslag.processors} processors, ${formatBytes(verslag.geheugen)} geheugen`,
    "",
    ...formatTable([head, ...metingen.map(toRow)]),
    "",
    ...formatTable([
      ["map", "bestanden", "grootte"],
      ["Markdown", ...toCells(mappen.inhoud)],
      ["site zonder zoekindex", ...toCells(mappen.site)],
      ["zoekindex", ...toCells(mappen.zoekindex)],
    ]),
    "",
  ].join("\n");
}

function toRow({ fase, aantal, seconden, cpuSeconden, geheugen, geheugenKinderen }: Meting): readonly string[] {
  return [
    FASE_NAMEN[fase],
    formatSeconds(seconden),
    `${formatCount(Math.round(aantal / seconden))} pagina's`,
    formatSeconds(cpuSeconden),
    formatBytes(geheugen),
    fase !== "scherven" ? "-" : geheugenKinderen === undefined ? "n.v.t." : formatBytes(geheugenKinderen),
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
