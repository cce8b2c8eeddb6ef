// Adds the copy buttons: in the section "Aanhalen", and one line at the foot of every antwoord and of every vraag without one.
// Without this script the words can be selected, the files are links, and the number in the margin is the address. What it
// copies it makes from what stands on the page.
import { toBibtex } from "../../../src/site/aanhalen/bibtex.ts";
import { toCslJson } from "../../../src/site/aanhalen/csl.ts";
import { aanhalingOpPagina, type Verschil, vermeldingOpPagina } from "../../../src/site/aanhalen/op-pagina.ts";
import { toRis } from "../../../src/site/aanhalen/ris.ts";
import type { Vermelding } from "../../../src/site/aanhalen/vermelding.ts";
import { aanhaalteksten } from "../../data/aanhalen.ts";

interface Plaats {
  /** Words on the page to select where nothing can be copied. */
  readonly zichtbaar?: Element;
  readonly isAdres?: boolean;
}

const woorden = aanhaalteksten.knoppen;
const VORMEN: Readonly<Record<string, (vermeldingen: readonly Vermelding[]) => string>> = {
  [aanhaalteksten.bestanden.bib]: toBibtex,
  [aanhaalteksten.bestanden.ris]: toRis,
  [aanhaalteksten.bestanden.csljson]: toCslJson,
};
/** How long a button says that it did what it was asked. */
const SHOWN_MS = 3000;

const status = make("p", "stil");
const canoniek = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
const sectie = document.querySelector<HTMLElement>("section[aria-labelledby=aanhalen]");
const kort = textOf(sectie?.querySelector("dd > span"));

if (sectie) start(sectie);

function start(sectie: HTMLElement): void {
  status.role = "status";
  document.body.append(status);
  for (const zichtbaar of sectie.querySelectorAll("dd > span")) {
    const naam = textOf(zichtbaar.closest("div")?.querySelector("dt"));
    const get = () => metSpaties(textOf(zichtbaar));
    zichtbaar.after(makeButton(woorden.kopieer, naam, get, { zichtbaar }));
  }
  for (const item of sectie.querySelectorAll("li")) {
    const naam = textOf(item);
    const vorm = VORMEN[naam];
    if (vorm) item.append(makeButton(woorden.kopieer, naam, () => vorm([readVermelding(sectie)])));
  }
  for (const blok of document.querySelectorAll(".vraagblok")) {
    const antwoorden = [...blok.querySelectorAll(".antwoord")];
    for (const antwoord of antwoorden) addRegel(antwoord, antwoord);
    if (antwoorden.length > 0) continue;
    for (const vraag of blok.querySelectorAll(".vraag:not(:has(.vraag__verwijzing))")) {
      addRegel(vraag, vraag.lastElementChild ?? vraag);
    }
  }
}

/** Puts the line to copy a vraag or antwoord at the end of `plaats`. */
function addRegel(deel: Element, plaats: Element): void {
  const kop = deel.querySelector<HTMLElement>(":is(h3, h4)[id]");
  if (!kop) return;
  const naam = textOf(kop);
  const ankers = [kop, ...kop.querySelectorAll(":scope > [id]")].map(({ id }) => id);
  const aanhaling = () => metSpaties(kop.dataset.aanhaling ?? aanhalingOpPagina(kort, ankers));
  const adres = () => new URL(`#${kop.id}`, canoniek ?? location.href).href;
  const regel = make("div", "kopieer", woorden.aanhalen);
  // What the archive says is not searched, so it is not marked either.
  regel.dataset.pagefindIgnore = "";
  regel.append(
    makeButton(woorden.kopieerVerwijzing, naam, aanhaling),
    " · ",
    makeButton(woorden.kopieerAdres, naam, adres, { isAdres: true }),
  );
  plaats.append(regel);
}

/** A button that copies `get()`. Where that cannot be done it selects the words that stand on the page, or shows them in a field. */
function makeButton(tekst: string, naam: string, get: () => string, plaats: Plaats = {}): HTMLButtonElement {
  const button = make("button", "kopieer__knop");
  button.type = "button";
  const shown = make("span", "", tekst);
  button.append(shown, make("span", "stil", ` ${naam}`));
  let timer: ReturnType<typeof setTimeout> | undefined;
  button.addEventListener("click", async () => {
    const isLocal = plaats.isAdres === true && /^file:/.test(get());
    try {
      if (isLocal) throw new Error("an address on this disk is of use to nobody else");
      await navigator.clipboard.writeText(get());
      say(woorden.gemeld, naam);
      shown.textContent = woorden.gekopieerd;
      button.classList.add("kopieer__knop--gedaan");
      clearTimeout(timer);
      timer = setTimeout(() => {
        shown.textContent = tekst;
        button.classList.remove("kopieer__knop--gedaan");
      }, SHOWN_MS);
    } catch {
      if (plaats.zichtbaar) getSelection()?.selectAllChildren(plaats.zichtbaar);
      else offer(button, get(), naam);
      say(isLocal ? woorden.schijf : woorden.geselecteerd, naam);
    }
  });
  return button;
}

/** Shows a text in a field under the button, selected. */
function offer(button: HTMLButtonElement, tekst: string, naam: string): void {
  document.querySelector(".kopieer__veld")?.remove();
  const field = make("textarea", "kopieer__veld");
  field.readOnly = true;
  field.value = tekst;
  field.rows = Math.min(12, tekst.split("\n").length);
  field.setAttribute("aria-label", naam);
  (button.closest("dd, .kopieer") ?? button.parentElement ?? document.body).append(field);
  field.select();
  field.addEventListener("keydown", (event) => {
    // Losing the focus takes the field away.
    if (event.key === "Escape") button.focus();
  });
  field.addEventListener("blur", () => field.remove());
}

function say(zin: string, naam: string): void {
  // Emptied first, so that the same sentence is read out again.
  status.textContent = "";
  setTimeout(() => {
    status.textContent = zin.replace("{}", naam);
  }, 50);
}

/** The page's own entry, from its head and its ledger; `toPaginafeiten` (view.ts) finds the same there. */
function readVermelding(sectie: HTMLElement): Vermelding {
  const feiten = [...document.querySelectorAll("dl.feiten > div")];
  const linksIn = (delen: readonly Element[], begin: string) =>
    delen.flatMap((deel) => [...deel.querySelectorAll<HTMLAnchorElement>(`a[href^="${begin}"]`)]);
  const tekstenIn = (delen: readonly Element[], lijst: string) =>
    linksIn(delen, `${document.body.dataset.wortel ?? ""}${lijst}/`).map(textOf);
  const gerichtAan = feiten.findLast((feit) => tekstenIn([feit], "bewindspersoon").length > 0);
  const [ingediend, beantwoord] = feiten.map((feit) => feit.querySelector("time")?.dateTime);
  const verschil = sectie.dataset.verschil;
  return vermeldingOpPagina(
    {
      titel: textOf(document.querySelector("h1")),
      nummer: textOf(document.querySelector(".titelblok__nummer > span")).split(" ").at(-1) ?? "",
      kort,
      indieners: tekstenIn(feiten, "indiener"),
      gerichtAan: gerichtAan ? tekstenIn([gerichtAan], "bewindspersoon") : [],
      onderwerpen: tekstenIn(feiten, "onderwerp"),
      ...(ingediend ? { ingediend } : {}),
      ...(beantwoord ? { beantwoord } : {}),
      bronnen: linksIn(feiten, "http").map((link) => link.getAttribute("href") ?? ""),
      ...(canoniek ? { adres: canoniek } : {}),
    },
    verschil ? (JSON.parse(verschil) as Verschil) : {},
  );
}

function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, klas: string, tekst = ""): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = klas;
  element.textContent = tekst;
  return element;
}

function textOf(element: Element | null | undefined): string {
  return element?.textContent ?? "";
}

function metSpaties(tekst: string): string {
  return tekst.replaceAll("\u00a0", " ");
}
