import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { t } from "./i18n";
import { link } from "./live";
import { pagesOf, type Page } from "./route";
import { SettingsDialog } from "./SettingsDialog";
import { useStore } from "./store";
import type { Me } from "./types";

/** What all pages have around them: where one is, who one is, and whether the office is heard. */
export function Frame(props: { me: Me; page: Page; bar?: ComponentChildren; onHelp?: () => void; children: ComponentChildren }) {
  const [isSetting, setSetting] = useState(false);
  const state = useStore(link);
  const pages = pagesOf(props.me.roles);
  return (
    <div class={`frame page-${props.page}`}>
      <a class="skip" href="#main" onClick={(e) => { e.preventDefault(); document.getElementById("main")?.focus(); }}>{t("nav.main")}</a>
      <header class="bar">
        <img src="./icon.svg" alt="" width="24" height="24" />
        {pages.length > 1
          ? <nav aria-label={t("nav.main")}>{pages.map((page) => <a key={page} href={`#/${page}`} aria-current={page === props.page ? "page" : undefined}>{t(`nav.${page}`)}</a>)}</nav>
          : <strong class="brand">{props.me.companyName ?? t("app.name")}</strong>}
        <div class="bar-middle">{props.bar}</div>
        <span class="who">{props.me.name}</span>
        {props.onHelp && <button type="button" class="quiet" onClick={props.onHelp} aria-label={t("help")} title={`${t("help")} (?)`}>?</button>}
        <button type="button" class="quiet" onClick={() => setSetting(true)} aria-label={t("settings")} title={t("settings")}>
          <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true"><path d="M3 6h8M15 6h2M3 14h2M9 14h8" /><circle cx="13" cy="6" r="2" /><circle cx="7" cy="14" r="2" /></svg>
        </button>
        {props.me.signOutPath && <form method="post" action={props.me.signOutPath}><button class="quiet" title={t("signout")} aria-label={t("signout")}>
          <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true"><path d="M8 3H4v14h4M8 10h9M14 7l3 3-3 3" /></svg>
        </button></form>}
      </header>
      <div class="alert-slot" role="alert">{state === "down" && <p class="offline">{t("link.down")}</p>}</div>
      <main id="main" tabIndex={-1}>{props.children}</main>
      {isSetting && <SettingsDialog onClose={() => setSetting(false)} />}
    </div>
  );
}
