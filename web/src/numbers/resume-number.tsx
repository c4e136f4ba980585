import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { sendingApi } from "../../../shared/api/sending.ts";
import { call } from "../api/call.ts";
import { Button } from "../ui/button.tsx";

/** A paused number sends again; if the cause is still there, the next refusal pauses it once more. */
export function ResumeNumber({ id }: { id: number }) {
  const { t } = useTranslation("numbers");
  const client = useQueryClient();
  const resume = useMutation({
    mutationFn: () => call(sendingApi.resumeNumber, { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["numbers"] }),
  });
  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button disabled={resume.isPending} onClick={() => resume.mutate()}>
        {t("resume")}
      </Button>
      {resume.isError && (
        <span role="alert" className="text-hand">
          {t("resumeFailed")}
        </span>
      )}
    </div>
  );
}
