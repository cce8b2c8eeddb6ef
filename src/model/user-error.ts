/** A fault that a person can mend: where it is, what is wrong, why we think so, and what to do. Printed in Dutch. */
export interface Fout {
  /** File or address, with the line where that is known: `content/kamervragen/2024/2024Z01234.md:12`. */
  readonly where: string;
  readonly what: string;
  readonly why?: string;
  readonly mend: string;
}

/** Thrown by readers of what people edit and by commands; holds every fault found, not the first of forty. */
export class UserError extends Error {
  readonly fouten: readonly Fout[];

  constructor(fouten: Fout | readonly Fout[], options?: ErrorOptions) {
    const all: readonly Fout[] = "where" in fouten ? [fouten] : fouten;
    super(all.map(formatFout).join("\n"), options);
    this.name = "UserError";
    this.fouten = all;
  }
}

/** Writes a fault as three lines: place and fact, the reason, the mend. */
export function formatFout({ where, what, why, mend }: Fout): string {
  return [`${where}: ${what}`, ...(why ? [`  waarom:   ${why}`] : []), `  oplossen: ${mend}`].join("\n");
}
