// Marks in the table of contents where the reader is. Without this script browsers that can do it in CSS do; in others the
// numbers lead there all the same.
{
  const blad = document.querySelector(".inhoudsopgave > div");
  /** @type {HTMLAnchorElement[]} */
  const links = [...(blad?.querySelectorAll("a") ?? [])];
  const koppen = links.flatMap((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))) ?? []);
  /** What comes after the conversation: from there on no part of it is the current one. */
  const einde = document.querySelector("article:has(.inhoudsopgave)")?.nextElementSibling;
  if (blad instanceof HTMLElement && koppen.length === links.length) {
    /** Headings that have passed the line under which one reads. @type {Set<Element>} */
    const boven = new Set();
    /** @type {HTMLAnchorElement | undefined} */
    let huidig;

    /** Brings a link into sight inside the table of contents; the page itself never moves. @param {HTMLAnchorElement} link */
    const toon = (link) => {
      const kader = blad.getBoundingClientRect();
      const { left, right, top, bottom } = link.getBoundingClientRect();
      if (left < kader.left || right > kader.right) blad.scrollLeft += left - kader.left - kader.width / 2;
      if (top < kader.top || bottom > kader.bottom) blad.scrollTop += top - kader.top - kader.height / 2;
    };
    const merk = () => {
      const rang = einde && boven.has(einde) ? -1 : koppen.findLastIndex((kop) => boven.has(kop));
      const link = links[rang];
      if (link === huidig) return;
      huidig?.removeAttribute("aria-current");
      link?.setAttribute("aria-current", "location");
      huidig = link;
      if (link && !blad.contains(document.activeElement)) toon(link);
    };

    /** @type {IntersectionObserver | undefined} */
    let waarnemer;
    const neemWaar = () => {
      waarnemer?.disconnect();
      boven.clear();
      // Just below where a heading comes to stand when one follows a link to it.
      const regel = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + 48;
      const rootMargin = `1000000px 0px ${Math.round(regel - innerHeight)}px 0px`;
      waarnemer = new IntersectionObserver(
        (entries) => {
          for (const { target, isIntersecting } of entries) {
            if (isIntersecting) boven.add(target);
            else boven.delete(target);
          }
          merk();
        },
        { rootMargin },
      );
      for (const kop of koppen) waarnemer.observe(kop);
      if (einde) waarnemer.observe(einde);
    };
    neemWaar();
    addEventListener("resize", neemWaar);
  }
}
