// The search page: asks Pagefind's engine and shows what it found, where, and as which word. Without this script the
// page shows how to search and links the lists. Nothing from the index ever becomes markup: excerpts are cut out of the
// plain text by word number, and built of text and <mark> elements.
(() => {
  /**
   * @typedef {{ location: number, balanced_score: number }} ZoekWoordplaats A word of the page, counted from 0.
   * @typedef {{ id: string, element: string, text: string, location: number }} ZoekAnker
   * @typedef {{ anchor?: ZoekAnker, weighted_locations: ZoekWoordplaats[] }} ZoekDeel
   * @typedef {{ raw_url?: string, url: string, content: string, meta: Record<string, string | undefined>,
   *   anchors: ZoekAnker[], weighted_locations: ZoekWoordplaats[], sub_results: ZoekDeel[] }} ZoekFragment
   * @typedef {{ id: string, score: number, data: () => Promise<ZoekFragment> }} ZoekResultaat
   * @typedef {{ search: (term: string) => Promise<{ results: ZoekResultaat[] }>, init: () => Promise<void> }} ZoekMachine
   * @typedef {import("../../data/zoekteksten.ts").ZoekScriptTeksten} ZoekTeksten
   * @typedef {{ term: string, woorden: string[], weggelaten: string[], nummer: string | undefined,
   *   isGewoon: boolean, isLetterlijk: boolean }} Zoekvraag
   * @typedef {{ fragment: ZoekFragment, woorden: string[] }} Treffer
   */

  const PAGE_SIZE = 10;
  const DEBOUNCE_MS = 150;
  const SLOW_MS = 400;
  const MIN_LETTERS = 3;
  const EXCERPT_WORDS = 28;
  const PARTS_SHOWN = 3;
  const FORMS_SHOWN = 5;
  /** A form that shares fewer letters at its begin than this is not one of the word asked for. */
  const KIN_LETTERS = 3;
  const MAX_LENGTH = 200;
  /** How many hits are looked through for the page of a vraagnummer that was typed. */
  const NUMMER_DEPTH = 60;
  /** A word between the punctuation around it: 1 before, 2 the word, 3 after. */
  const AROUND = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su;

  const NOT_IN_WORD = /[^\p{L}\p{N}]+/u;

  const found = document.querySelector("[data-zoekpagina]");
  if (found instanceof HTMLElement) start(found);

  /** @param {HTMLElement} pagina */
  function start(pagina) {
    /** @type {ZoekTeksten} */
    const teksten = JSON.parse(pagina.dataset.teksten ?? "{}");
    const vorm = pick("form", HTMLFormElement);
    const veld = pick("input[name=q]", HTMLInputElement);
    const stand = pick("[data-zoek=stand]", HTMLElement);
    const lijst = pick("[data-zoek=treffers]", HTMLElement);
    const meer = pick("[data-zoek=meer]", HTMLElement);
    const meerKnop = pick("[data-zoek=meer] button", HTMLElement);
    const meerStand = pick("[data-zoek=meer] span", HTMLElement);
    const hulplijst = pick("[data-zoek=niets] ul", HTMLElement);
    const opnieuw = pick("[data-zoek=fout] a", HTMLElement);
    const titel = document.title;

    /** Counts questions asked: an answer to any but the last is thrown away. */
    let beurt = 0;
    /** The query of this history entry, as last submitted or arrived at. */
    let vastgelegd = "";
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let wachten;
    /** @type {Promise<ZoekMachine> | undefined} */
    let machine;
    /** @type {{ zoekvraag: Zoekvraag, resultaten: ZoekResultaat[], getoond: number, vormen: Map<string, number> } | undefined} */
    let uitkomst;

    veld.addEventListener("input", () => {
      clearTimeout(wachten);
      wachten = setTimeout(() => {
        replaceAddress(veld.value);
        search(veld.value, false);
      }, DEBOUNCE_MS);
    });
    veld.addEventListener("focus", preload, { once: true });
    veld.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown") return;
      const eerste = lijst.querySelector("a");
      if (!eerste || lijst.hidden) return;
      event.preventDefault();
      eerste.focus();
    });
    vorm.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(wachten);
      pushAddress(veld.value);
      search(veld.value, true);
    });
    meerKnop.addEventListener("click", () => showMore());
    addEventListener("popstate", openAddress);
    openAddress();

    /** Shows what the address asks for: at first, and after back or forward. */
    function openAddress() {
      const vraag = (new URLSearchParams(location.search).get("q") ?? "").slice(0, MAX_LENGTH);
      const getoond = Number(history.state?.getoond) || PAGE_SIZE;
      veld.value = vraag;
      vastgelegd = vraag;
      search(vraag, true, getoond);
    }

    /** While one types the address follows, in the same history entry. @param {string} vraag */
    function replaceAddress(vraag) {
      history.replaceState(null, "", addressOf(vraag));
    }

    /** A submitted query gets an entry of its own; the entry it was typed in goes back to what it held. @param {string} vraag */
    function pushAddress(vraag) {
      if (vraag.trim() === vastgelegd.trim()) return replaceAddress(vraag);
      history.replaceState(null, "", addressOf(vastgelegd));
      history.pushState(null, "", addressOf(vraag));
      vastgelegd = vraag;
    }

    /**
     * @param {string} tekst
     * @param {boolean} isGevraagd Enter was pressed or the address asks: then two letters are enough.
     * @param {number} [aantal] how many hits to show at once
     */
    async function search(tekst, isGevraagd, aantal = PAGE_SIZE) {
      beurt += 1;
      const dezeBeurt = beurt;
      const zoekvraag = parseZoekvraag(tekst, teksten);
      document.title = zoekvraag.term === "" ? titel : fillText(teksten.titelPagina, { vraag: tekst.trim(), titel });
      if (zoekvraag.term === "") return showPaneel("leeg", []);
      if (location.protocol === "file:") return showPaneel("bestand", []);
      if (!isGevraagd && (letters(zoekvraag.term) < MIN_LETTERS || zoekvraag.isGewoon)) {
        return showPaneel("leeg", fill(teksten.typDoor, { woorden: [quoteAll([zoekvraag.term], "")] }));
      }
      const traag = setTimeout(() => {
        if (dezeBeurt === beurt) say([teksten.bezig]);
      }, SLOW_MS);
      try {
        const { resultaten, treffers, vormen } = await find(zoekvraag, aantal);
        if (dezeBeurt !== beurt) return;
        if (treffers.length === 0) return await showNiets(zoekvraag, dezeBeurt);
        uitkomst = { zoekvraag, resultaten, getoond: treffers.length, vormen };
        lijst.replaceChildren(...treffers.map((treffer) => toElement(treffer, uitkomst?.vormen ?? new Map())));
        say(describe(uitkomst));
        showOnly("treffers");
        showMeer();
      } catch {
        machine = undefined;
        if (dezeBeurt !== beurt) return;
        opnieuw.setAttribute("href", addressOf(tekst));
        showPaneel("fout", [teksten.fout]);
      } finally {
        clearTimeout(traag);
      }
    }

    /**
     * Asks the engine. A word that it does not know it shortens until something begins with what is left: for "xyzzy"
     * it answers with every x. That is a guess, so it counts as nothing.
     * @param {Zoekvraag} zoekvraag
     * @param {number} aantal how many hits to load
     */
    async function find(zoekvraag, aantal) {
      const gevonden = await (await loadMachine()).search(zoekvraag.term);
      const resultaten = await putNummerFirst(gevonden.results, zoekvraag.nummer);
      const treffers = await loadTreffers(resultaten.slice(0, aantal));
      const vormen = countVormen(treffers);
      const isGok = zoekvraag.woorden.some((woord) => ![...vormen.keys()].some((vorm) => isKin(vorm, woord)));
      return isGok ? { resultaten: [], treffers: [], vormen } : { resultaten, treffers, vormen };
    }

    async function showMore() {
      if (!uitkomst) return;
      const deze = uitkomst;
      const treffers = await loadTreffers(deze.resultaten.slice(deze.getoond, deze.getoond + PAGE_SIZE));
      if (deze !== uitkomst) return;
      for (const [vorm, aantal] of countVormen(treffers)) deze.vormen.set(vorm, (deze.vormen.get(vorm) ?? 0) + aantal);
      const elementen = treffers.map((treffer) => toElement(treffer, deze.vormen));
      lijst.append(...elementen);
      deze.getoond += treffers.length;
      history.replaceState({ getoond: deze.getoond }, "");
      showMeer();
      // The button may be gone now; whoever pressed it goes on reading at the first new hit.
      elementen[0]?.querySelector("a")?.focus();
    }

    function showMeer() {
      if (!uitkomst) return;
      const totaal = uitkomst.resultaten.length;
      meer.hidden = totaal <= PAGE_SIZE;
      meerKnop.hidden = uitkomst.getoond >= totaal;
      meerStand.textContent = fillText(teksten.getoond, { aantal: count(uitkomst.getoond), totaal: count(totaal) });
    }

    /**
     * Nothing found: says so, and offers what would find something, each with its number of hits.
     * @param {Zoekvraag} zoekvraag
     * @param {number} dezeBeurt
     */
    async function showNiets(zoekvraag, dezeBeurt) {
      const pogingen = [
        ...(zoekvraag.woorden.length > 1
          ? zoekvraag.woorden.map((woord) => ({ sjabloon: teksten.zoekEen, woord }))
          : []),
        ...zoekvraag.woorden
          .filter((woord) => woord.length > 6)
          .map((woord) => ({ sjabloon: teksten.zoekBegin, woord: woord.slice(0, Math.max(4, woord.length - 3)) })),
      ].slice(0, 4);
      /** @type {HTMLElement[]} */
      const regels = [];
      for (const { sjabloon, woord } of pogingen) {
        const aantal = (await find(parseZoekvraag(woord, teksten), PAGE_SIZE)).resultaten.length;
        if (aantal === 0) continue;
        const link = element("a", "", [`«${woord}»`]);
        link.setAttribute("href", addressOf(woord));
        const aantalTekst = aantal === 1 ? teksten.aantalEen : fillText(teksten.aantalMeer, { aantal: count(aantal) });
        regels.push(element("li", "", fill(sjabloon, { woord: [link], aantal: [aantalTekst] })));
      }
      if (dezeBeurt !== beurt) return;
      for (const regel of hulplijst.querySelectorAll("[data-poging]")) regel.remove();
      for (const regel of regels) regel.dataset.poging = "";
      hulplijst.prepend(...regels);
      showPaneel("niets", fill(teksten.niets, { woorden: [quoteAll(termsOf(zoekvraag), teksten.en)] }));
    }

    /** @param {string} naam @param {(Node | string)[]} melding */
    function showPaneel(naam, melding) {
      uitkomst = undefined;
      lijst.replaceChildren();
      meer.hidden = true;
      say(melding);
      showOnly(naam);
    }

    /** @param {string} naam */
    function showOnly(naam) {
      lijst.hidden = naam !== "treffers";
      for (const paneel of pagina.querySelectorAll(".zoekpagina__paneel")) {
        if (paneel instanceof HTMLElement) paneel.hidden = paneel.dataset.zoek !== naam;
      }
    }

    /** Changes the status line only when its words change, so that it is not read out twice. @param {(Node | string)[]} delen */
    function say(delen) {
      const nieuw = element("p", "", delen);
      if (nieuw.textContent !== stand.textContent) stand.replaceChildren(...nieuw.childNodes);
    }

    /**
     * What was searched, how many, and as which words it was found.
     * @param {{ zoekvraag: Zoekvraag, resultaten: ZoekResultaat[], vormen: Map<string, number> }} gevonden
     */
    function describe({ zoekvraag, resultaten, vormen }) {
      const aantal = count(resultaten.length);
      const isEen = resultaten.length === 1;
      const gemist = zoekvraag.woorden.filter((woord) => ![...vormen.keys()].some((vorm) => isFormOf(vorm, woord)));
      const andere = [...vormen]
        .filter(([vorm]) => !zoekvraag.woorden.some((woord) => fold(woord) === fold(vorm)))
        .sort((a, b) => b[1] - a[1])
        .map(([vorm]) => vorm)
        .slice(0, FORMS_SHOWN);
      const weg =
        zoekvraag.weggelaten.length > 0
          ? fill(teksten.nietGezocht, { woorden: [quoteAll(zoekvraag.weggelaten, teksten.komma)] })
          : [];
      if (gemist.length > 0) {
        const gevonden = [...vormen.keys()].slice(0, FORMS_SHOWN);
        return [
          bold([isEen ? teksten.eenGevonden : fillText(teksten.gevonden, { aantal })]),
          ".",
          ...fill(teksten.nietLetterlijk, {
            woorden: [quoteAll(gemist, teksten.komma)],
            vormen: join(gevonden, teksten.komma),
          }),
          ...weg,
        ];
      }
      const kop = fill(isEen ? teksten.eenTreffer : teksten.treffers, {
        aantal: [aantal],
        woorden: join(termsOf(zoekvraag), teksten.en),
      });
      const ook = andere.length > 0 ? fill(teksten.ookAls, { woorden: join(andere, teksten.komma) }) : [];
      return [bold(kop), ...ook, ".", ...weg];
    }

    /** @param {Treffer} treffer @param {Map<string, number>} vormen */
    function toElement({ fragment, woorden }, vormen) {
      const adres = (fragment.raw_url ?? fragment.url).replace(/^\//, "");
      const delen = bestDelen(fragment, woorden, teksten);
      const titelMarks = markWords((fragment.meta.title ?? adres).split(/\s+/), (woord) => vormen.has(core(woord)));
      const isTitel = titelMarks.some((deel) => typeof deel !== "string");
      const link = element("a", "", titelMarks);
      // A title that matched leads to the whole; else the best line does, for that is what was asked for.
      const beste = delen.find(({ id }) => id !== "");
      link.setAttribute("href", isTitel || !beste ? adres : `${adres}#${beste.id}`);
      const regels = delen.map((deel) => {
        const plaats = element("a", "treffer__plaats", [deel.label]);
        plaats.setAttribute("href", deel.id === "" ? adres : `${adres}#${deel.id}`);
        return element("p", "treffer__waar", [plaats, " ", ...deel.uittreksel]);
      });
      return element("li", "treffer", [
        element("h3", "treffer__titel", [link]),
        ...regels,
        metaLine(fragment.meta, teksten),
      ]);
    }

    /** Gets the engine ready while one is still typing. Should that fail, the search itself says so. */
    function preload() {
      if (location.protocol !== "file:") loadMachine().catch(() => undefined);
    }

    /** Loads the engine once, at the first sign that it is wanted. */
    function loadMachine() {
      machine ??= (async () => {
        const adres = new URL("pagefind/pagefind.js", document.baseURI).href;
        /** @type {ZoekMachine} */
        const geladen = await import(adres);
        await geladen.init();
        return geladen;
      })();
      return machine;
    }

    /**
     * @template {Element} T
     * @param {string} selector
     * @param {{ new (): T }} type
     * @returns {T}
     */
    function pick(selector, type) {
      const gevonden = pagina.querySelector(selector);
      if (gevonden instanceof type) return gevonden;
      throw new Error(`zoekpagina: ${selector} is missing`);
    }
  }

  /**
   * Reads what was typed. Function words are left out beside other words, not inside quotation marks; a vraagnummer is
   * recognised in lower case and with a space.
   * @param {string} tekst
   * @param {ZoekTeksten} teksten
   * @returns {Zoekvraag}
   */
  function parseZoekvraag(tekst, teksten) {
    const schoon = tekst
      .trim()
      .replace(/\s+/g, " ")
      .replace(/[“”„«»]/g, '"');
    const zaak = /^((?:19|20)\d{2}) ?z ?(\d{4,6}[a-z]?)$/i.exec(schoon);
    if (zaak) {
      const nummer = `${zaak[1]}Z${(zaak[2] ?? "").toUpperCase()}`;
      return { term: nummer, woorden: [nummer], weggelaten: [], nummer, isGewoon: false, isLetterlijk: false };
    }
    const isLetterlijk = /^".+"$/.test(schoon);
    const alle = schoon
      .replaceAll('"', "")
      .split(" ")
      .filter((woord) => core(woord) !== "");
    if (isLetterlijk)
      return {
        term: `"${alle.join(" ")}"`,
        woorden: alle,
        weggelaten: [],
        nummer: undefined,
        isGewoon: false,
        isLetterlijk,
      };
    /** @type {ReadonlySet<string>} */
    const functiewoorden = new Set(teksten.functiewoorden);
    const over = alle.filter((woord) => !functiewoorden.has(fold(woord)));
    const woorden = over.length > 0 ? over : alle;
    const weggelaten = over.length > 0 ? alle.filter((woord) => !over.includes(woord)) : [];
    // Nothing but function words finds nearly everything, slowly: not while one is still typing.
    const isGewoon = over.length === 0;
    return { term: woorden.join(" "), woorden, weggelaten, nummer: undefined, isGewoon, isLetterlijk };
  }

  /**
   * Puts the page of the vraagnummer that was typed before the pages that only mention it.
   * @param {ZoekResultaat[]} resultaten
   * @param {string | undefined} nummer
   */
  async function putNummerFirst(resultaten, nummer) {
    if (nummer === undefined) return resultaten;
    const eerste = resultaten.slice(0, NUMMER_DEPTH);
    const fragmenten = await Promise.all(eerste.map((resultaat) => resultaat.data()));
    const index = fragmenten.findIndex(({ raw_url, url }) => (raw_url ?? url).endsWith(`/${nummer}.html`));
    const gevonden = resultaten[index];
    return gevonden ? [gevonden, ...resultaten.filter((resultaat) => resultaat !== gevonden)] : resultaten;
  }

  /** @param {ZoekResultaat[]} resultaten @returns {Promise<Treffer[]>} */
  async function loadTreffers(resultaten) {
    const fragmenten = await Promise.all(resultaten.map((resultaat) => resultaat.data()));
    // The same cut as the engine's, or word numbers would not fit.
    return fragmenten.map((fragment) => ({ fragment, woorden: fragment.content.split(/[^\S\uFEFF]+/) }));
  }

  /** How often each word form was matched, over all these hits. @param {Treffer[]} treffers */
  function countVormen(treffers) {
    /** @type {Map<string, number>} */
    const vormen = new Map();
    for (const { fragment, woorden } of treffers) {
      for (const { location } of fragment.weighted_locations) {
        const vorm = core(woorden[location] ?? "");
        if (vorm !== "") vormen.set(vorm, (vormen.get(vorm) ?? 0) + 1);
      }
    }
    return vormen;
  }

  /**
   * The vragen and antwoorden of a page that matched best, best first, each with a few marked words of its text.
   * @param {ZoekFragment} fragment
   * @param {string[]} woorden
   * @param {ZoekTeksten} teksten
   */
  function bestDelen(fragment, woorden, teksten) {
    const grenzen = fragment.anchors.filter(({ element: naam }) => /^h\d$/i.test(naam)).map(({ location }) => location);
    const delen = fragment.sub_results
      .filter(({ anchor }) => anchor?.id)
      .map((deel) => ({
        ...deel,
        score: deel.weighted_locations.reduce((som, plaats) => som + plaats.balanced_score, 0),
      }))
      .sort((a, b) => b.score - a.score)
      .slice(0, PARTS_SHOWN);
    if (delen.length === 0) return beginOf(fragment, woorden, grenzen, teksten);
    return delen.map(({ anchor, weighted_locations }) => {
      const kop = anchor?.location ?? 0;
      const begin = kop + (anchor?.text.trim().split(/\s+/).length ?? 0);
      const eind = Math.min(woorden.length, ...grenzen.filter((grens) => grens > kop));
      return {
        id: anchor?.id ?? "",
        label: labelOf(anchor?.id ?? "", anchor?.text ?? "", teksten),
        uittreksel: excerpt(woorden, begin, eind, weighted_locations),
      };
    });
  }

  /**
   * For a page that matched outside its vragen and antwoorden: what stands before the first.
   * @param {ZoekFragment} fragment
   * @param {string[]} woorden
   * @param {number[]} grenzen
   * @param {ZoekTeksten} teksten
   */
  function beginOf(fragment, woorden, grenzen, teksten) {
    if (fragment.weighted_locations.length === 0) return [];
    const eind = Math.min(woorden.length, ...grenzen.filter((grens) => grens > 0));
    return [{ id: "", label: teksten.begin, uittreksel: excerpt(woorden, 0, eind, fragment.weighted_locations) }];
  }

  /**
   * Cuts the words around the densest matches out of `woorden[begin, eind)` and marks them.
   * @param {string[]} woorden
   * @param {number} begin
   * @param {number} eind
   * @param {ZoekWoordplaats[]} plaatsen
   */
  function excerpt(woorden, begin, eind, plaatsen) {
    const binnen = plaatsen.filter(({ location }) => location >= begin && location < eind);
    const gemarkeerd = new Set(binnen.map(({ location }) => location));
    let beste = begin;
    let hoogste = -1;
    for (const { location } of binnen) {
      const som = binnen
        .filter((plaats) => plaats.location >= location && plaats.location < location + EXCERPT_WORDS - 5)
        .reduce((totaal, plaats) => totaal + plaats.balanced_score, 0);
      if (som > hoogste) [beste, hoogste] = [location, som];
    }
    // A few words before the first mark, and a full length where the text allows.
    const van = Math.max(begin, Math.min(beste - 5, eind - EXCERPT_WORDS));
    const tot = Math.min(eind, van + EXCERPT_WORDS);
    const delen = markWords(woorden.slice(van, tot), (_, index) => gemarkeerd.has(van + index));
    return [...(van > begin ? ["… "] : []), ...delen, ...(tot < eind ? [" …"] : [])];
  }

  /**
   * Joins words with spaces and puts those that matched in <mark>, without the punctuation around them.
   * @param {string[]} woorden
   * @param {(woord: string, index: number) => boolean} isMatch
   */
  function markWords(woorden, isMatch) {
    /** @type {(Node | string)[]} */
    const delen = [];
    for (const [index, woord] of woorden.entries()) {
      const voor = index === 0 ? "" : " ";
      const [, open = "", kern = "", sluit = ""] = AROUND.exec(woord) ?? [];
      if (kern !== "" && isMatch(woord, index)) delen.push(voor + open, element("mark", "", [kern]), sluit);
      else delen.push(voor + woord);
    }
    return delen;
  }

  /** @param {Record<string, string | undefined>} meta @param {ZoekTeksten} teksten */
  function metaLine({ ingediend, indiener, status }, teksten) {
    /** @type {(Node | string)[]} */
    const delen = [];
    if (ingediend) {
      const tijd = element("time", "", [formatDatum(ingediend, teksten)]);
      tijd.setAttribute("datetime", ingediend);
      delen.push(tijd);
    }
    if (indiener) delen.push(indiener);
    if (status) {
      /** @type {Record<string, string>} */
      const vormen = teksten.staatvormen;
      const vorm = vormen[status];
      delen.push(element("span", vorm ? `staat staat--${vorm}` : "", [status]));
    }
    return element(
      "p",
      "treffer__meta",
      delen.flatMap((deel, index) => (index === 0 ? [deel] : [" · ", deel])),
    );
  }

  /** @param {string} datum @param {ZoekTeksten} teksten */
  function formatDatum(datum, teksten) {
    const [jaar = "", maand = "", dag = ""] = datum.split("-");
    return `${Number(dag)}\u00a0${teksten.maanden[Number(maand) - 1] ?? maand}\u00a0${jaar}`;
  }

  /** "Antwoord 4" from the anchor: the heading itself may hold a bare number. @param {string} id @param {string} tekst @param {ZoekTeksten} teksten */
  function labelOf(id, tekst, teksten) {
    const [, soort, nummer = ""] = /^(vraag|antwoord)-([^-]+)/.exec(id) ?? [];
    if (soort === undefined) return tekst;
    const isGenummerd = !nummer.startsWith("z");
    if (soort === "vraag") return isGenummerd ? fillText(teksten.vraag, { nummer }) : teksten.vraagZonderNummer;
    return isGenummerd ? fillText(teksten.antwoord, { nummer }) : teksten.antwoordZonderNummer;
  }

  /** What was asked for, as it is said: a quotation is one thing. @param {Zoekvraag} zoekvraag */
  function termsOf({ woorden, isLetterlijk }) {
    return isLetterlijk ? [woorden.join(" ")] : woorden;
  }

  /** Whether a form found is the word asked for or begins with it, also behind a hyphen or a point. @param {string} vorm @param {string} woord */
  function isFormOf(vorm, woord) {
    const gevraagd = bare(woord);
    return [bare(vorm), ...fold(vorm).split(NOT_IN_WORD)].some((deel) => deel.startsWith(gevraagd));
  }

  /**
   * Whether a form found can be one of the word asked for: "gewerkt" of "werken", "boot" of "boten". A number is itself or
   * it is another number.
   * @param {string} vorm
   * @param {string} woord
   */
  function isKin(vorm, woord) {
    if (isFormOf(vorm, woord)) return true;
    if (/\p{N}/u.test(woord)) return false;
    const gevraagd = soften(woord);
    return [vorm, vorm.replace(/^ge/, "")].some((deel) => {
      const gevonden = soften(deel);
      let gelijk = 0;
      while (gelijk < gevraagd.length && gevraagd[gelijk] === gevonden[gelijk]) gelijk += 1;
      return gelijk >= Math.min(KIN_LETTERS, gevraagd.length);
    });
  }

  /** The letters that bending a Dutch word leaves alone: "brieven" and "brief" both begin with "brief". @param {string} woord */
  function soften(woord) {
    return bare(woord)
      .replace(/(.)\1+/gu, "$1")
      .replaceAll("v", "f")
      .replaceAll("z", "s");
  }

  /** @param {string} woord */
  function bare(woord) {
    return fold(woord).split(NOT_IN_WORD).join("");
  }

  /** Letters and digits of a word, small, without the punctuation around it. @param {string} woord */
  function core(woord) {
    return (AROUND.exec(woord)?.[2] ?? "").toLowerCase();
  }

  /** The same without accents: "Oekraïne" and "oekraine" are one word to the engine. @param {string} woord */
  function fold(woord) {
    return core(woord).normalize("NFD").replace(/\p{M}/gu, "");
  }

  /** @param {string} term */
  function letters(term) {
    return term.replace(/[^\p{L}\p{N}]/gu, "").length;
  }

  /** @param {string} vraag */
  function addressOf(vraag) {
    const schoon = vraag.trim();
    return schoon === "" ? location.pathname : `${location.pathname}?${new URLSearchParams({ q: schoon })}`;
  }

  /** @param {number} aantal */
  function count(aantal) {
    return String(aantal).replace(/\B(?=(\d{3})+$)/g, ".");
  }

  /** Words that were found, marked as they are in the excerpts. @param {string[]} woorden @param {string} tussen */
  function join(woorden, tussen) {
    return woorden.flatMap((woord, index) => [...(index === 0 ? [] : [tussen]), element("mark", "", [woord])]);
  }

  /** Words that were not: in quotation marks only. @param {string[]} woorden @param {string} tussen */
  function quoteAll(woorden, tussen) {
    return woorden.map((woord) => `«${woord}»`).join(tussen);
  }

  /** @param {(Node | string)[]} delen */
  function bold(delen) {
    return element("b", "", delen);
  }

  /** Fills `{naam}` in a sentence with nodes. @param {string} sjabloon @param {Record<string, (Node | string)[]>} waarden */
  function fill(sjabloon, waarden) {
    return sjabloon.split(/(\{[a-z]+\})/).flatMap((deel) => waarden[/^\{([a-z]+)\}$/.exec(deel)?.[1] ?? ""] ?? [deel]);
  }

  /** @param {string} sjabloon @param {Record<string, string>} waarden */
  function fillText(sjabloon, waarden) {
    return sjabloon.replace(/\{([a-z]+)\}/g, (geheel, naam) => waarden[naam] ?? geheel);
  }

  /** @param {string} naam @param {string} klasse @param {(Node | string)[]} delen */
  function element(naam, klasse, delen) {
    const nieuw = document.createElement(naam);
    if (klasse !== "") nieuw.className = klasse;
    nieuw.append(...delen);
    return nieuw;
  }
})();
