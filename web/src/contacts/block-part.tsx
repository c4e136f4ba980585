import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Blocks, blocksApi } from "../../../shared/api/blocks.ts";
import { hasRole } from "../../../shared/request.ts";
import { call } from "../api/call.ts";
import { queryClient, useMe } from "../api/queries.ts";
import { useList } from "../request/use-list.ts";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogFoot } from "../ui/dialog.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { AlertGlyph } from "../ui/glyphs.tsx";

function useBlocks(contactId: number) {
  const key = ["contacts", "blocks", contactId];
  const params = { id: contactId };
  const settle = (blocks: Blocks) => {
    queryClient.setQueryData(key, blocks);
    void queryClient.invalidateQueries({ queryKey: ["contacts"] });
  };
  return {
    blocks: useQuery({
      queryKey: key,
      queryFn: ({ signal }) => call(blocksApi.contactBlocks, { params, signal }),
    }).data,
    change: useMutation({
      mutationFn: (isBlocked: boolean) =>
        call(isBlocked ? blocksApi.blockContact : blocksApi.unblockContact, { params }),
      onSuccess: settle,
    }),
  };
}

/** On a contact: whether WhatsApp keeps them away, and the way to change it. Blocking asks first. */
export function BlockPart({ contactId, name }: { contactId: number; name: string }) {
  const { t } = useTranslation(["contacts", "kit"]);
  const list = useList();
  const failureWords = useFailureWords();
  const { blocks, change } = useBlocks(contactId);
  const mayChange = hasRole(useMe().role, "coordinator");
  const [isAsking, setAsking] = useState(false);
  if (!blocks || blocks.numbers.length === 0 || (!mayChange && !blocks.isBlocked)) return null;
  const where = blocks.numbers.filter(({ at }) => at !== null).map((number) => `\u2068${number.name}\u2069`);
  const error = failureWords(change.error);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-t border-line pt-3">
      {blocks.isBlocked && (
        <span className="font-medium">{t("block.isBlocked", { numbers: list(where) })}</span>
      )}
      {mayChange && (
        <Button
          kind={blocks.isBlocked ? "plain" : "late"}
          size="small"
          disabled={change.isPending}
          onClick={() => (blocks.isBlocked ? change.mutate(false) : setAsking(true))}
        >
          {t(blocks.isBlocked ? "block.unblock" : "block.block")}
        </Button>
      )}
      {error && (
        <p role="alert" className="text-line font-medium text-late">
          {error}
        </p>
      )}
      {isAsking && (
        <Dialog title={t("block.ask", { name: `\u2068${name}\u2069` })} onClose={() => setAsking(false)}>
          <p className="text-ink2">{t("block.lead")}</p>
          <DialogFoot>
            <Button
              kind="late"
              onClick={() => {
                setAsking(false);
                change.mutate(true);
              }}
            >
              {t("block.block")}
            </Button>
            <Button kind="quiet" onClick={() => setAsking(false)}>
              {t("kit:cancel")}
            </Button>
          </DialogFoot>
        </Dialog>
      )}
    </div>
  );
}

/** In the thread, while nothing can be sent. */
export function BlockedBand({ contactId }: { contactId: number }) {
  const { t } = useTranslation("contacts");
  const failureWords = useFailureWords();
  const { blocks, change } = useBlocks(contactId);
  const mayChange = hasRole(useMe().role, "coordinator");
  if (!blocks?.isBlocked) return null;
  const error = failureWords(change.error);
  return (
    <div
      className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line px-3.5 py-2.5"
      role="status"
    >
      <AlertGlyph className="size-3.5! text-late" />
      <p className="min-w-40 flex-1 font-medium">{t("block.band")}</p>
      {mayChange && (
        <Button size="small" disabled={change.isPending} onClick={() => change.mutate(false)}>
          {t("block.unblock")}
        </Button>
      )}
      {error && <p className="w-full text-line font-medium text-late">{error}</p>}
    </div>
  );
}
