/** What the phones page knows, kept fresh by the simulator's own events. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { EVENTS_ADDRESS, type Said, type Settings, simulator } from "./simulator.ts";

const KEY = "simulator";

export const useStatus = () =>
  useQuery({ queryKey: [KEY, "status"], queryFn: simulator.status, retry: false });
export const usePhones = (isOn: boolean) =>
  useQuery({ queryKey: [KEY, "phones"], queryFn: simulator.phones, enabled: isOn });
export const useThread = (id: string) =>
  useQuery({ queryKey: [KEY, "thread", id], queryFn: () => simulator.thread(id) });
export const useDeliveries = () => useQuery({ queryKey: [KEY, "deliveries"], queryFn: simulator.deliveries });

/** Hears the simulator while the page is open. */
export function useSimulatorEvents(isOn: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!isOn) return;
    const stream = new EventSource(EVENTS_ADDRESS);
    const stale = (...key: string[]) => void client.invalidateQueries({ queryKey: [KEY, ...key] });
    stream.addEventListener("thread", () => {
      stale("thread");
      stale("phones");
    });
    stream.addEventListener("phones", () => stale("phones"));
    stream.addEventListener("delivery", () => stale("deliveries"));
    stream.addEventListener("settings", () => stale("status"));
    stream.addEventListener("sample-day", () => stale("status"));
    stream.addEventListener("reset", () => stale());
    return () => stream.close();
  }, [client, isOn]);
}

/** Everything one can do here; afterwards all is looked at again. */
export function useSimulatorActs() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: [KEY] });
  const say = useMutation({
    mutationFn: ({ id, said }: { id: string; said: Said }) => simulator.say(id, said),
    onSettled,
  });
  const sayFile = useMutation({
    mutationFn: async ({ id, file }: { id: string; file: File }) => {
      const { mediaId } = await simulator.upload(file);
      return simulator.say(id, { type: "image", mediaId });
    },
    onSettled,
  });
  /** One of the simulator's own sample files of that kind. */
  const saySample = useMutation({
    mutationFn: async ({ id, kind }: { id: string; kind: "image" | "audio" }) => {
      const { assets } = await simulator.assets();
      const asset = assets.find((each) => each.kind === kind);
      if (asset) await simulator.say(id, { type: kind, asset: asset.name });
    },
    onSettled,
  });
  const closeWindow = useMutation({ mutationFn: simulator.closeWindow, onSettled });
  const change = useMutation({
    mutationFn: (settings: Partial<Settings>) => simulator.change(settings),
    onSettled,
  });
  const day = useMutation({
    mutationFn: (act: "pause" | "resume" | "play") =>
      act === "play" ? simulator.playDay() : simulator.day(act),
    onSettled,
  });
  return { say, sayFile, saySample, closeWindow, change, day };
}
