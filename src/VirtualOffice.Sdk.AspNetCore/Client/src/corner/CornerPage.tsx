import { useEffect, useState } from "preact/hooks";
import { get, request } from "../api";
import { DayCharts } from "../charts/DayCharts";
import { CallsPage } from "../calls/CallsPage";
import { isCorrected } from "../calls/CorrectMessage";
import { dateTime, localTime, phone } from "../format";
import { t, word } from "../i18n";
import { connect, invoke, onChanged } from "../live";
import type { Corner, CornerMessage, CornerMessages, Explanation } from "../types";
import { complain } from "../ui/toast";
import { headStyle } from "../ui/colour";
import { EditPage } from "./EditPage";
import { QuestionsPage } from "./QuestionsPage";

/** A client company's own corner. */
export function CornerPage(props: { section: string; selected: string | null }) {
  const [corner, setCorner] = useState<Corner | null>(null);
  const [messages, setMessages] = useState<CornerMessage[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const read = (before: string | null = null) => get<CornerMessages>(`company/messages${before ? `?before=${before}` : ""}`).then((page) => {
    setMessages(before ? (old) => [...old, ...page.messages] : page.messages);
    setNext(page.next);
  }, complain);
  useEffect(() => {
    const card = () => get<Corner>("company").then((found) => {
      setCorner(found);
      onChanged(`company:${found.company.id}`, () => void read());
    }, complain);
    connect(async () => {
      await invoke("WatchCompany");
      await Promise.all([card(), read()]);
    });
  }, []);
  if (!corner) return <p class="start" role="status">{t("link.connecting")}</p>;
  const acknowledge = (item: CornerMessage) =>
    request("POST", `company/calls/${item.call}/messages/${item.message.id}/acknowledge`).then(() => read(), complain);
  return (
    <div class="corner">
      <header class={`company-head hue-${corner.company.hue}`} style={headStyle(corner.company.accent)}>
        <h1 class="company-name">{corner.company.name}</h1>
        <p class="company-facts"><span>{corner.isOpen ? t("corner.open") : t("corner.closed")}</span><span>{localTime(Date.now(), corner.timeZone, 0)} {t("call.local")}</span></p>
      </header>
      <nav class="sections" aria-label={t("corner.title")}>
        {(["messages", "calls", "questions", "card", "edit"] as const).map((section) => <a key={section} href={`#/company/${section}`} aria-current={props.section === section ? "page" : undefined}>{t(`corner.${section}`)}</a>)}
      </nav>
      {props.section === "calls" && <section class="pane"><header class="pane-head"><h2>{t("chart.day")}</h2></header><DayCharts root="company" companies={[]} /></section>}
      {props.section === "calls" && <CallsPage root="company" selected={props.selected} />}
      {props.section === "messages" && <section class="pane page">
        <h2>{t("corner.messages")}</h2>
        {messages.length === 0 && <p class="dim">{t("corner.nomessages")}</p>}
        <ul class="plain messages">{messages.map((item) => (
          <li key={item.message.id} class={item.acknowledgedAt ? "seen" : ""}>
            <p class="message-head"><strong>{item.callerName ?? (item.caller ? phone(item.caller) : t("call.withheld"))}</strong>
              {item.urgency === "Urgent" && <span class="badge open">{t("message.urgent")}</span>}
              <span class="dim">{item.employeeName ?? t("message.office")}</span> <time class="dim" dateTime={item.message.at}>{dateTime(item.message.at)}</time></p>
            <dl class="preview">{Object.entries(item.message.fields).map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
            {item.message.recording?.href && <audio controls preload="none" src={`./api${item.message.recording.href}`} />}
            <p class="row">{isCorrected(item.message, messages.map((each) => each.message))
              ? <span class="dim">{t("correct.done")}</span>
              : item.acknowledgedAt
              ? <span class="good">{t("corner.acknowledged", { who: item.acknowledgedBy ?? "", time: dateTime(item.acknowledgedAt) })}</span>
              : <button type="button" onClick={() => void acknowledge(item)}>{t("corner.acknowledge")}</button>}
              <a href={`#/company/calls/${item.call}`}>{t("board.details")}</a></p>
          </li>
        ))}</ul>
        {next && <p><button type="button" onClick={() => void read(next)}>{t("calls.more")}</button></p>}
      </section>}
      {props.section === "questions" && <QuestionsPage />}
      {props.section === "card" && <Card corner={corner} />}
      {props.section === "edit" && <EditPage root="company" />}
    </div>
  );
}

function Card(props: { corner: Corner }) {
  const { corner } = props;
  const [at, setAt] = useState(() => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 16));
  const [caller, setCaller] = useState("");
  const [explanation, setExplanation] = useState<Explanation | null>(null);
  const explain = () => {
    if (at) get<Explanation>(`company/explain?at=${encodeURIComponent(new Date(at).toISOString())}&caller=${encodeURIComponent(caller)}`).then(setExplanation, complain);
  };
  return (
    <section class="pane page">
      <h2>{t("corner.card")}</h2>
      <dl class="facts wide">
        <div><dt>{t("card.numbers")}</dt><dd>{corner.numbers.map(phone).join(", ")}</dd></div>
        <div><dt>{t("card.hours")}</dt><dd>{corner.hoursRule}</dd></div>
        <div><dt>{t("corner.greeting")}</dt><dd>{corner.greeting ?? "–"}</dd></div>
        <div><dt>{t("card.messages")}</dt><dd>{corner.messagesTo ?? "–"}</dd></div>
      </dl>
      <h2>{t("corner.people")}</h2>
      <ul class="plain">{corner.employees.map((employee) => (
        <li key={employee.id} class="person"><div class="person-head"><strong>{employee.name}</strong><span class="dim">{employee.email}</span></div>
          <ol class="plan">{employee.numbers.map((n) => <li key={n.number}>{phone(n.number)} <small>{word("kind", n.kind)}</small></li>)}</ol></li>
      ))}</ul>
      <h2>{t("corner.explain")}</h2>
      <form class="filter" onSubmit={(e) => { e.preventDefault(); explain(); }}>
        <label class="field">{t("corner.explainAt")}<input type="datetime-local" required value={at} onInput={(e) => setAt(e.currentTarget.value)} /></label>
        <label class="field">{t("corner.explainCaller")}<input inputMode="tel" value={caller} onInput={(e) => setCaller(e.currentTarget.value)} placeholder="+7…" /></label>
        <button>{t("corner.explainGo")}</button>
      </form>
      {explanation && <pre class="explanation">{explanation.lines.join("\n")}</pre>}
    </section>
  );
}
