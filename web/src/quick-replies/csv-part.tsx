import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type QuickReply, quickRepliesApi } from "../../../shared/api/quick-replies.ts";
import { ApiFailure, call } from "../api/call.ts";
import { Button } from "../ui/button.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { fromCsv, toCsv } from "./csv.ts";

type Result = { read: number; skipped: number } | { error: unknown };

/** Out to a spreadsheet and back. A shortcut that is taken is left as it is. */
export function CsvPart({ replies }: { replies: readonly QuickReply[] }) {
  const { t } = useTranslation("quickReplies");
  const client = useQueryClient();
  const failureWords = useFailureWords();
  const field = useRef<HTMLInputElement>(null);
  const [result, setResult] = useState<Result | null>(null);

  const save = () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([toCsv(replies)], { type: "text/csv" }));
    link.download = "quick-replies.csv";
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const read = async (file: File) => {
    const { replies: written, skipped } = fromCsv(await file.text());
    let taken = 0;
    try {
      for (const body of written)
        await call(quickRepliesApi.addQuickReply, { body }).catch((error: unknown) => {
          if (!(error instanceof ApiFailure && [400, 409].includes(error.status))) throw error;
          taken += 1;
        });
      setResult({ read: written.length - taken, skipped: skipped + taken });
    } catch (error) {
      setResult({ error });
    }
    await client.invalidateQueries({ queryKey: ["quick-replies"] });
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      {replies.length > 0 && (
        <Button size="small" kind="quiet" onClick={save}>
          {t("page.export")}
        </Button>
      )}
      <Button size="small" kind="quiet" onClick={() => field.current?.click()}>
        {t("page.import")}
      </Button>
      <input
        ref={field}
        type="file"
        accept=".csv,text/csv"
        hidden
        aria-label={t("page.import")}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same file can be chosen again.
          target.value = "";
          if (file) void read(file);
        }}
      />
      <p role="status" className="text-line text-ink2">
        {result && "error" in result && <span className="text-late">{failureWords(result.error)}</span>}
        {result && "read" in result && (
          <>
            {result.read > 0 ? t("page.imported", { count: result.read }) : t("page.importNothing")}{" "}
            {result.read > 0 && result.skipped > 0 && t("page.skipped", { count: result.skipped })}
          </>
        )}
      </p>
    </div>
  );
}
