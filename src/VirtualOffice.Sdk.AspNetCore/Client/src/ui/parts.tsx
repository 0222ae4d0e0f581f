import { useNow } from "../clock";
import { duration } from "../format";
import { word } from "../i18n";
import type { Badge, OperatorState } from "../types";
import { markStyle } from "./colour";

/** How long since; counts by itself. */
export function Since(props: { at: string; class?: string }) {
  const now = useNow();
  return <time class={`timer ${props.class ?? ""}`} dateTime={props.at}>{duration(now - Date.parse(props.at))}</time>;
}

export function Dot(props: { company: Badge }) {
  return <i class={`dot hue-${props.company.hue}`} style={markStyle(props.company.accent)} aria-hidden="true" />;
}

export function CompanyName(props: { company: Badge }) {
  return <span class="company"><Dot company={props.company} />{props.company.name}</span>;
}

export function State(props: { state: OperatorState; reason?: string | null }) {
  return <span class={`state s-${props.state}`}>{word("state", props.state)}{props.reason ? <small> {props.reason}</small> : null}</span>;
}
