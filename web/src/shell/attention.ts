/** Tells the person that something new waits: title badge always; sound and notification when they look elsewhere. */
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useOverview } from "../api/queries.ts";
import { useTitleBadge } from "./page-title.ts";
import { preferences } from "./preferences.ts";

/** Two short soft notes, the second higher: made here, so that there is no file to load. */
function chime(): void {
  const audio = new AudioContext();
  const note = (frequency: number, at: number) => {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(0.08, at + 0.015);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.22);
    tone.connect(volume).connect(audio.destination);
    tone.start(at);
    tone.stop(at + 0.25);
  };
  note(587, audio.currentTime);
  note(784, audio.currentTime + 0.12);
  window.setTimeout(() => void audio.close(), 600);
}

/** Counts only, never words of a message: a notification is seen by whoever stands there. */
export function useAttention(): void {
  const { t } = useTranslation("shell");
  const overview = useOverview();
  const toSort = overview?.toSort ?? 0;
  const hands = overview?.inYourHands ?? 0;
  const closing = overview?.windowsClosing ?? 0;
  const before = useRef<{ toSort: number; hands: number; closing: number }>(null);
  useTitleBadge(toSort + hands);

  useEffect(() => {
    if (!overview) return;
    const last = before.current;
    before.current = { toSort, hands, closing };
    if (!last || document.hasFocus()) return;
    const words =
      toSort > last.toSort
        ? t("waits.toSort", { count: toSort })
        : hands > last.hands
          ? t("waits.hands", { count: hands })
          : closing > last.closing
            ? t("waits.windows", { count: closing })
            : null;
    if (!words) return;
    if (preferences().hasSound) chime();
    if ("Notification" in window && Notification.permission === "granted")
      new Notification(t("waits.title"), { body: words, tag: "baton-waits" });
  }, [overview, toSort, hands, closing, t]);
}
