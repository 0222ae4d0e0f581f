import { t } from "../i18n";
import type { ScriptField } from "../types";

const lengths = { Name: 100, Text: 10_000 } as const;
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$|^\d{1,2}\.\d{1,2}\.\d{4}$/.test(text);

/** What is wrong with an answer, in words for the person; null when nothing is. The server has the last word. */
export function check(field: ScriptField, text: string): string | null {
  const given = text.trim();
  switch (field.type) {
    case "Phone":
      return /^\+?\d{6,15}$/.test(given.replace(/[\s().-]/g, "")) ? null : t("check.Phone");
    case "Email":
      return /^[^\s@<>,]+@[^\s@<>,]+\.[^\s@<>,]+$/.test(given) ? null : t("check.Email");
    case "Date":
      return isDay(given) ? null : t("check.Date");
    case "Choice":
      return field.choices.includes(given) ? null : t("check.Choice");
    case "Number": {
      const number = Number(given.replace(",", "."));
      const isIn = number >= (field.atLeast ?? -Infinity) && number <= (field.atMost ?? Infinity);
      return given !== "" && Number.isFinite(number) && isIn ? null : limits(field);
    }
    default:
      return given.length <= lengths[field.type] ? null : t("check.long", { count: lengths[field.type] });
  }
}

function limits(field: ScriptField): string {
  if (field.atLeast !== null && field.atMost !== null) return t("check.between", { least: field.atLeast, most: field.atMost });
  if (field.atLeast !== null) return t("check.least", { least: field.atLeast });
  return field.atMost !== null ? t("check.most", { most: field.atMost }) : t("check.Number");
}

/** An answer as it is sent: a number in international form is written without spaces. */
export const asSent = (field: ScriptField, text: string) => (field.type === "Phone" ? text.replace(/[\s().-]/g, "") : field.type === "Number" ? text.trim().replace(",", ".") : text.trim());
