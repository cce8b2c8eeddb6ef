// Adds "Kopieer verwijzing" to every vraag and antwoord. Without this script the number in the margin does the same.
{
  /** @param {string} tag @param {string} klas */
  const make = (tag, klas) => {
    const element = document.createElement(tag);
    element.className = klas;
    return element;
  };
  /** How long a button says that it did what it was asked. */
  const SHOWN_MS = 3000;
  const status = make("p", "stil");
  status.role = "status";
  document.body.append(status);

  /** Shows the address in a field and selects it: for pages on disk and browsers without a clipboard. @param {HTMLElement} row @param {string} address @param {string} name */
  const offer = (row, address, name) => {
    const field = document.createElement("input");
    field.className = "kopieer__adres";
    field.readOnly = true;
    field.value = address;
    field.setAttribute("aria-label", `Verwijzing naar ${name}`);
    row.querySelector("input")?.remove();
    row.append(field);
    field.select();
    field.addEventListener("blur", () => field.remove());
    status.textContent = "Verwijzing geselecteerd. Kopieer met Ctrl+C of ⌘+C.";
  };

  for (const row of document.querySelectorAll(".kopieer")) {
    if (!(row instanceof HTMLElement)) continue;
    const { doel = "", naam = "" } = row.dataset;
    const button = /** @type {HTMLButtonElement} */ (make("button", "kopieer__knop"));
    button.type = "button";
    const words = document.createElement("span");
    words.textContent = "Kopieer verwijzing";
    button.append(words);
    const whereTo = make("span", "stil");
    whereTo.textContent = ` naar ${naam}`;
    button.append(whereTo);
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    button.addEventListener("click", async () => {
      const address = new URL(`#${doel}`, location.href).href;
      try {
        if (location.protocol === "file:") throw new Error("an address on this disk is of use to nobody else");
        await navigator.clipboard.writeText(address);
        status.textContent = "";
        status.textContent = `Verwijzing naar ${naam} gekopieerd.`;
        words.textContent = "Verwijzing gekopieerd";
        clearTimeout(timer);
        timer = setTimeout(() => {
          words.textContent = "Kopieer verwijzing";
        }, SHOWN_MS);
      } catch {
        offer(row, address, naam);
      }
    });
    row.append(button);
  }
}
