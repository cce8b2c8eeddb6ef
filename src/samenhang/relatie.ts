/**
 * How one Kamervraag refers to another:
 * `aanvulling` the indieners say that these questions add to the others; `vervolg` their questions go on from earlier
 * questions or the answers to them; `eerder-antwoord` an antwoord recalls what was answered before; `zie-ook` "Zie ook …";
 * `verwijst` any other mention.
 */
export type Relatie = "aanvulling" | "vervolg" | "eerder-antwoord" | "zie-ook" | "verwijst";
