/** Where a field stands in a YAML text, so that a fault in a hand edit can name its line. */
import { EVENT_MAPPING, EVENT_POP, EVENT_SCALAR, EVENT_SEQUENCE, parseEvents } from "js-yaml";

type Events = ReturnType<typeof parseEvents>;

/**
 * The line (from 1) of a field, e.g. `["bronnen", "0", "sha256"]`; of its nearest parent when the field itself is absent.
 * `yaml` must be a text that parses.
 */
export function lineOfPath(yaml: string, path: readonly string[]): number {
  const events = parseEvents(yaml, {});
  let offset = 0;
  let index = 1; // event 0 opens the document
  for (const wanted of path) {
    const event = events[index];
    const child =
      event?.type === EVENT_MAPPING
        ? findKey(yaml, events, index + 1, wanted)
        : event?.type === EVENT_SEQUENCE
          ? findItem(events, index + 1, Number(wanted))
          : undefined;
    if (child === undefined) break;
    offset = child.offset;
    index = child.index;
  }
  return yaml.slice(0, offset).split("\n").length;
}

interface Found {
  /** Position of the value's first event. */
  readonly index: number;
  /** Where the field begins in the text. */
  readonly offset: number;
}

function findKey(yaml: string, events: Events, from: number, wanted: string): Found | undefined {
  let index = from;
  for (;;) {
    const key = events[index];
    if (key?.type !== EVENT_SCALAR) return undefined;
    if (yaml.slice(key.valueStart, key.valueEnd) === wanted) return { index: index + 1, offset: key.valueStart };
    index = skipNode(events, index + 1);
  }
}

function findItem(events: Events, from: number, item: number): Found | undefined {
  let index = from;
  for (let passed = 0; passed < item; passed += 1) index = skipNode(events, index);
  const event = events[index];
  if (event?.type === EVENT_SCALAR) return { index, offset: event.valueStart };
  if (event?.type === EVENT_MAPPING || event?.type === EVENT_SEQUENCE) return { index, offset: event.start };
  return undefined;
}

function skipNode(events: Events, from: number): number {
  let index = from;
  let depth = 0;
  do {
    const event = events[index];
    if (event === undefined) return index;
    if (event.type === EVENT_MAPPING || event.type === EVENT_SEQUENCE) depth += 1;
    if (event.type === EVENT_POP) depth -= 1;
    index += 1;
  } while (depth > 0);
  return index;
}
