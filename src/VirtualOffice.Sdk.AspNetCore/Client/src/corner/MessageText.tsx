import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { request } from "../api";
import { hasText, t } from "../i18n";
import type { FormMessageText, MessageTextPreview } from "../types";
import { inputId } from "./formFields";

const previewAfter = 500;
const paths = ["messageText.subject", "messageText.body"] as const;

/** What a merge field stands for. */
const meaning = (name: string) => (hasText(`merge.${name}`) ? t(`merge.${name}` as "merge.fields") : t("merge.answer", { field: name.replace(/^answers\./, "") }));

/** How a company's messages read: its own words with merge fields, which are put in where the cursor is, and what comes of it with values that are made up. */
export function MessageText(props: {
  root: string;
  text: string;
  value: FormMessageText;
  mergeFields: string[];
  input: (name: "subject" | "body", path: string) => JSX.Element;
  onChange: (value: FormMessageText) => void;
}) {
  const { value } = props;
  const into = useRef<(typeof paths)[number]>("messageText.body");
  const [said, setSaid] = useState("");
  const [shown, setShown] = useState<MessageTextPreview | null>(null);
  const turn = useRef(0);

  useEffect(() => {
    const mine = ++turn.current;
    const timer = setTimeout(() => void request<MessageTextPreview>("POST", `${props.root}/document/message`, { text: props.text, messageText: value })
      .then((found) => mine === turn.current && setShown(found), () => mine === turn.current && setShown(null)), previewAfter);
    return () => clearTimeout(timer);
  }, [value.subject, value.body, props.text]);

  const insert = (name: string) => {
    const field = document.getElementById(inputId(into.current)) as HTMLInputElement | HTMLTextAreaElement | null;
    if (!field) return;
    field.setRangeText(`{${name}}`, field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length, "end");
    props.onChange({ ...value, [into.current === "messageText.subject" ? "subject" : "body"]: field.value });
    field.focus();
    setSaid(t("merge.inserted", { field: name }));
  };

  return (
    <fieldset onFocusIn={(e) => {
      const path = paths.find((p) => inputId(p) === (e.target as HTMLElement).id);
      if (path) into.current = path;
    }}>
      <legend>{t("form.messageText")}</legend>
      <p class="dim">{t("form.messageHelp")}</p>
      {props.input("subject", paths[0])}
      {props.input("body", paths[1])}
      <details class="merge-fields">
        <summary>{t("merge.title")}</summary>
        <ul class="plain">{props.mergeFields.map((name) => (
          <li key={name}><button type="button" class="small" onClick={() => insert(name)} aria-label={t("merge.insert", { field: name, meaning: meaning(name) })}><code>{`{${name}}`}</code></button> <span aria-hidden="true">{meaning(name)}</span></li>
        ))}</ul>
      </details>
      <p class="sr" role="status">{said}</p>
      {shown && <section class="message-shown" aria-label={t("form.messageShown")}>
        <h3>{t("form.messageShown")}</h3>
        <p class="preview-subject">{shown.subject ?? <span class="dim">{t("form.messageOwn")}</span>}</p>
        <pre class="explanation">{shown.text ?? t("form.messageOwn")}</pre>
      </section>}
    </fieldset>
  );
}
