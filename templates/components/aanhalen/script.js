// Adds the copy buttons: in the section "Aanhalen", and one line at the foot of every antwoord. Without this script the words
// can be selected, the files are links, and the number in the margin is the address. Its words stand in the section's data-knoppen.
{
  const section = document.querySelector("[data-knoppen]");
  /** @type {Record<string, string>} */
  const woorden = JSON.parse(section instanceof HTMLElement ? (section.dataset.knoppen ?? "{}") : "{}");
  /** How long a button says that it did what it was asked. */
  const SHOWN_MS = 3000;

  /** @param {string} tag @param {string} klas @param {string} [tekst] */
  const make = (tag, klas, tekst = "") => {
    const element = document.createElement(tag);
    element.className = klas;
    element.textContent = tekst;
    return element;
  };
  const status = make("p", "stil");
  status.role = "status";
  document.body.append(status);
  /** @param {string | undefined} zin @param {string} naam */
  const say = (zin = "", naam) => {
    // Emptied first, so that the same sentence is read out again.
    status.textContent = "";
    setTimeout(() => {
      status.textContent = zin.replace("{}", naam);
    }, 50);
  };

  /** Shows a text in a field under the button, selected. @param {HTMLElement} button @param {string} tekst @param {string} naam */
  const offer = (button, tekst, naam) => {
    document.querySelector(".kopieer__veld")?.remove();
    const field = /** @type {HTMLTextAreaElement} */ (make("textarea", "kopieer__veld"));
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
  };

  /**
   * A button that copies `get()`. Where that cannot be done it selects the words that stand on the page, or shows them in a field.
   * @param {string} tekst @param {string} naam @param {() => string} get @param {{ zichtbaar?: Element, isAdres?: boolean }} [where]
   */
  const makeButton = (tekst, naam, get, where = {}) => {
    const button = /** @type {HTMLButtonElement} */ (make("button", "kopieer__knop"));
    button.type = "button";
    const shown = make("span", "", tekst);
    button.append(shown, make("span", "stil", ` ${naam}`));
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    button.addEventListener("click", async () => {
      const isLocal = where.isAdres === true && /^file:/.test(get());
      try {
        if (isLocal) throw new Error("an address on this disk is of use to nobody else");
        await navigator.clipboard.writeText(get());
        say(woorden.gemeld, naam);
        shown.textContent = woorden.gekopieerd ?? "";
        button.classList.add("kopieer__knop--gedaan");
        clearTimeout(timer);
        timer = setTimeout(() => {
          shown.textContent = tekst;
          button.classList.remove("kopieer__knop--gedaan");
        }, SHOWN_MS);
      } catch {
        if (where.zichtbaar) getSelection()?.selectAllChildren(where.zichtbaar);
        else offer(button, get(), naam);
        say(isLocal ? woorden.schijf : woorden.geselecteerd, naam);
      }
    });
    return button;
  };

  const canoniek = document.querySelector('link[rel="canonical"]');
  const pagina = canoniek instanceof HTMLLinkElement ? canoniek.href : location.href;

  for (const zichtbaar of document.querySelectorAll(".aanhalen__woorden")) {
    if (!(zichtbaar instanceof HTMLElement)) continue;
    const get = () => (zichtbaar.textContent ?? "").replaceAll("\u00a0", " ");
    zichtbaar.after(makeButton(woorden.kopieer ?? "", zichtbaar.dataset.naam ?? "", get, { zichtbaar }));
  }
  for (const item of document.querySelectorAll("[data-vermelding]")) {
    if (!(item instanceof HTMLElement)) continue;
    const { vermelding = "", naam = "" } = item.dataset;
    item.append(makeButton(woorden.kopieer ?? "", naam, () => vermelding));
  }
  for (const row of document.querySelectorAll(".kopieer")) {
    if (!(row instanceof HTMLElement)) continue;
    const { doel = "", naam = "", aanhaling = "" } = row.dataset;
    const adres = () => new URL(`#${doel}`, pagina).href;
    row.append(
      woorden.aanhalen ?? "",
      makeButton(woorden.kopieerVerwijzing ?? "", naam, () => aanhaling.replaceAll("\u00a0", " ")),
      " · ",
      makeButton(woorden.kopieerAdres ?? "", naam, adres, { isAdres: true }),
    );
  }
}
