/** The options of the comparison with other generators. */
import { GebruikError } from "../../opties.ts";

export const ANDEREN = ["eleventy", "hugo"] as const;
export type Andere = (typeof ANDEREN)[number];

export interface NaastOpties {
  readonly aantal: number;
  readonly seed: number;
  /** In the order in which they are built, after ours. */
  readonly anderen: readonly Andere[];
  readonly rondes: number;
  readonly metZoeken: boolean;
  /** Whether to build again over what is there, after a change. */
  readonly metVervolg: boolean;
  /** The sizes to measure at besides `aantal`, smaller than it. */
  readonly groei: readonly number[];
}

export interface NaastWaarden {
  readonly naast?: string | undefined;
  readonly rondes?: string | undefined;
  readonly groei?: boolean | undefined;
  readonly "zonder-zoeken"?: boolean | undefined;
  readonly "zonder-vervolg"?: boolean | undefined;
}

const RONDES = 3;
/** The cost of a Kamervraag is compared with that at the second of these. */
export const GROEI = [1_000, 10_000] as const;

/**
 * Reads the options of the comparison; `undefined` when none is asked for.
 * @throws GebruikError on a generator that is not known, on a number that is none, and on options without a comparison.
 */
export function readNaast(
  waarden: NaastWaarden,
  archief: Pick<NaastOpties, "aantal" | "seed">,
): NaastOpties | undefined {
  const { naast, rondes = String(RONDES), groei = false } = waarden;
  if (naast === undefined && !groei) {
    for (const optie of ["rondes", "zonder-zoeken", "zonder-vervolg"] as const) {
      if (waarden[optie] !== undefined) throw new GebruikError(`--${optie}: alleen samen met --naast of --groei`);
    }
    return undefined;
  }
  if (!/^[1-9]\d?$/.test(rondes)) throw new GebruikError(`--rondes: «${rondes}» is geen getal van 1 tot en met 99`);
  return {
    ...archief,
    anderen: readAnderen(naast),
    rondes: Number(rondes),
    metZoeken: !(waarden["zonder-zoeken"] ?? false),
    metVervolg: !(waarden["zonder-vervolg"] ?? false),
    groei: groei ? GROEI.filter((aantal) => aantal < archief.aantal) : [],
  };
}

function readAnderen(naast: string | undefined): readonly Andere[] {
  if (naast === undefined) return [];
  const namen = naast.split(",").map((naam) => naam.trim().toLowerCase());
  const vreemd = namen.find((naam) => !ANDEREN.some((andere) => andere === naam));
  if (vreemd !== undefined) {
    throw new GebruikError(
      `--naast: «${vreemd}» is er niet bij; kies uit ${ANDEREN.join(" en ")}, met een komma ertussen`,
    );
  }
  return ANDEREN.filter((andere) => namen.includes(andere));
}
