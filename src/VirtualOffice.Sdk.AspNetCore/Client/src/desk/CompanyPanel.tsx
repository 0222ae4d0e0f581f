import type { ComponentChildren, RefObject } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { get } from "../api";
import { phone } from "../format";
import { t } from "../i18n";
import { useKeys } from "../keys";
import type { Card, CardItem, CardSection, DeskCall } from "../types";
import { keepSeen, readSeen, sumOf } from "./seen";

const words = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
const textOf = (item: CardItem) => Object.entries(item).flatMap(([name, value]) => (name === "id" || name === "map" ? [] : typeof value === "string" ? [value] : Array.isArray(value) ? value : [])).join(" ");
const fits = (wanted: string[], text: string) => {
  const all = words(text);
  return wanted.every((word) => all.some((each) => each.startsWith(word) || (/^\d{3,}$/.test(word) && each.includes(word))));
};

/** The company's card: notices, what the operator is to do, and sections one click or one key away; the search looks through everything. */
export function CompanyPanel(props: {
  path: string; reader: string; search: RefObject<HTMLInputElement | null>; section: number | null; asked: DeskCall["questions"]; onAsked: (text: string, isAnswered: boolean, faq: string | null) => void;
}) {
  const [current, setCurrent] = useState<string | null>(null);
  const [card, setCard] = useState<Card | null>(null);
  const [wanted, setWanted] = useState("");
  const [selected, setSelected] = useState<string | null>(null);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    let isOld = false;
    get<Card>(props.path).then((found) => !isOld && setCard(found), (error: Error) => !isOld && setProblem(error.message));
    return () => {
      isOld = true;
    };
  }, [props.path]);
  const sections = card?.sections.filter((section) => section.id !== "employees") ?? [];
  useEffect(() => {
    const at = props.section === null ? undefined : sections[props.section];
    if (at) setSelected(at.id);
  }, [props.section, card]);
  // What is marked stays marked for the whole call, also when the person looks at something else meanwhile.
  const seen = useMemo(() => (card ? readSeen(props.reader, card.company, props.path) : null), [card]);
  useEffect(() => (card ? () => keepSeen(props.reader, card) : undefined), [card]);
  const shownSection = sections.find((section) => section.id === selected) ?? sections[0];
  const needles = words(wanted);
  const found = needles.length === 0 ? null : sections
    .map((section) => ({ ...section, text: section.text && fits(needles, `${section.title} ${section.text}`) ? section.text : null, instructions: null, items: section.items.filter((item) => fits(needles, textOf(item))) }))
    .filter((section) => section.text || section.items.length > 0);
  const questions = (found ?? (shownSection ? [shownSection] : [])).filter((section) => section.id === "faq").flatMap((section) => section.items);
  const asking = questions.find((item) => item.id === current) ?? questions[0];
  const ask = (item: CardItem, isAnswered: boolean) => props.onAsked((item.question ?? "").slice(0, 200), isAnswered, item.id ?? null);
  const missing = wanted.trim().slice(0, 200);
  const askMissing = () => props.onAsked(missing, false, null);
  useKeys({ q: asking ? () => ask(asking, true) : null, z: asking ? () => ask(asking, false) : missing ? askMissing : null });
  if (!card) return <p class="dim">{problem}</p>;

  const isNew = (section: string, item: CardItem | string) => seen !== null && !seen.has(sumOf(section, item));
  const stateOf = (item: CardItem) => props.asked.find((question) => question.faq === item.id)?.isAnswered;
  const extra = (section: CardSection, item: CardItem) => section.id === "faq" && <AskButtons item={item} isCurrent={item === asking} state={stateOf(item)} onFocus={() => setCurrent(item.id ?? null)} onAsk={ask} />;
  return (
    <div class="card">
      <input ref={props.search} type="search" class="search" aria-label={t("card.search")} placeholder={`${t("card.search")}  /`} value={wanted} onInput={(e) => setWanted(e.currentTarget.value)} onKeyDown={(e) => e.key === "Escape" && setWanted("")} />
      {found === null && <>
        {card.notices.map((notice) => <p key={notice.text} class="card-notice">{notice.text} {isNew("notices", notice.text) && <Changed />}</p>)}
        {card.instructions && <Instructions text={card.instructions} isNew={isNew("instructions", card.instructions)} />}
        <nav class="card-sections" aria-label={t("card.sections")}>
          {sections.map((section, i) => (
            <button key={section.id} type="button" class="small" aria-current={section === shownSection ? "true" : undefined} onClick={() => setSelected(section.id)}>
              {section.title} {i < 9 && <kbd>{i + 1}</kbd>}{(section.items.some((item) => isNew(section.id, item)) || (section.text && isNew(section.id, section.text))) && <i class="new-dot" title={t("card.changed")} />}
            </button>
          ))}
        </nav>
        {shownSection ? <Section section={shownSection} isNew={isNew} extra={extra} /> : <p class="dim">{t("card.empty")}</p>}
      </>}
      {found?.length === 0 && <p class="dim">{t("card.none")}</p>}
      {found?.map((section) => <Section key={section.id} section={section} isNew={isNew} extra={extra} />)}
      {found !== null && missing !== "" && (
        <p class="row ask-missing">
          <button type="button" class="small" onClick={askMissing}>{t("faq.missing", { text: missing })}{!asking && <> <kbd>Z</kbd></>}</button>
          {props.asked.some((question) => question.faq === null && question.text.toLocaleUpperCase() === missing.toLocaleUpperCase()) && <span class="badge open">{t("faq.noted")}</span>}
        </p>
      )}
    </div>
  );
}

const Changed = () => <span class="badge p-High">{t("card.changed")}</span>;

function Instructions(props: { text: string; isNew: boolean }) {
  return <p class="instructions"><strong>{t("card.instructions")}</strong>{props.isNew && <Changed />}<br />{props.text}</p>;
}

/** "Asked" and "asked, no answer", with one key for the question one is at. */
function AskButtons(props: { item: CardItem; isCurrent: boolean; state: boolean | undefined; onFocus: () => void; onAsk: (item: CardItem, isAnswered: boolean) => void }) {
  const { item } = props;
  return (
    <p class="row ask" onFocusCapture={props.onFocus}>
      <button type="button" class="small" aria-pressed={props.state === true} onClick={() => props.onAsk(item, true)}>{t("faq.asked")}{props.isCurrent && <> <kbd>Q</kbd></>}</button>
      <button type="button" class="small" aria-pressed={props.state === false} onClick={() => props.onAsk(item, false)}>{t("faq.noanswer")}{props.isCurrent && <> <kbd>Z</kbd></>}</button>
    </p>
  );
}

function Section(props: { section: CardSection; isNew: (section: string, item: CardItem | string) => boolean; extra: (section: CardSection, item: CardItem) => ComponentChildren }) {
  const { section, isNew } = props;
  return (
    <section class="card-section">
      <h3>{section.title}</h3>
      {section.instructions && <Instructions text={section.instructions} isNew={false} />}
      {section.text && <p class="card-text">{section.text}</p>}
      <ul class="plain">{section.items.map((item, i) => <li key={i}><Item item={item} mark={isNew(section.id, item) ? <Changed /> : null} />{props.extra(section, item)}</li>)}</ul>
    </section>
  );
}

function Item(props: { item: CardItem; mark: ComponentChildren }) {
  const { item } = props;
  const title = item.question ?? item.name;
  return (
    <>
      <p class="item-title"><strong>{title}</strong> {props.mark}
        {item.price && <span class="price">{item.price}</span>}
        {item.until && <span class="dim">{t("card.until", { time: item.until.slice(0, 10) })}</span>}
        {item.hours && <span class={item.hours.isOpen ? "good" : "dim"} title={item.hours.rule}>{item.hours.isOpen ? t("card.opennow") : t("card.closednow")}</span>}
      </p>
      {(item.answer ?? item.text ?? item.note) && <p class="card-text">{item.answer ?? item.text ?? item.note}</p>}
      {item.address && <p>{item.address} {item.map && /^https?:/.test(item.map) && <a href={item.map} target="_blank" rel="noopener noreferrer">{t("card.map")}</a>}</p>}
      {item.phone && <p>{phone(item.phone)}</p>}
      {item.number && <p>{phone(item.number)}</p>}
      {item.fax && <p>{phone(item.fax)}</p>}
      {item.directions && <p class="dim">{item.directions}</p>}
      {item.hours && <p class="dim">{item.hours.rule}</p>}
      {item.instructions && <Instructions text={item.instructions} isNew={false} />}
    </>
  );
}
