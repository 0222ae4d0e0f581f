import { useEffect, useRef, useState } from "preact/hooks";
import { ApiError, get, request } from "../api";
import { dateTime } from "../format";
import { t } from "../i18n";
import type { CompanyDocument, Draft, Explanation, Problem, Review } from "../types";
import { complain, say } from "../ui/toast";
import { FormEditor } from "./FormEditor";
import { inputId } from "./formFields";
import { useForm } from "./useForm";
import { Versions } from "./Versions";

const reviewAfter = 600;

/** A company's document as a form or as text: what is wrong and where, what changes in words, what a call would meet with; kept as a draft until it is published. */
export function EditPage(props: { root: string }) {
  const [text, setText] = useState<string | null>(null);
  const [basedOn, setBasedOn] = useState("");
  const [draft, setDraft] = useState<Draft | null>(null);
  const [review, setReview] = useState<Review | null>(null);
  const [busy, setBusy] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const reviewed = useRef(0);
  const form = useForm(props.root, setText);

  const begin = async () => {
    const [current, drafts] = await Promise.all([get<CompanyDocument>(`${props.root}/document`), get<Draft[]>(`${props.root}/drafts`)]);
    const last = drafts[drafts.length - 1] ?? null;
    setDraft(last);
    setBasedOn(last?.basedOn ?? current.version);
    setText(last?.text ?? current.text);
    await form.open(last?.text ?? current.text);
  };
  useEffect(() => void begin().catch(complain), [props.root]);

  const look = async (what: string, on: string) => {
    const turn = ++reviewed.current;
    const found = await request<Review>("POST", `${props.root}/document/review`, { text: what, basedOn: on });
    if (turn === reviewed.current) setReview(found);
  };
  useEffect(() => {
    if (text === null) return;
    const timer = setTimeout(() => void look(text, basedOn).catch(complain), reviewAfter);
    return () => clearTimeout(timer);
  }, [text, basedOn]);

  if (text === null) return <p class="pane page" role="status">{t("link.connecting")}</p>;
  const isSaved = draft !== null && draft.text === text && draft.basedOn === basedOn;
  const isReady = form.problems.length === 0 && !form.isPending;
  const problems = form.problems.length > 0 ? form.problems : review?.problems ?? null;

  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      complain(error);
      if (error instanceof ApiError && error.title === "Document") await look(text, basedOn).catch(() => undefined);
    } finally {
      setBusy(false);
    }
  };
  const save = async () => {
    const body = { text, basedOn, revision: draft?.revision ?? 0 };
    const saved = draft ? await request<Draft>("PUT", `${props.root}/drafts/${draft.id}`, body) : await request<Draft>("POST", `${props.root}/drafts`, body);
    setDraft(saved);
    return saved;
  };
  const publish = async () => {
    const saved = isSaved && draft ? draft : await save();
    await request("POST", `${props.root}/drafts/${saved.id}/publish`, { revision: saved.revision });
    say(t("edit.published"));
    setReview(null);
    await begin();
  };
  const discard = async () => {
    if (!confirm(t("edit.confirmDiscard"))) return;
    if (draft) await request("DELETE", `${props.root}/drafts/${draft.id}`);
    setReview(null);
    await begin();
  };
  const go = (problem: Problem) => {
    const box = area.current;
    if (problem.line === null && problem.field) document.getElementById(inputId(problem.field))?.focus();
    if (!box || problem.line === null) return;
    const lines = text.split("\n");
    const start = lines.slice(0, problem.line - 1).reduce((sum, line) => sum + line.length + 1, 0);
    box.focus();
    box.setSelectionRange(start, start + (lines[problem.line - 1]?.length ?? 0));
    box.scrollTop = Math.max(0, (problem.line - 4) * parseFloat(getComputedStyle(box).lineHeight));
  };

  return (
    <section class="pane page editing">
      <header class="row">
        <h2>{t("edit.title")}</h2>
        <span class="dim">{draft ? t("edit.draft", { who: draft.by ?? "", time: dateTime(draft.savedAt) }) : t("edit.nodraft")}</span>
      </header>
      <p class="dim">{t("edit.help")}</p>
      <p class="row" role="group" aria-label={t("edit.how")}>
        <button type="button" aria-pressed={form.view !== null} disabled={busy} onClick={() => void form.open(text).catch(complain)}>{t("edit.asForm")}</button>
        <button type="button" aria-pressed={form.view === null} disabled={busy || !isReady} onClick={form.close}>{t("edit.asText")}</button>
      </p>
      {form.view
        ? <FormEditor root={props.root} text={text} form={form.view.form} employees={form.view.employees} mergeFields={form.view.mergeFields} problems={form.problems} onChange={form.change} />
        : <label class="field">{t("edit.document")}
          <textarea ref={area} class="document" spellcheck={false} rows={24} value={text} onInput={(e) => setText(e.currentTarget.value)} aria-describedby="edit-problems" />
        </label>}
      {form.lost.length > 0 && <div class="warn" role="status">{t("edit.lostRemarks")}<pre class="explanation">{form.lost.join("\n")}</pre></div>}
      <p class="row">
        <button type="button" disabled={busy || isSaved || !isReady} onClick={() => void run(async () => void (await save()))}>{isSaved ? t("edit.saved") : t("edit.save")}</button>
        <button type="button" class="primary" disabled={busy || !isReady || !review?.canPublish || review.changes.length === 0} onClick={() => void run(publish)}>{t("edit.publish")}</button>
        <button type="button" disabled={busy} onClick={() => void run(discard)}>{t("edit.discard")}</button>
        {review?.isOutdated && <button type="button" onClick={() => setBasedOn(review.inForce ?? "")}>{t("edit.rebase")}</button>}
      </p>
      {review?.isOutdated && <p class="bad" role="status">{t("edit.outdated")}</p>}
      <div id="edit-problems" aria-live="polite">
        <h3>{t("edit.problems")}</h3>
        {problems?.length === 0 && <p class="good">{t("edit.noproblems")}</p>}
        <ul class="plain problems">{problems?.map((problem, i) => (
          <li key={i} class={problem.isWarning ? "warn" : "bad"}>
            {form.view && problem.field && problem.line === null && <button type="button" class="small" onClick={() => go(problem)}>{t("edit.field")}</button>}
            {!form.view && problem.line !== null && <button type="button" class="small" onClick={() => go(problem)}>{t("edit.line", { line: problem.line })}</button>} <span>{problem.text}</span>
          </li>
        ))}</ul>
      </div>
      <div>
        <h3>{t("edit.changes")}</h3>
        {review && review.changes.length === 0 && <p class="dim">{t("edit.nochanges")}</p>}
        <ul class="changes">{review?.changes.map((change, i) => <li key={i}>{change}</li>)}</ul>
      </div>
      <Preview root={props.root} text={text} />
      <Versions root={props.root} onRestored={() => void begin().catch(complain)} />
    </section>
  );
}

function Preview(props: { root: string; text: string }) {
  const [at, setAt] = useState(() => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 16));
  const [caller, setCaller] = useState("");
  const [lines, setLines] = useState<string[] | null>(null);
  const explain = () => {
    if (!at) return;
    request<Explanation>("POST", `${props.root}/document/explain`, { text: props.text, at: new Date(at).toISOString(), caller: caller || null }).then((found) => setLines(found.lines), complain);
  };
  return (
    <div>
      <h3>{t("edit.preview")}</h3>
      <form class="filter" onSubmit={(e) => { e.preventDefault(); explain(); }}>
        <label class="field">{t("corner.explainAt")}<input type="datetime-local" required value={at} onInput={(e) => setAt(e.currentTarget.value)} /></label>
        <label class="field">{t("corner.explainCaller")}<input inputMode="tel" value={caller} onInput={(e) => setCaller(e.currentTarget.value)} placeholder="+7…" /></label>
        <button>{t("corner.explainGo")}</button>
      </form>
      {lines && <pre class="explanation">{lines.join("\n")}</pre>}
    </div>
  );
}
