import type { JSX } from "preact";
import { t, word } from "../i18n";
import type { CompanyForm, FormEntry, FormPerson, Problem } from "../types";
import { type FormFieldShape, inputId, type ListName, listNames, lists, reasons } from "./formFields";
import { MessageText } from "./MessageText";

const week = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

type Value = string | boolean | null;

/** What a company's own people may change, as a form. */
export function FormEditor(props: { root: string; text: string; form: CompanyForm; employees: FormPerson[]; mergeFields: string[]; problems: Problem[]; onChange: (form: CompanyForm) => void }) {
  const { form } = props;
  const wrong = new Map(props.problems.filter((p) => p.field).map((p) => [p.field!, p.text]));
  const change = (part: Partial<CompanyForm>) => props.onChange({ ...form, ...part });
  const input = (shape: FormFieldShape, path: string, value: Value, set: (value: Value) => void) =>
    <Field key={path} shape={shape} path={path} value={value} employees={props.employees} problem={wrong.get(path)} onChange={set} />;

  return (
    <div class="company-form">
      <fieldset>
        <legend>{t("form.card")}</legend>
        {input({ name: "about", label: "form.about", kind: "long" }, "about", form.about, (about) => change({ about: about as string }))}
        {input({ name: "instructions", label: "form.instructions", kind: "long" }, "instructions", form.instructions, (instructions) => change({ instructions: instructions as string }))}
      </fieldset>
      <fieldset>
        <legend>{t("form.openingHours")}</legend>
        <label class="check"><input type="checkbox" checked={form.isRoundTheClock} onChange={(e) => change({ isRoundTheClock: e.currentTarget.checked })} /> {t("form.roundTheClock")}</label>
        {!form.isRoundTheClock && <div class="form-grid">{week.map((day, i) =>
          <Field key={day} text={word("day", day)} shape={{ name: day, label: "form.hours", kind: "hours" }} path={`hours[${i}]`} value={form.hours[i] ?? ""} employees={[]} problem={wrong.get(`hours[${i}]`)}
            onChange={(typed) => change({ hours: week.map((_, at) => (at === i ? (typed as string) : form.hours[at] ?? "")) })} />)}</div>}
      </fieldset>
      {form.onCall.map((list, i) => (
        <fieldset key={`onCall-${i}`}>
          <legend>{t("form.onCall", { list: list.name })}</legend>
          {input({ name: "who", label: "form.onCallDefault", kind: "people" }, `onCall[${i}].who`, list.who, (who) => change({ onCall: form.onCall.map((l, at) => (at === i ? { ...l, who: who as string } : l)) }))}
          <Entries path={`onCall[${i}].entries`} entries={list.entries} shapes={[{ name: "from", label: "form.from", kind: "time" }, { name: "until", label: "form.until", kind: "time" }, { name: "who", label: "form.who", kind: "people" }]}
            input={input} onChange={(entries) => change({ onCall: form.onCall.map((l, at) => (at === i ? { ...l, entries } : l)) })} />
        </fieldset>
      ))}
      {listNames.map((name: ListName) => (
        <fieldset key={name}>
          <legend>{t(`form.list.${name}`)}</legend>
          <Entries path={name} entries={form[name]} shapes={lists[name]} input={input} onChange={(entries) => change({ [name]: entries })} />
        </fieldset>
      ))}
      <MessageText root={props.root} text={props.text} value={form.messageText} mergeFields={props.mergeFields} onChange={(messageText) => change({ messageText })}
        input={(name, path) => input({ name, label: name === "subject" ? "form.messageSubject" : "form.messageBody", kind: name === "subject" ? "line" : "long" }, path, form.messageText[name], (typed) => change({ messageText: { ...form.messageText, [name]: typed as string } }))} />
      <datalist id="form-people">{props.employees.map((e) => <option key={e.id} value={e.id}>{e.name}</option>)}</datalist>
    </div>
  );
}

function Entries(props: {
  path: string;
  entries: FormEntry[];
  shapes: FormFieldShape[];
  input: (shape: FormFieldShape, path: string, value: Value, set: (value: Value) => void) => JSX.Element;
  onChange: (entries: FormEntry[]) => void;
}) {
  const set = (i: number, name: string, value: Value) => props.onChange(props.entries.map((entry, at) => (at === i ? { ...entry, [name]: value } : entry)));
  const move = (i: number) => props.onChange(props.entries.map((entry, at) => (at === i - 1 ? props.entries[i]! : at === i ? props.entries[i - 1]! : entry)));
  const titleOf = (entry: FormEntry, i: number) => String(entry.name ?? entry.title ?? entry.question ?? entry.employee ?? "") || t("form.entry", { number: i + 1 });
  return (
    <>
      <ol class="plain form-entries">{props.entries.map((entry, i) => (
        <li key={i} role="group" aria-label={titleOf(entry, i)}>
          <div class="form-grid">{props.shapes.map((shape) => props.input(shape, `${props.path}[${i}].${shape.name}`, (entry[shape.name] ?? null) as Value, (value) => set(i, shape.name, value)))}</div>
          <p class="row">
            {i > 0 && <button type="button" class="small" onClick={() => move(i)} aria-label={`${t("form.up")}: ${titleOf(entry, i)}`}>{t("form.up")}</button>}
            <button type="button" class="small" onClick={() => props.onChange(props.entries.filter((_, at) => at !== i))} aria-label={`${t("form.remove")}: ${titleOf(entry, i)}`}>{t("form.remove")}</button>
          </p>
        </li>
      ))}</ol>
      <p><button type="button" onClick={() => props.onChange([...props.entries, { of: null }])}>{t("form.add")}</button></p>
    </>
  );
}

const hint: Partial<Record<FormFieldShape["kind"], string>> = { day: "2026-12-31", time: "2026-12-31T18:00", hours: "09:00-13:00, 14:00-18:00", people: "anna, boris" };

function Field(props: { shape: FormFieldShape; text?: string; path: string; value: Value; employees: FormPerson[]; problem: string | undefined; onChange: (value: Value) => void }) {
  const { shape, problem } = props;
  const id = inputId(props.path);
  const label = props.text ?? t(shape.label);
  const told = problem ? { "aria-invalid": true, "aria-describedby": `${id}-problem` } : {};
  const text = typeof props.value === "string" ? props.value : "";
  if (shape.kind === "flag") {
    return <label class="check"><input id={id} type="checkbox" checked={props.value === true} onChange={(e) => props.onChange(e.currentTarget.checked)} /> {label}</label>;
  }

  return (
    <div class={`field ${shape.kind === "long" ? "wide" : ""} ${problem ? "wrong" : ""}`}>
      <label for={id}>{label}</label>
      {shape.kind === "long" ? <textarea id={id} rows={2} value={text} onInput={(e) => props.onChange(e.currentTarget.value)} {...told} />
        : shape.kind === "person" ? <select id={id} value={text} onChange={(e) => props.onChange(e.currentTarget.value)} {...told}><option value="">–</option>{props.employees.map((e) => <option key={e.id} value={e.id}>{e.name}</option>)}</select>
        : shape.kind === "reason" ? <select id={id} value={text} onChange={(e) => props.onChange(e.currentTarget.value)} {...told}><option value="">–</option>{reasons.map((r) => <option key={r} value={r}>{word("away", r)}</option>)}</select>
        : <input id={id} value={text} placeholder={hint[shape.kind] ?? ""} list={shape.kind === "people" ? "form-people" : undefined} onInput={(e) => props.onChange(e.currentTarget.value)} {...told} />}
      {problem && <p class="problem" id={`${id}-problem`}>{problem}</p>}
    </div>
  );
}
