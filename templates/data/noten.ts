/** The words about the sources that notes name. */
import type { NootSoort } from "../../src/noten/soort.ts";

export const nootwoorden = {
  /** The kind of one source, small beside its note; a remark that names no source has none. */
  soort: {
    nieuwsmedium: "nieuws",
    kamerstuk: "Kamerstuk",
    brief: "brief",
    rapport: "rapport",
    rechtspraak: "rechtspraak",
    eu: "Europese Unie",
    wet: "regelgeving",
    web: "website",
    overig: "",
  } satisfies Record<NootSoort, string>,
  /** So many of a kind, in a sentence that counts them. */
  aantal: {
    nieuwsmedium: (aantal: string, isEen: boolean) => `${aantal}\u00a0${isEen ? "nieuwsbron" : "nieuwsbronnen"}`,
    kamerstuk: (aantal: string, isEen: boolean) => `${aantal}\u00a0${isEen ? "Kamerstuk" : "Kamerstukken"}`,
    brief: (aantal: string, isEen: boolean) => `${aantal}\u00a0${isEen ? "brief" : "brieven"}`,
    rapport: (aantal: string, isEen: boolean) => `${aantal}\u00a0${isEen ? "rapport" : "rapporten"}`,
    rechtspraak: (aantal: string) => `${aantal}\u00a0keer rechtspraak`,
    eu: (aantal: string) => `${aantal}\u00a0keer de Europese Unie`,
    wet: (aantal: string) => `${aantal}\u00a0keer regelgeving`,
    web: (aantal: string, isEen: boolean) => `${aantal}\u00a0${isEen ? "website" : "websites"}`,
    overig: (aantal: string, isEen: boolean) => `${aantal}\u00a0andere ${isEen ? "noot" : "noten"}`,
  } satisfies Record<NootSoort, (aantal: string, isEen: boolean) => string>,
  samen: (opsomming: string) => `In de noten bij de vragen: ${opsomming}.`,
  archief: "archief",
  /** Said to who does not see where the link stands. */
  archiefUitleg: (domein: string, datum: string) => `: kopie van ${domein} bij het Internet Archive van rond ${datum}`,
};
