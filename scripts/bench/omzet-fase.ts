/** The conversion as a phase: by itself, because what the other phases load takes longer than a conversion without work. */
import { convert } from "../convert/omzetten.ts";
import { runFase } from "./opdracht.ts";

// The sources lie in the folder `uit`.
await runFase(async ({ inhoud, uit }) => {
  const cache = { map: `${inhoud}-cache` };
  const { werk } = await convert({ bronnen: [uit], inhoud, cache, isVolledig: false });
  return { aantal: werk.samengevoegd + werk.overgenomen };
});
