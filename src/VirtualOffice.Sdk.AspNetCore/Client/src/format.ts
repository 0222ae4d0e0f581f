import { t } from "./i18n";
import { settings } from "./settings";

const two = (n: number) => String(n).padStart(2, "0");

/** 4:07, 1:04:07. */
export function duration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

export const clockTime = (at: string | number | Date, timeZone?: string) =>
  new Intl.DateTimeFormat(settings.value.language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone }).format(new Date(at));

export function dateTime(at: string): string {
  const date = new Date(at);
  const today = new Date();
  const time = clockTime(date);
  if (date.toDateString() === today.toDateString()) return time;
  today.setDate(today.getDate() - 1);
  if (date.toDateString() === today.toDateString()) return `${t("day.yesterday")} ${time}`;
  return `${new Intl.DateTimeFormat(settings.value.language, { day: "numeric", month: "short" }).format(date)} ${time}`;
}

/** A company's own time, whatever the browser's zone is; by the offset where the browser does not know the zone. */
export function localTime(now: number, timeZone: string, offsetMinutes: number): string {
  try {
    return clockTime(now, timeZone);
  } catch {
    return clockTime(now + offsetMinutes * 60_000, "UTC");
  }
}

/** +7 921 555-01-01: groups of digits read more easily; numbers of other countries in threes. */
export function phone(number: string): string {
  const russian = /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(number);
  if (russian) return `+7 ${russian[1]} ${russian[2]}-${russian[3]}-${russian[4]}`;
  return number.startsWith("+") ? number.replace(/(\d{1,3})(?=(\d{3})+$)/g, "$1 ") : number;
}

export const percent = (part: number | null) => (part === null ? "–" : `${Math.round(part * 100)} %`);
