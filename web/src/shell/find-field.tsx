import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useDeferredValue, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { systemApi } from "../../../shared/api/system.ts";
import { call } from "../api/call.ts";
import { KeyHint } from "../ui/key-hint.tsx";
import { useKey } from "../ui/use-key.ts";
import { FindList } from "./find-list.tsx";
import { type Finding, useFindings } from "./findings.ts";

/** Requests, contacts and pages by a few letters. `/` goes there, arrows choose, Enter opens. */
export function FindField() {
  const { t } = useTranslation("shell");
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const [words, setWords] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [marked, setMarked] = useState(0);
  const q = useDeferredValue(words.trim());
  const search = useQuery({
    queryKey: ["requests", "search", q],
    queryFn: ({ signal }) => call(systemApi.search, { body: { q }, signal }),
    enabled: isOpen && q.length > 0,
    placeholderData: (before) => before,
  });
  const findings = useFindings(q, search.data);
  const chosen = findings[Math.min(marked, findings.length - 1)];
  useKey("Slash", () => input.current?.focus());

  const close = () => {
    setOpen(false);
    setWords("");
    setMarked(0);
    input.current?.blur();
  };
  const go = (finding: Finding) => {
    close();
    void router.navigate(finding.target);
  };
  return (
    <div className="relative w-52 max-lg:w-40 max-md:hidden">
      <input
        ref={input}
        type="text"
        role="combobox"
        dir={words ? "auto" : undefined}
        aria-label={t("find.label")}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && chosen ? `${listId}-${chosen.key}` : undefined}
        placeholder={t("find.label")}
        autoComplete="off"
        value={words}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onChange={(event) => {
          setWords(event.target.value);
          setMarked(0);
        }}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") setMarked(Math.min(marked + 1, findings.length - 1));
          else if (event.key === "ArrowUp") setMarked(Math.max(marked - 1, 0));
          else if (event.key === "Enter" && chosen) go(chosen);
          else if (event.key === "Escape") close();
          else return;
          event.preventDefault();
        }}
        className="on-strip h-8 w-full rounded-control border border-line px-2.5 text-line hover:border-line2"
      />
      {!isOpen && <KeyHint keys="Slash" className="absolute end-2 top-1.5 text-ink3" />}
      {isOpen && (
        <FindList
          id={listId}
          findings={findings}
          marked={chosen}
          words={q}
          isSearching={search.isFetching}
          onChoose={go}
        />
      )}
    </div>
  );
}
