/** Scores what a reader saw against labels: precision and recall for each field, counted over the facts in it. */
import { type Feit, type Label, VELDEN, type Veld } from "./labels.ts";
import { type Gelezen, type Vondst, vondstenOf } from "./vondsten.ts";
import { isZelfde } from "./zelfde.ts";

export interface Telling {
  readonly goed: number;
  /** Found, but not so. */
  readonly teVeel: number;
  /** So, but not found. */
  readonly gemist: number;
}

/** A field of one document where something was missed or made up. */
export interface Misser {
  readonly bestand: string;
  readonly vorm: string;
  readonly veld: Veld;
  readonly verwacht: readonly string[];
  readonly gevonden: readonly string[];
}

export interface Score {
  readonly perVeld: ReadonlyMap<Veld, Telling>;
  readonly perVorm: ReadonlyMap<string, ReadonlyMap<Veld, Telling>>;
  readonly missers: readonly Misser[];
  /** Labelled documents that the reader did not recognise: all that they state counts as missed. */
  readonly nietHerkend: readonly string[];
}

interface Uitslag extends Telling {
  readonly veld: Veld;
  readonly verwacht: readonly string[];
  readonly gevonden: readonly string[];
}

/** Scores all labelled documents. A document that is not among `gelezen`, or is not recognised, misses everything. */
export function scoor(labels: readonly Label[], gelezen: readonly Gelezen[]): Score {
  const byBestand = new Map(gelezen.map((document) => [document.bestand, document]));
  const herkend = (label: Label) => {
    const document = byBestand.get(label.bestand);
    return document?.herkend ? document : undefined;
  };
  const uitslagen = labels.flatMap((label) =>
    VELDEN.flatMap((veld) => {
      const feiten = label.velden[veld];
      if (!feiten) return [];
      return [{ ...label, ...vergelijk(veld, feiten, vondstenOf(veld, herkend(label))) }];
    }),
  );
  const vormen = [...new Set(labels.map(({ vorm }) => vorm))].toSorted();
  return {
    perVeld: telPerVeld(uitslagen),
    perVorm: new Map(vormen.map((vorm) => [vorm, telPerVeld(uitslagen.filter((uitslag) => uitslag.vorm === vorm))])),
    missers: uitslagen
      .filter(({ teVeel, gemist }) => teVeel + gemist > 0)
      .map(({ bestand, vorm, veld, verwacht, gevonden }) => ({ bestand, vorm, veld, verwacht, gevonden })),
    nietHerkend: labels.filter((label) => !herkend(label)).map(({ bestand }) => bestand),
  };
}

/** The part of what was found that is so; 1 when nothing was found. */
export function precisieOf({ goed, teVeel }: Telling): number {
  return goed + teVeel === 0 ? 1 : goed / (goed + teVeel);
}

/** The part of what is so that was found; 1 when there was nothing to find. */
export function volledigheidOf({ goed, gemist }: Telling): number {
  return goed + gemist === 0 ? 1 : goed / (goed + gemist);
}

function telPerVeld(uitslagen: readonly Uitslag[]): ReadonlyMap<Veld, Telling> {
  const sum = (veld: Veld, pick: (uitslag: Uitslag) => number) =>
    uitslagen.filter((uitslag) => uitslag.veld === veld).reduce((total, uitslag) => total + pick(uitslag), 0);
  return new Map(
    VELDEN.map((veld) => [
      veld,
      {
        goed: sum(veld, ({ goed }) => goed),
        teVeel: sum(veld, ({ teVeel }) => teVeel),
        gemist: sum(veld, ({ gemist }) => gemist),
      },
    ]),
  );
}

function vergelijk(veld: Veld, feiten: readonly Feit[], vondsten: readonly Vondst[]): Uitslag {
  const isSame = (feit: Feit, vondst: Vondst) =>
    feit.schrijfwijzen.some((expected) => vondst.some((found) => isZelfde(veld, expected, found)));
  const isOrdered = veld === "vragen" || veld === "antwoorden";
  const paren = isOrdered ? koppelOpVolgorde(feiten, vondsten, isSame) : koppel(feiten, vondsten, isSame);
  const used = new Set(paren.values());
  const gemist = feiten.filter((feit, index) => !feit.isVrij && !paren.has(index));
  const teVeel = vondsten.filter((_, index) => !used.has(index));
  return {
    veld,
    goed: feiten.filter((feit, index) => !feit.isVrij && paren.has(index)).length,
    teVeel: teVeel.length,
    gemist: gemist.length,
    verwacht: gemist.map(({ schrijfwijzen }) => schrijfwijzen.join(" | ")),
    gevonden: teVeel.map(([eerste = ""]) => eerste),
  };
}

// Index of a fact -> index of what was found for it. Facts that must be found go first.
function koppel<A extends Feit, B>(feiten: readonly A[], vondsten: readonly B[], isSame: (a: A, b: B) => boolean) {
  const paren = new Map<number, number>();
  const used = new Set<number>();
  for (const isVrij of [false, true]) {
    feiten.forEach((feit, index) => {
      if (feit.isVrij !== isVrij) return;
      const at = vondsten.findIndex((vondst, other) => !used.has(other) && isSame(feit, vondst));
      if (at < 0) return;
      paren.set(index, at);
      used.add(at);
    });
  }
  return paren;
}

// The longest run that stands in the same order on both sides: a vraag that moved counts as missed and as made up.
function koppelOpVolgorde<A, B>(feiten: readonly A[], vondsten: readonly B[], isSame: (a: A, b: B) => boolean) {
  const width = vondsten.length + 1;
  const best = new Array<number>((feiten.length + 1) * width).fill(0);
  const at = (row: number, column: number) => best[row * width + column] ?? 0;
  for (let row = feiten.length - 1; row >= 0; row--) {
    for (let column = vondsten.length - 1; column >= 0; column--) {
      const [feit, vondst] = [feiten[row], vondsten[column]];
      const same = feit !== undefined && vondst !== undefined && isSame(feit, vondst);
      best[row * width + column] = same
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const paren = new Map<number, number>();
  for (let row = 0, column = 0; row < feiten.length && column < vondsten.length; ) {
    const [feit, vondst] = [feiten[row], vondsten[column]];
    if (feit !== undefined && vondst !== undefined && isSame(feit, vondst)) paren.set(row++, column++);
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return paren;
}
