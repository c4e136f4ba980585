/** Eight messages of a service business's morning, played live. Always the same but for ids and times. */
import { ControlError } from "./control-error.ts";
import { say } from "./say.ts";
import type { SayInput } from "./say-input.ts";
import type { Sim } from "./sim.ts";
import { addCast } from "./world.ts";

type Line = {
  afterMs: number;
  phoneId: string;
  /** WhatsApp's timestamp lies this far back: written while nobody was looking. */
  writtenBeforeMs?: number;
  preview: string;
  say: SayInput;
};

const LINES: readonly Line[] = [
  {
    afterMs: 0,
    phoneId: "rosa",
    /** Or her chase, seconds later, would be one burst with it. */
    writtenBeforeMs: 120_000,
    preview: "No hay agua en el 4B",
    say: { type: "text", text: "No hay agua en el 4B" },
  },
  {
    afterMs: 5_000,
    phoneId: "rosa",
    preview: "¿Ya vienen?",
    say: { type: "text", text: "¿Ya vienen?" },
  },
  { afterMs: 9_000, phoneId: "julian", preview: "Gracias!!", say: { type: "text", text: "Gracias!!" } },
  {
    afterMs: 20_000,
    phoneId: "fatima",
    preview: "السلام عليكم، الماي ينزل من سقف المطبخ",
    say: {
      type: "text",
      text: "السلام عليكم، الماي ينزل من سقف المطبخ من الصبح ويخر على الكهرباء، تقدرون ترسلون حد اليوم قبل العصر؟",
    },
  },
  { afterMs: 26_000, phoneId: "fatima", preview: "photo", say: { type: "image", asset: "ceiling.jpg" } },
  {
    afterMs: 40_000,
    phoneId: "grace",
    preview: "voice note",
    say: { type: "audio", asset: "valve-drips.ogg", voice: true },
  },
  {
    afterMs: 56_000,
    phoneId: "ravi",
    preview: "The water heater trips the breaker",
    say: {
      type: "text",
      text: "Hi, the water heater in flat 304 trips the breaker since this morning. Could someone come before 6?",
    },
  },
  {
    afterMs: 74_000,
    phoneId: "rosa",
    preview: "Edificio Mirador, 4B",
    say: {
      type: "location",
      latitude: 40.4203,
      longitude: -3.7058,
      name: "Edificio Mirador, 4B",
      address: "Calle del Pez 21, Madrid",
    },
  },
];

type SampleDayState = "idle" | "playing" | "paused" | "done";

export type SampleDay = {
  show: () => object;
  start: (speed: number) => object;
  pause: () => object;
  resume: () => object;
  stop: () => object;
};

export function createSampleDay(sim: Sim): SampleDay {
  let state: SampleDayState = "idle";
  let speed = 1;
  let startedAt: string | null = null;
  let said: { messageId: string; at: string }[] = [];
  /** In machine time, since the day plays in real time whatever the clock was jumped to. */
  let nextAt = 0;
  let leftMs = 0;
  let cancelNext: () => void = () => undefined;

  function show(): object {
    const nextInMs =
      state === "playing" ? Math.max(0, nextAt - performance.now()) : state === "paused" ? leftMs : null;
    return {
      state,
      speed,
      startedAt,
      sent: said.length,
      total: LINES.length,
      nextInMs: nextInMs === null ? null : Math.round(nextInMs),
      steps: LINES.map(({ phoneId, preview, say: words, afterMs }, step) => ({
        phoneId,
        name: sim.world.phones.get(phoneId)?.name ?? phoneId,
        type: words.type,
        preview,
        afterMs: Math.round(afterMs / speed),
        messageId: said[step]?.messageId ?? null,
        at: said[step]?.at ?? null,
      })),
    };
  }

  function tell(): object {
    const shown = show();
    sim.bus.tell("sample-day", shown);
    return shown;
  }

  function waitFor(ms: number): void {
    nextAt = performance.now() + ms;
    cancelNext = sim.timers.after(ms, playNext);
  }

  function playNext(): void {
    const line = LINES[said.length];
    const phone = line ? sim.world.phones.get(line.phoneId) : undefined;
    if (!line || !phone) {
      finish();
      return;
    }
    const at = sim.clock.now();
    const sentAt = new Date(at.getTime() - (line.writtenBeforeMs ?? 0)).toISOString();
    const message = say(sim, phone, { ...line.say, sentAt });
    said.push({ messageId: message.id, at: at.toISOString() });
    const next = LINES[said.length];
    if (next) {
      waitFor((next.afterMs - line.afterMs) / speed);
      tell();
    } else finish();
  }

  function finish(): void {
    state = "done";
    tell();
  }

  sim.bus.listen((kind) => {
    if (kind === "reset") forget();
  });

  function forget(): void {
    cancelNext();
    state = "idle";
    said = [];
    startedAt = null;
  }

  return {
    show,
    start: (wanted) => {
      if (state === "playing" || state === "paused") {
        throw new ControlError("conflict", "A sample day is playing. Stop it first.");
      }
      addCast(sim.world);
      sim.bus.tell("phones", {});
      state = "playing";
      speed = wanted;
      startedAt = sim.clock.now().toISOString();
      said = [];
      playNext();
      return show();
    },
    pause: () => {
      if (state !== "playing") return show();
      cancelNext();
      leftMs = Math.max(0, nextAt - performance.now());
      state = "paused";
      return tell();
    },
    resume: () => {
      if (state !== "paused") return show();
      state = "playing";
      waitFor(leftMs);
      return tell();
    },
    stop: () => {
      forget();
      return tell();
    },
  };
}
