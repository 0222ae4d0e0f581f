import type { Card, CardItem } from "../types";

// What this operator has read of a company's card before, by a short sum of its text: enough to mark what is new.
const prefix = "virtualoffice-card:";
const keyOf = (reader: string, company: string) => `${prefix}${reader}:${company}`;

// As it was when the call at the desk began.
let atBegin: { call: string; seen: Set<string> | null } | null = null;

function sum(text: string): string {
  let hash = 5381;
  for (let i = 0; i < text.length; i++) hash = ((hash * 33) ^ text.charCodeAt(i)) >>> 0;
  return hash.toString(36);
}

export const sumOf = (section: string, item: CardItem | string) => sum(section + JSON.stringify(typeof item === "string" ? item : { ...item, hours: null }));

export function readSeen(reader: string, company: string, call: string): Set<string> | null {
  if (atBegin?.call !== call) atBegin = { call, seen: read(reader, company) };
  return atBegin.seen;
}

function read(reader: string, company: string): Set<string> | null {
  try {
    const text = localStorage.getItem(keyOf(reader, company));
    return text ? new Set(JSON.parse(text) as string[]) : null;
  } catch {
    return null;
  }
}

export function keepSeen(reader: string, card: Card): void {
  const all = [
    ...(card.instructions ? [sumOf("instructions", card.instructions)] : []),
    ...card.notices.map((notice) => sumOf("notices", notice.text)),
    ...card.sections.flatMap((section) => [...(section.text ? [sumOf(section.id, section.text)] : []), ...section.items.map((item) => sumOf(section.id, item))]),
  ];
  try {
    localStorage.setItem(keyOf(reader, card.company), JSON.stringify(all));
  } catch {
    // A full storage marks everything as it did before.
  }
}
