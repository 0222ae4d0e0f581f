import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { clockTime } from "../format";
import { Frame } from "../Frame";
import { t } from "../i18n";
import { useKeys } from "../keys";
import { useStore } from "../store";
import type { Me } from "../types";
import { Dialog } from "../ui/Dialog";
import { edgeStyle } from "../ui/colour";
import { Tabs } from "../ui/Tabs";
import { complain, say } from "../ui/toast";
import { CallPanel } from "./CallPanel";
import { CompanyPanel } from "./CompanyPanel";
import { DeskController } from "./controller";
import { HelpDialog } from "./HelpDialog";
import { IdlePanel } from "./IdlePanel";
import { HostPanel } from "./HostPanel";
import { NotesPanel } from "./NotesPanel";
import { PeoplePanel } from "./PeoplePanel";
import { ScriptPanel } from "./ScriptPanel";
import { StateBar } from "./StateBar";
import { TransferPanel } from "./TransferPanel";
import { acceptOf } from "../phone/accept";
import { PhoneButton } from "../phone/PhoneButton";
import { phone, startPhone, stopPhone } from "../phone/softphone";
import { useAlert } from "./alert";
import { UnsentMessages } from "./UnsentMessages";
import { useDraft } from "./useDraft";
import { useUnsent } from "./useUnsent";
import { WorkPanel } from "./WorkPanel";
import { extendWrapUp } from "./WrapUp";

export function DeskPage(props: { me: Me; operator: string }) {
  const controller = useMemo(() => new DeskController(props.operator), [props.operator]);
  const { snapshot, isFenced, hasLapsed, work } = useStore(controller.state);
  const [tab, setTab] = useState("people");
  const [isHelping, setHelping] = useState(false);
  const [messageFor, setMessageFor] = useState("");
  const [section, setSection] = useState<number | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const cardSearch = useRef<HTMLInputElement>(null);
  const notes = useRef<HTMLDivElement>(null);
  useEffect(() => void controller.open().catch(complain), [controller]);
  useEffect(() => (isFenced ? stopPhone() : void startPhone().catch(complain)), [isFenced]);

  const call = snapshot?.call ?? null;
  const draft = useDraft(call, controller);
  const { unsent, close } = useUnsent(props.operator, call, draft, controller);

  // What is being written stays in its place while the next call is only offered.
  const kept = call && !call.offer ? null : unsent[0] ?? null;
  const noted = kept ?? (call && draft ? { call, draft } : null);
  useAlert(call);
  useEffect(() => setMessageFor(""), [noted?.call.id]);
  useEffect(() => {
    setSection(null);
    setTab(call ? "company" : "work");
  }, [call?.id]);

  const run = (act: Promise<void>) => void act.catch(complain);
  const post = (path: string, body?: unknown) => run(controller.call("POST", path, body));
  const show = (id: string, then?: () => void) => {
    setTab(id);
    if (then) requestAnimationFrame(then);
  };
  const accept = acceptOf(call, useStore(phone).status, post);
  const state = snapshot?.operator.state;
  const transfer = call?.transfer ?? null;
  const isTalking = call?.stage === "Conversation" || call?.stage === "Transfer";
  const focusMessage = () => notes.current?.querySelector<HTMLElement>("[data-first]")?.focus();
  useKeys({
    a: accept,
    x: call?.offer ? () => post("decline") : null,
    h: isTalking ? () => post("hang-up") : null,
    r: state === "Offline" || state === "Break" ? () => run(controller.command("POST", "desk/state", { state: "Available" })) : null,
    b: state === "Available" ? () => run(controller.command("POST", "desk/state", { state: "Break", reason: snapshot?.operator.breakReasons[0] ?? null })) : null,
    f: state === "WrapUp" ? () => run(controller.command("DELETE", "desk/wrap-up")) : null,
    p: () => show("people", () => search.current?.focus()),
    "/": () => (tab === "people" ? search.current?.focus() : show("company", () => cardSearch.current?.focus())),
    ...Object.fromEntries(Array.from({ length: 9 }, (_, i) => [String(i + 1), call ? () => { setSection(i); show("company"); } : null])),
    i: () => show("company"),
    w: () => show("work"),
    n: focusMessage,
    m: () => notes.current?.querySelector<HTMLButtonElement>("[data-send]")?.click(),
    c: transfer?.consult ? () => post("transfer/complete") : null,
    s: transfer?.consult ? () => post("transfer/consult", { with: transfer.consult === "Employee" ? "Caller" : "Employee" }) : null,
    e: transfer?.consult ? () => post("transfer/consult", { with: "Everybody" }) : snapshot ? extendWrapUp(controller, snapshot.operator) : null,
    t: transfer ? () => post("transfer/take-back") : null,
    "?": () => setHelping(true),
  });

  if (!snapshot) return <p class="start" role="status">{t("link.connecting")}</p>;
  // A step that waits for an operator is over as soon as there is one.
  const isGuided = call?.script != null && call.script.kind !== "queue" && isTalking;
  const failed = call && !call.transfer ? call.transfers.findLast((each) => each.result === "Failed") ?? null : null;
  const takeMessageFor = (employee: string) => {
    setMessageFor(employee);
    requestAnimationFrame(focusMessage);
  };
  const transferTo = (employee: string, how: { kind?: string; ifAway?: string } = {}) => controller.call("POST", "transfer", { employee, kind: how.kind ?? null, ifAway: how.ifAway ?? null });
  const ask = (text: string, isAnswered: boolean, faq: string | null) =>
    run(controller.note("POST", "questions", { text, isAnswered, faq }).then(() => say(isAnswered ? t("faq.counted") : t("faq.countedno"))));
  return (
    <Frame me={props.me} page="desk" onHelp={() => setHelping(true)} bar={<><StateBar controller={controller} snapshot={snapshot} /><PhoneButton /></>}>
      <h1 class="sr">{t("app.name")}</h1>
      {hasLapsed && <p class="notice" role="alert">{t("lapsed")} <button type="button" class="quiet" aria-label={t("close")} onClick={controller.dismissLapse}>✕</button></p>}
      {snapshot.notices.map((notice) => <p key={notice.id} class="notice office-notice" role="status"><span>{notice.text} <small>{t("notice.by", { who: notice.by, time: clockTime(notice.at) })}</small></span></p>)}
      <div class={`desk ${call ? "with-call" : "idle"}`}>
        <section class="pane call-pane" aria-label={t("call.title")}>
          {call ? <CallPanel call={call} controller={controller} accept={accept} dispositions={snapshot.operator.dispositions} onDone={complain} /> : <IdlePanel snapshot={snapshot} controller={controller} />}
        </section>
        <section class="pane talk-pane" aria-label={t("call.hint")} ref={notes}>
          {call && transfer && <TransferPanel transfer={transfer} post={post} />}
          {call && failed && !call.outcome && (
            <p class="notice">
              {t("transfer.failed", { name: failed.name })}
              <button type="button" onClick={() => takeMessageFor(call.company.employees.some((e) => e.id === failed.employee) ? failed.employee : "")}>{t("transfer.take")}</button>
            </p>
          )}
          {noted && !isGuided && <blockquote class={`greeting hue-${noted.call.company.hue}`} style={edgeStyle(noted.call.company.accent)}>{noted.call.greeting}</blockquote>}
          {call?.script && draft && isGuided && <ScriptPanel key={call.id} call={call} screen={call.script} draft={draft} controller={controller} />}
          {noted
            ? <NotesPanel key={noted.call.id} call={noted.call} draft={noted.draft} controller={controller} recipient={messageFor} onRecipient={setMessageFor} onClose={kept ? () => close(kept) : undefined} />
            : <div class="quiet-hint"><p>{t("idle.readyHint")}</p></div>}
          <UnsentMessages unsent={kept ? unsent.slice(1) : unsent} controller={controller} close={close} />
        </section>
        <section class="pane side-pane">
          <Tabs
            label={t("more")} selected={tab} onSelect={setTab}
            tabs={[
              ...(call ? [
                { id: "company", title: t("card.title"), content: () => <CompanyPanel path={`desk/calls/${call.id}/card`} reader={props.operator} search={cardSearch} section={section} asked={call.questions} onAsked={ask} /> },
                { id: "people", title: t("people.title"), content: () => <PeoplePanel call={call} search={search} canTransfer={call.stage === "Conversation"} transfer={transferTo} onMessage={takeMessageFor} onProblem={complain} /> },
                ...call.panels.map((panel) => ({ id: `panel:${panel.id}`, title: panel.title, content: () => <HostPanel key={panel.id} path={`desk/calls/${call.id}/panels/${panel.id}`} /> })),
              ] : []),
              { id: "work", title: t("work.title"), count: work.deliveries.length + work.callbacks.length, content: () => <WorkPanel work={work} companies={snapshot.operator.companies} controller={controller} /> },
            ]}
          />
        </section>
      </div>
      {isHelping && <HelpDialog onClose={() => setHelping(false)} />}
      {isFenced && (
        <Dialog title={t("fenced.title")} onClose={() => undefined}>
          <p>{t("fenced.text")}</p>
          <p><button type="button" class="primary" onClick={() => run(controller.takeBack())}>{t("fenced.take")}</button></p>
        </Dialog>
      )}
    </Frame>
  );
}
