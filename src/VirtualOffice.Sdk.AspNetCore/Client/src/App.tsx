import { useEffect, useState } from "preact/hooks";
import { ApiError, signIn } from "./api";
import { AuditPage } from "./audit/AuditPage";
import { BoardPage } from "./board/BoardPage";
import { CallsPage } from "./calls/CallsPage";
import { CornerPage } from "./corner/CornerPage";
import { DeskPage } from "./desk/DeskPage";
import { Frame } from "./Frame";
import { t } from "./i18n";
import { settings } from "./settings";
import { useStore } from "./store";
import { pageOf, useRoute } from "./route";
import type { Me } from "./types";
import { Toasts } from "./ui/toast";

type Signed = { me: Me } | { problem: "signin" | "nobody" | "away" } | null;

export function App() {
  const [signed, setSigned] = useState<Signed>(null);
  const route = useRoute();
  useStore(settings);

  const look = () => {
    signIn().then(
      (me) => setSigned({ me }),
      (error: unknown) => {
        const status = error instanceof ApiError ? error.status : 0;
        setSigned({ problem: status === 401 ? "signin" : status === 403 ? "nobody" : "away" });
        if (status === 0 || status >= 500) setTimeout(look, 2000);
      },
    );
  };
  useEffect(look, []);

  if (!signed) return <p class="start" role="status">{t("link.connecting")}</p>;
  if ("problem" in signed) {
    return (
      <main class="start">
        <h1>{signed.problem === "away" ? t("link.connecting") : t(`${signed.problem}.title`)}</h1>
        {signed.problem !== "away" && <p>{t(`${signed.problem}.text`)}</p>}
        <p><button type="button" class="primary" onClick={() => location.reload()}>{t("signin.again")}</button></p>
      </main>
    );
  }

  const { me } = signed;
  const page = pageOf(route, me.roles);
  return (
    <>
      {page === "desk" && me.operator && <DeskPage me={me} operator={me.operator} />}
      {page === "board" && <Frame me={me} page={page}><BoardPage isWall={false} me={me} /></Frame>}
      {page === "wall" && <BoardPage isWall me={me} />}
      {page === "calls" && <Frame me={me} page={page}><CallsPage root="board" selected={route[1] ?? null} /></Frame>}
      {page === "audit" && <Frame me={me} page={page}><AuditPage /></Frame>}
      {page === "company" && <Frame me={me} page={page}><CornerPage section={route[1] ?? "messages"} selected={route[2] ?? null} /></Frame>}
      <Toasts />
    </>
  );
}
