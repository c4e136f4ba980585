/** What is done to rules in the list, said when it is done, each with the way back. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Rule, rulesApi } from "../../../shared/api/rules.ts";
import { useFormat } from "../ui/format.ts";
import { announce } from "../ui/status-region.tsx";
import { moved } from "./draft.ts";
import { useOrder, useRuleChange } from "./use-rules.ts";

type Done = { words: string; undo: (() => Promise<unknown>) | null };
type Named = { id: number; name: string };

export function useActs(rules: readonly Rule[]) {
  const { t } = useTranslation("houseRules");
  const { number } = useFormat();
  const [done, setDone] = useState<Done | null>(null);
  const [error, setError] = useState<unknown>(null);
  const remove = useRuleChange(rulesApi.removeRule);
  const restore = useRuleChange(rulesApi.restoreRule);
  const switching = useRuleChange(rulesApi.switchRule);
  const order = useOrder();

  async function act(work: () => Promise<unknown>, words: string, undo: Done["undo"] = null) {
    setError(null);
    try {
      await work();
      setDone({ words, undo });
      announce(words);
    } catch (failure) {
      setDone(null);
      setError(failure);
    }
  }
  const restoring = ({ id }: Named) => restore.mutateAsync({ params: { id } });
  const switchTo = ({ id, version }: Rule, isOn: boolean) =>
    switching.mutateAsync({ params: { id }, body: { isOn, version } });
  const ids = rules.map(({ id }) => id);
  return {
    done,
    error,
    say: (words: string) => void act(async () => {}, words),
    undo: () => {
      if (done?.undo) void act(done.undo, t("page.undo"));
    },
    move: (from: number, to: number) => {
      const rule = rules[from];
      if (!rule) return;
      const words = t("page.moved", { name: rule.name, n: number(to + 1), of: number(rules.length) });
      void act(
        () => order.mutateAsync(moved(ids, from, to)),
        words,
        () => order.mutateAsync(ids),
      );
    },
    remove: (rule: Rule) =>
      void act(
        () => remove.mutateAsync({ params: { id: rule.id }, body: { version: rule.version } }),
        t("page.removed", { name: rule.name }),
        () => restoring(rule),
      ),
    restore: (rule: Named) => void act(() => restoring(rule), t("page.restored", { name: rule.name })),
    switchTo: (rule: Rule, isOn: boolean) =>
      void act(
        () => switchTo(rule, isOn),
        t(isOn ? "page.switchedOn" : "page.switchedOff", { name: rule.name }),
        () => switchTo(rule, !isOn),
      ),
  };
}
