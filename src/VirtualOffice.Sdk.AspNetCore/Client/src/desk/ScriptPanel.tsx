import { useEffect, useMemo, useRef } from "preact/hooks";
import { t } from "../i18n";
import { useKeys } from "../keys";
import type { DeskCall, ScriptScreen } from "../types";
import { edgeStyle } from "../ui/colour";
import { complain } from "../ui/toast";
import { AnswerField } from "./AnswerField";
import { Answers } from "./answers";
import type { DeskController } from "./controller";
import type { Draft } from "./draft";

const instructed = ["lookup", "transfer", "escalate", "message", "callback", "menu", "play", "hangup", "record", "goto", "branch", "set", "queue"];

/** The script: the step to say or do, its field, where it leads, and what was answered so far, which can be mended. */
export function ScriptPanel(props: { call: DeskCall; screen: ScriptScreen; draft: Draft; controller: DeskController }) {
  const { call, screen, draft, controller } = props;
  const answers = useMemo(() => new Answers(controller, draft), [controller, draft]);
  const box = useRef<HTMLDivElement>(null);
  const canAct = call.stage === "Conversation";
  const asked = screen.fields.find((field) => field.name === screen.field) ?? null;
  useEffect(() => answers.allow(screen.fields, canAct), [answers, canAct]);

  const shown = useRef(screen.step);
  useEffect(() => {
    // The next step's field is where one types on; whoever is typing elsewhere stays there.
    const isMoved = shown.current !== screen.step;
    shown.current = screen.step;
    if (isMoved && (document.activeElement === document.body || box.current?.contains(document.activeElement))) box.current?.querySelector<HTMLElement>("[data-first], [data-go]")?.focus();
  }, [screen.step]);

  const go = async (exit: string | null) => {
    if (asked && !(await answers.save(asked, true))) return;
    await controller.call("POST", "script/advance", { exit, step: screen.step });
  };
  const act = (promise: Promise<void>) => void promise.catch(complain);
  const back = () => act(controller.call("POST", "script/back", {}));
  const isOver = call.transfers.length > 0 && call.transfers.at(-1)?.result === "Failed";
  const exits = screen.exits.length === 0 ? ["next"] : isOver && screen.exits.includes("failed") ? ["failed", ...screen.exits.filter((exit) => exit !== "failed")] : screen.exits;
  useKeys({ g: canAct ? () => act(go(exits[0] ?? null)) : null, y: canAct && screen.canGoBack ? back : null, j: () => box.current?.querySelector<HTMLElement>("[data-jump]")?.focus() });
  const others = screen.fields.filter((field) => field !== asked && screen.answers.some((answer) => answer.field === field.name));
  return (
    <div class="script" ref={box}>
      <h2>{t("script.title")} <span class="dim">{screen.step}</span></h2>
      <blockquote class={instructed.includes(screen.kind) ? "instructions script-do" : `greeting hue-${call.company.hue}`} style={instructed.includes(screen.kind) ? undefined : edgeStyle(call.company.accent)} aria-live="polite">
        {instructed.includes(screen.kind) && <strong>{t("card.instructions")}</strong>} {screen.text}
      </blockquote>
      {asked && <AnswerField key={`${screen.step}/${asked.name}`} field={asked} screen={screen} answers={answers} draft={draft} isFirst onEnter={() => act(go(exits[0] ?? null))} />}
      <div class="row script-go">
        {exits.map((exit, i) => (
          <button key={exit} type="button" class={i === 0 ? "primary" : ""} data-go={i === 0 ? "" : undefined} disabled={!canAct} onClick={() => act(go(exit))}>
            {labelOf(screen.kind, exit)} {i === 0 && <kbd>G</kbd>}
          </button>
        ))}
        <button type="button" disabled={!canAct || !screen.canGoBack} onClick={back}>{t("script.back")} <kbd>Y</kbd></button>
        <label class="inline script-jump">{t("script.jump")}
          <select data-jump="" value={screen.step} disabled={!canAct} onChange={(e) => act(controller.call("POST", "script/go", { step: e.currentTarget.value }))}>
            {screen.steps.map((step) => <option key={step} value={step}>{step}</option>)}
          </select>
        </label>
      </div>
      {others.length > 0 && (
        <details class="answers" open>
          <summary>{t("script.answers")}</summary>
          <div class="answer-grid">{others.map((field) => <AnswerField key={field.name} field={field} screen={screen} answers={answers} draft={draft} />)}</div>
        </details>
      )}
    </div>
  );
}

function labelOf(kind: string, exit: string): string {
  if (exit !== "next") return exit === "failed" ? t("script.failed") : t("script.exit", { exit });
  switch (kind) {
    case "transfer":
    case "escalate":
      return t("script.connect");
    case "message":
      return t("message.send");
    case "hangup":
      return t("call.hangup");
    case "callback":
      return t("script.promise");
    default:
      return t("script.next");
  }
}
