import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { connectingApi } from "../../../shared/api/connecting.ts";
import { call } from "../api/call.ts";
import { useMe } from "../api/queries.ts";
import { Button } from "../ui/button.tsx";
import { useFailureWords } from "../ui/failure-words.ts";

/** To the guided page of a number of ours: where it was left, or from the start with the token that is kept. */
export function FinishConnecting({ id, text }: { id: number; text: string }) {
  const failureWords = useFailureWords();
  const isAdmin = useMe().role === "admin";
  const go = useGoThrough(id);
  if (!isAdmin) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button disabled={go.isPending} onClick={() => go.mutate()}>
        {text}
      </Button>
      {go.error && (
        <span role="alert" className="text-late">
          {failureWords(go.error)}
        </span>
      )}
    </div>
  );
}

/** Beside what says that it was not finished. */
export function FinishHere({ id }: { id: number }) {
  const { t } = useTranslation("connecting");
  return (
    <div className="mt-1.5">
      <FinishConnecting id={id} text={t("settings.finish")} />
    </div>
  );
}

function useGoThrough(numberId: number) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async () => {
      const { connections } = await call(connectingApi.connections);
      const left = connections.find((each) => each.numberId === numberId);
      return left ?? (await call(connectingApi.beginConnection, { body: { numberId } }));
    },
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: ["numbers", "connections"] });
      void navigate({ to: "/settings/numbers/connect", search: { connection: id } });
    },
  });
}
