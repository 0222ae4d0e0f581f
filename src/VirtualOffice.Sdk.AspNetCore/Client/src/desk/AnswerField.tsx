import { t } from "../i18n";
import { useStore } from "../store";
import type { ScriptField, ScriptScreen } from "../types";
import type { Answers } from "./answers";
import type { Draft } from "./draft";

/** A field of the script, for what it may hold. */
export function AnswerField(props: { field: ScriptField; screen: ScriptScreen; answers: Answers; draft: Draft; isFirst?: boolean; onEnter?: () => void; label?: string }) {
  const { field, answers } = props;
  useStore(props.draft.fields);
  useStore(answers.masked);
  useStore(answers.emptied);
  const problem = useStore(answers.problems)[field.name];
  const saved = props.screen.answers.find((answer) => answer.field === field.name)?.value ?? "";
  const value = answers.typed(field) ?? (field.isMasked ? "" : saved);
  const id = `answer-${field.name}${props.isFirst ? "-now" : ""}`;
  const label = `${props.label ?? field.name}${field.isRequired ? " *" : ""}`;
  const common = {
    id, value, autocomplete: "off", "aria-invalid": problem ? true : undefined, "aria-describedby": problem ? `${id}-problem` : undefined,
    "data-first": props.isFirst ? "" : undefined,
    onInput: (e: Event & { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      // A day that is half typed is no empty one.
      if (!e.currentTarget.validity.badInput) answers.set(field, e.currentTarget.value, false, saved !== "");
    },
    onBlur: () => void answers.save(field, true),
    onKeyDown: (e: KeyboardEvent) => {
      if (e.key === "Enter" && !e.shiftKey && props.onEnter) {
        e.preventDefault();
        props.onEnter();
      }
    },
  };
  return (
    <div class={`answer ${problem ? "wrong" : ""}`}>
      {field.type === "Choice" ? (
        <fieldset class="choices">
          <legend>{label}</legend>
          {field.choices.map((choice, i) => (
            <label key={choice} class="choice-option">
              <input type="radio" name={id} value={choice} checked={value === choice} data-first={props.isFirst && i === 0 ? "" : undefined} onChange={() => answers.set(field, choice, true)} /> {choice}
            </label>
          ))}
        </fieldset>
      ) : (
        <label class="field" for={id}>{label}
          {field.type === "Text" && !field.isMasked
            ? <textarea {...common} rows={2} maxLength={10000} />
            : <input {...common} type={inputType(field)} inputMode={inputMode(field)} maxLength={field.type === "Date" ? undefined : 254} placeholder={field.isMasked ? saved : field.type === "Phone" ? "+7…" : undefined} />}
        </label>
      )}
      {field.isMasked && saved !== "" && <p class="dim">{t("script.masked")}</p>}
      {problem && <p class="problem" id={`${id}-problem`} role="alert">{problem}</p>}
    </div>
  );
}

const inputType = (field: ScriptField) => (field.isMasked ? "password" : field.type === "Date" ? "date" : field.type === "Email" ? "email" : field.type === "Phone" ? "tel" : "text") as "text";

const inputMode = (field: ScriptField) => (field.type === "Number" ? "decimal" : undefined);
