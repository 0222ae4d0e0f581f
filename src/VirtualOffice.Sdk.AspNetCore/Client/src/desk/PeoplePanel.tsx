import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import { ApiError } from "../api";
import { dateTime, phone } from "../format";
import { t, word } from "../i18n";
import type { Away, DeskCall, Employee, Target } from "../types";
import { wordsOf } from "../ui/toast";

const plain = (text: string) => text.toLocaleLowerCase().replace(/[\s()-]/g, "");

export type Transfer = (employee: string, how?: { kind?: string; ifAway?: string }) => Promise<void>;

/** The company's people: who is there, at which numbers in which order, and one key to connect; groups, whoever is on call, and a number by hand. */
export function PeoplePanel(props: { call: DeskCall; search: RefObject<HTMLInputElement | null>; canTransfer: boolean; transfer: Transfer; onMessage: (employee: string) => void; onProblem: (error: unknown) => void }) {
  const [wanted, setWanted] = useState("");
  const { company } = props.call;
  const needle = plain(wanted);
  const found = company.employees.filter((e) => plain(`${e.name}${e.department ?? ""}`).includes(needle) || e.numbers.some((n) => n.number.includes(needle)));
  const targets = company.targets.filter((target) => plain(target.name + target.people.join("")).includes(needle));
  const transfer = (employee: string, how?: { kind?: string; ifAway?: string }) => void props.transfer(employee, how).catch(props.onProblem);
  return (
    <div class="people">
      <input
        ref={props.search} type="search" class="search" aria-label={t("people.search")} placeholder={`${t("people.search")}  /`} value={wanted} onInput={(e) => setWanted(e.currentTarget.value)}
        onKeyDown={(e) => {
          const first = found[0];
          if (e.key === "Enter" && first && props.canTransfer && first.numbers.length > 0) transfer(first.id, first.away?.standIn ? { ifAway: "StandIn" } : {});
          if (e.key === "Escape") setWanted("");
        }}
      />
      {found.length + targets.length === 0 && <p class="dim">{t("people.none")}</p>}
      {targets.length > 0 && <ul class="plain">{targets.map((target) => <GroupRow key={target.target} target={target} canTransfer={props.canTransfer} transfer={transfer} />)}</ul>}
      <ul class="plain">
        {found.map((employee) => <PersonRow key={employee.id} employee={employee} canTransfer={props.canTransfer} transfer={transfer} onMessage={props.onMessage} />)}
      </ul>
      <DialByHand key={props.call.id} mayDial={company.mayDialByHand} canTransfer={props.canTransfer} transfer={props.transfer} />
    </div>
  );
}

function PersonRow(props: { employee: Employee; canTransfer: boolean; transfer: (employee: string, how?: { kind?: string; ifAway?: string }) => void; onMessage: (employee: string) => void }) {
  const { employee, transfer } = props;
  const { away } = employee;
  const canDial = props.canTransfer && employee.numbers.length > 0;
  return (
    <li class={`person ${away ? "away" : ""}`}>
      <div class="person-head">
        <strong>{employee.name}</strong>
        {employee.department && !employee.name.includes(employee.department) && <span class="dim">{employee.department}</span>}
      </div>
      {away && <p class="away-note">{awayText(away)}{away.standIn && <> · {t("away.standin", { name: away.standIn })}</>}</p>}
      {employee.pronunciation && <p class="dim">{t("card.pronounced", { how: employee.pronunciation })}</p>}
      <ol class="plan" aria-label={t("people.plan", { name: employee.name })}>
        {employee.numbers.length === 0 && <li>{t("people.nonumber")}</li>}
        {employee.numbers.map((number) => (
          <li key={number.number}>{phone(number.number)} <small>{[word("kind", number.kind), number.ringSeconds ? t("time.s", { n: number.ringSeconds }) : "", number.mustAccept ? t("accept.needed") : ""].filter(Boolean).join(" · ")}</small></li>
        ))}
      </ol>
      <p class="row">
        {away ? <>
          {away.standIn && <button type="button" class="primary small" disabled={!props.canTransfer} onClick={() => transfer(employee.id, { ifAway: "StandIn" })}>{t("people.standin", { name: away.standIn.split(",")[0] ?? away.standIn })}</button>}
          <button type="button" class="small" disabled={!canDial} onClick={() => transfer(employee.id, { ifAway: "Dial" })}>{t("people.anyway")}</button>
        </> : <>
          <button type="button" class="primary small" disabled={!canDial} onClick={() => transfer(employee.id)}>{t("people.connect")}</button>
          <button type="button" class="small" disabled={!canDial} onClick={() => transfer(employee.id, { kind: "Warm" })}>{t("people.warm")}</button>
        </>}
        <button type="button" class="small" onClick={() => props.onMessage(employee.id)}>{t("people.message")}</button>
      </p>
    </li>
  );
}

export const awayText = (away: Away) => [word("away", away.reason), away.note, away.until ? t("card.until", { time: dateTime(away.until) }) : ""].filter(Boolean).join(", ");

function GroupRow(props: { target: Target; canTransfer: boolean; transfer: (employee: string, how?: { kind?: string }) => void }) {
  const { target } = props;
  const canDial = props.canTransfer && target.people.length > 0;
  return (
    <li class="person group">
      <div class="person-head"><strong>{target.name}</strong><span class="dim">{target.isOnCall ? t("people.oncall") : word("ring", target.ring)}</span></div>
      <p class="plan">{target.people.length === 0 ? t("people.nobody") : target.people.join(target.ring === "AllAtOnce" ? " · " : " → ")}</p>
      {target.until && <p class="dim">{t("card.until", { time: dateTime(target.until) })}</p>}
      <p class="row">
        <button type="button" class="primary small" disabled={!canDial} onClick={() => props.transfer(target.target)}>{t("people.connect")}</button>
        <button type="button" class="small" disabled={!canDial} onClick={() => props.transfer(target.target, { kind: "Warm" })}>{t("people.warm")}</button>
      </p>
    </li>
  );
}

function DialByHand(props: { mayDial: boolean; canTransfer: boolean; transfer: Transfer }) {
  const [number, setNumber] = useState("");
  const [problem, setProblem] = useState("");
  const dial = async () => {
    const digits = number.replace(/[\s().-]/g, "");
    if (!/^\+?\d{7,15}$/.test(digits)) {
      setProblem(t("check.Phone"));
      return;
    }

    setProblem("");
    try {
      await props.transfer(`number:+${digits.replace("+", "")}`);
      setNumber("");
    } catch (error) {
      setProblem(error instanceof ApiError && error.title === "NotAllowed" ? t("people.notallowed", { number: phone(`+${digits.replace("+", "")}`) }) : wordsOf(error));
    }
  };
  return (
    <form class="dial" onSubmit={(e) => { e.preventDefault(); void dial(); }}>
      <label class="field" for="dial">{t("people.dial")}</label>
      <div class="row">
        <input id="dial" type="tel" inputMode="tel" maxLength={30} autocomplete="off" placeholder="+7…" value={number} aria-invalid={problem ? true : undefined} aria-describedby="dial-note" disabled={!props.mayDial} onInput={(e) => { setNumber(e.currentTarget.value); setProblem(""); }} />
        <button disabled={!props.mayDial || !props.canTransfer}>{t("people.dialgo")}</button>
      </div>
      <p id="dial-note" class={problem ? "problem" : "dim"} role={problem ? "alert" : undefined}>{problem || (props.mayDial ? "" : t("people.nodial"))}</p>
    </form>
  );
}
