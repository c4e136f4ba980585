/** What the phones page knows, kept fresh by the simulator's own events. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { z } from "zod";
import type { NewPerson, Settings } from "./shapes.ts";
import { type Chat, EVENTS_ADDRESS, simulator } from "./simulator.ts";

const KEY = "simulator";
/** Under load there are hundreds of events a second; the page looks a few times. */
const LOOK_EVERY_MS = 150;

export const useStatus = () =>
  useQuery({ queryKey: [KEY, "status"], queryFn: simulator.status, retry: false });
export const usePhones = (isOn: boolean) =>
  useQuery({ queryKey: [KEY, "phones"], queryFn: simulator.phones, enabled: isOn });
export const useThread = ({ phoneId, numberId }: Chat, limit: number) =>
  useQuery({
    queryKey: [KEY, "thread", phoneId, numberId, limit],
    queryFn: () => simulator.thread({ phoneId, numberId }, limit),
    // While more of it is fetched, what is there stays.
    placeholderData: (before) => before,
  });
export const useDeliveries = () => useQuery({ queryKey: [KEY, "deliveries"], queryFn: simulator.deliveries });
export const useAssets = () =>
  useQuery({
    queryKey: ["simulator-assets"],
    queryFn: simulator.assets,
    staleTime: Number.POSITIVE_INFINITY,
  });

const Told = z.object({ phoneId: z.string() });
function phoneOf(data: string): string[] {
  const told = Told.safeParse(JSON.parse(data));
  return told.success ? [told.data.phoneId] : [];
}

/** Hears the simulator while the page is open. */
export function useSimulatorEvents(isOn: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!isOn) return;
    const stream = new EventSource(EVENTS_ADDRESS);
    const stale = new Map<string, string[]>();
    let timer: number | undefined;
    const look = () => {
      timer = undefined;
      const keys = [...stale.values()];
      stale.clear();
      for (const key of keys) void client.invalidateQueries({ queryKey: [KEY, ...key] });
    };
    const lookAt = (...key: string[]) => {
      stale.set(key.join(" "), key);
      timer ??= window.setTimeout(look, LOOK_EVERY_MS);
    };
    stream.addEventListener("thread", (event: MessageEvent<string>) => {
      lookAt("thread", ...phoneOf(event.data));
      lookAt("phones");
    });
    stream.addEventListener("phones", () => {
      lookAt("phones");
      lookAt("thread");
    });
    stream.addEventListener("delivery", () => lookAt("deliveries"));
    stream.addEventListener("settings", () => lookAt("status"));
    stream.addEventListener("sample-day", () => lookAt("status"));
    stream.addEventListener("reset", () => lookAt());
    return () => {
      stream.close();
      window.clearTimeout(timer);
    };
  }, [client, isOn]);
}

/** What one can do to the platform; afterwards all is looked at again. */
export function useSimulatorActs() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: [KEY] });
  const change = useMutation({
    mutationFn: (settings: Partial<Settings>) => simulator.change(settings),
    onSettled,
  });
  const jump = useMutation({ mutationFn: simulator.jump, onSettled });
  const day = useMutation({
    mutationFn: (act: "pause" | "resume" | "play") =>
      act === "play" ? simulator.playDay() : simulator.day(act),
    onSettled,
  });
  const addPerson = useMutation({
    mutationFn: (person: NewPerson) => simulator.addPerson(person),
    onSettled,
  });
  const changeNumber = useMutation({
    mutationFn: ({ id, waId }: { id: string; waId: string }) => simulator.changeNumber(id, waId),
    onSettled,
  });
  const removePerson = useMutation({ mutationFn: simulator.removePerson, onSettled });
  return { change, jump, day, addPerson, changeNumber, removePerson };
}
