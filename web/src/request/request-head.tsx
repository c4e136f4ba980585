import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { RequestPage } from "../../../shared/api/requests.ts";
import { requestRef } from "../../../shared/request.ts";
import { Button } from "../ui/button.tsx";
import { ChasedChip } from "../ui/clock-chip.tsx";
import { BackGlyph } from "../ui/glyphs.tsx";
import { KeyHint } from "../ui/key-hint.tsx";
import { StateWord } from "../ui/state-word.tsx";
import { ClientAndPlace } from "./client-and-place.tsx";
import type { Moving } from "./move/use-move.ts";

/** Number, kind and state; the title; for whom and where. */
export function RequestHead({
  page,
  moving,
  more,
}: {
  page: RequestPage;
  moving: Moving;
  /** What is done seldom. */
  more: ReactNode;
}) {
  const { t } = useTranslation("request");
  const { strip } = page;
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-3 md:px-5">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-line text-ink2">
          <Link
            to="/board"
            search={{ peek: strip.id }}
            className="inline-flex items-center gap-1 hover:text-ink touch:min-h-11"
          >
            <BackGlyph /> {t("head.board")}
          </Link>
          <bdi dir="ltr">{requestRef(strip.id)}</bdi>
          {strip.category && <bdi>{strip.category.name}</bdi>}
          {strip.area && <bdi>{strip.area.name}</bdi>}
          <StateWord state={strip.state} className="text-ink" />
          {strip.chases > 0 && <ChasedChip times={strip.chases} />}
          {page.linkedTo !== null && (
            <Link
              to="/requests/$id"
              params={{ id: String(page.linkedTo) }}
              className="underline touch:inline-flex touch:min-h-11 touch:items-center"
            >
              {t("head.linked", { ref: requestRef(page.linkedTo) })}
            </Link>
          )}
        </p>
        <h1 className="aligned mt-0.5 text-page font-semibold" dir="auto">
          {strip.title}
        </h1>
        <ClientAndPlace strip={strip} className="text-body text-ink2" />
      </div>
      <div className="flex gap-2">
        {page.undoUntil !== null && (
          <Button kind="quiet" onClick={() => void moving.undo(strip)}>
            <span className="inline-flex items-center gap-2">
              {t("head.undo")} <KeyHint keys="KeyZ" />
            </span>
          </Button>
        )}
        {page.mergedInto === null && (
          <Button onClick={() => moving.ask(strip, null)} aria-haspopup="dialog">
            <span className="inline-flex items-center gap-2">
              {t("head.move")} <KeyHint keys="KeyM" />
            </span>
          </Button>
        )}
        {more}
      </div>
    </header>
  );
}
