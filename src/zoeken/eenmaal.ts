/** Answers a function that does its work at the first call and gives that answer ever after; what failed is tried again. */
export function once<Uitkomst>(work: () => Promise<Uitkomst>): () => Promise<Uitkomst> {
  let bezig: Promise<Uitkomst> | undefined;
  return () => {
    bezig ??= work().catch((error: unknown) => {
      bezig = undefined;
      throw error;
    });
    return bezig;
  };
}
