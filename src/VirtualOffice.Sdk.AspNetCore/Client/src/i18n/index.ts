import { settings } from "../settings";
import { en, type TextKey } from "./en";
import { ru } from "./ru";

export const languages: Record<string, { name: string; texts: Partial<Record<TextKey, string>> }> = {
  en: { name: "English", texts: en },
  ru: { name: "Русский", texts: ru },
};

const current = () => languages[settings.value.language]?.texts ?? en;

/** A text in the person's language, with its places filled. */
export function t(key: TextKey, values?: Record<string, string | number>): string {
  const text = current()[key] ?? en[key];
  return values ? text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place)) : text;
}

/** The text of a word the server says; the word itself where it is new. */
export function word(group: string, name: string | null | undefined): string {
  if (!name) return "";
  const key = `${group}.${name}` as TextKey;
  return key in en ? t(key) : name;
}

export const hasText = (key: string): key is TextKey => key in en;
