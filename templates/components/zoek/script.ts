// The search page. Without this script it shows how to search and links the lists. Nothing from the index or the address
// ever becomes markup: everything is built of text and elements.
import { openZoekmachine } from "./machine.ts";
import { startZoekpagina } from "./pagina.ts";

const gevonden = document.querySelector("[data-zoekpagina]");
if (gevonden instanceof HTMLElement) startZoekpagina(gevonden, openZoekmachine());
