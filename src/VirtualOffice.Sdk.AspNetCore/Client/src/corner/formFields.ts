import type { TextKey } from "../i18n/en";

/** The id of a field's input, by the path that a problem names it with. */
export const inputId = (path: string) => `form-${path.replace(/[^\w]+/g, "-")}`;

/** How a field of the form is typed in. */
export type FieldKind = "line" | "long" | "time" | "day" | "hours" | "person" | "people" | "reason" | "flag";

export interface FormFieldShape { name: string; label: TextKey; kind: FieldKind }

export type ListName = "exceptions" | "absences" | "notices" | "promotions" | "services" | "offices" | "faq" | "sections";

const field = (name: string, label: TextKey, kind: FieldKind = "line"): FormFieldShape => ({ name, label, kind });

/** The lists of the form in their order on the page, and what an entry of each has. */
export const lists: Record<ListName, FormFieldShape[]> = {
  exceptions: [field("name", "form.name"), field("from", "form.from", "day"), field("until", "form.lastDay", "day"), field("hours", "form.hours", "hours"), field("everyYear", "form.everyYear", "flag")],
  absences: [field("employee", "form.who", "person"), field("reason", "form.why", "reason"), field("note", "form.note"), field("from", "form.from", "time"), field("until", "form.until", "time"), field("standIn", "form.standIn", "person")],
  notices: [field("text", "form.text", "long"), field("from", "form.from", "time"), field("until", "form.until", "time")],
  promotions: [field("name", "form.name"), field("text", "form.text", "long"), field("from", "form.from", "time"), field("until", "form.until", "time")],
  faq: [field("question", "form.question"), field("answer", "form.answer", "long"), field("keywords", "form.keywords"), field("instructions", "form.instructions", "long")],
  services: [field("name", "form.name"), field("text", "form.text", "long"), field("price", "form.price"), field("keywords", "form.keywords")],
  offices: [field("name", "form.name"), field("address", "form.address"), field("phone", "form.phone"), field("directions", "form.directions", "long")],
  sections: [field("title", "form.name"), field("text", "form.text", "long"), field("instructions", "form.instructions", "long")],
};

export const listNames = Object.keys(lists) as ListName[];

export const reasons = ["Meeting", "Ill", "OutOfCoverage", "Holiday", "BusinessTrip", "DoNotDisturb", "Other"];
