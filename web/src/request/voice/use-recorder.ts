/** Recording from the microphone: one channel, with its loudness as it goes, until it is stopped or thrown away. */
import { useEffect, useRef, useState } from "react";
import { writeOgg } from "./ogg-write.ts";
import { readWebm } from "./webm-opus.ts";

export type RecordingProblem = "denied" | "none" | "failed" | "unsupported" | "insecure";

export type Recording =
  | { phase: "asking" }
  | { phase: "recording" | "paused"; seconds: number; loudness: readonly number[]; isSilent: boolean }
  | { phase: "making" }
  | { phase: "made"; file: File; isVoice: boolean; seconds: number; isCutOff: boolean }
  | { phase: "problem"; why: RecordingProblem };

/** The first that the browser knows: as it is, to be put into Ogg, or sent as a sound. */
const TYPES = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4"];
/** Plenty for a voice; more would only reach WhatsApp's limit for playing at once sooner. */
const BITS_PER_SECOND = 24_000;
const MOST_SECONDS = 15 * 60;
const TICK_MS = 100;
const BARS = 48;
/** Below this is the noise of a microphone that hears nothing. */
const HEARD = 0.01;
const SILENT_AFTER_TICKS = 30;

type Machine = {
  recorder: MediaRecorder;
  parts: Blob[];
  seconds: number;
  loudness: number[];
  measure: () => number;
  release: () => void;
};

export function useRecorder() {
  const [recording, setRecording] = useState<Recording>({ phase: "asking" });
  const machine = useRef<Machine | null>(null);
  const isCutOff = useRef(false);

  useEffect(() => {
    let isGone = false;
    openMachine().then(
      (opened) => {
        if (isGone) return opened.release();
        machine.current = opened;
        opened.recorder.addEventListener("stop", () => {
          if (!isGone) void finish(opened, isCutOff.current).then(setRecording);
        });
        opened.recorder.start(1_000);
        setRecording(shown(opened));
      },
      (error: unknown) => {
        if (!isGone) setRecording({ phase: "problem", why: problemOf(error) });
      },
    );
    const timer = setInterval(() => {
      const { current } = machine;
      if (current?.recorder.state !== "recording") return;
      current.seconds += TICK_MS / 1_000;
      current.loudness = [...current.loudness, current.measure()].slice(-10 * MOST_SECONDS);
      setRecording(shown(current));
      if (current.seconds >= MOST_SECONDS) {
        isCutOff.current = true;
        current.recorder.stop();
      }
    }, TICK_MS);
    return () => {
      isGone = true;
      clearInterval(timer);
      machine.current?.release();
      machine.current = null;
    };
  }, []);

  const act = (what: (opened: Machine) => void) => () => {
    const { current } = machine;
    if (!current || current.recorder.state === "inactive") return;
    what(current);
  };
  return {
    recording,
    pause: act((opened) => {
      opened.recorder.pause();
      setRecording(shown(opened));
    }),
    resume: act((opened) => {
      opened.recorder.resume();
      setRecording(shown(opened));
    }),
    stop: act((opened) => {
      setRecording({ phase: "making" });
      opened.recorder.stop();
    }),
  };
}

function shown({ recorder, seconds, loudness }: Machine): Recording {
  return {
    phase: recorder.state === "paused" ? "paused" : "recording",
    seconds,
    loudness: loudness.slice(-BARS),
    isSilent:
      loudness.length >= SILENT_AFTER_TICKS && Math.max(...loudness.slice(-SILENT_AFTER_TICKS)) < HEARD,
  };
}

async function openMachine(): Promise<Machine> {
  if (!window.isSecureContext) throw new Refused("insecure");
  const mimeType =
    typeof MediaRecorder === "undefined"
      ? undefined
      : TYPES.find((type) => MediaRecorder.isTypeSupported(type));
  if (!mimeType || !navigator.mediaDevices) throw new Refused("unsupported");
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  });
  const context = new AudioContext();
  await context.resume();
  const source = context.createMediaStreamSource(stream);
  const meter = context.createAnalyser();
  meter.fftSize = 1024;
  // Whatever the microphone gives: a voice note has one channel.
  const one = context.createMediaStreamDestination();
  one.channelCount = 1;
  one.channelCountMode = "explicit";
  source.connect(meter);
  source.connect(one);
  const recorder = new MediaRecorder(one.stream, { mimeType, audioBitsPerSecond: BITS_PER_SECOND });
  const parts: Blob[] = [];
  recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
  const heard = new Float32Array(meter.fftSize);
  return {
    recorder,
    parts,
    seconds: 0,
    loudness: [],
    measure: () => {
      meter.getFloatTimeDomainData(heard);
      return Math.sqrt(heard.reduce((sum, value) => sum + value * value, 0) / heard.length);
    },
    release: () => {
      if (recorder.state !== "inactive") recorder.stop();
      for (const track of stream.getTracks()) track.stop();
      void context.close();
    },
  };
}

async function finish(opened: Machine, isCutOff: boolean): Promise<Recording> {
  opened.release();
  const { recorder, parts, seconds } = opened;
  const whole = new Blob(parts, { type: recorder.mimeType });
  if (whole.size === 0) return { phase: "problem", why: "failed" };
  try {
    const made = await voiceFile(whole);
    return { phase: "made", ...made, seconds, isCutOff };
  } catch {
    return { phase: "problem", why: "failed" };
  }
}

async function voiceFile(whole: Blob): Promise<{ file: File; isVoice: boolean }> {
  const type = whole.type.split(";")[0];
  if (type === "audio/mp4")
    return { file: new File([whole], "voice.m4a", { type: "audio/mp4" }), isVoice: false };
  const ogg =
    type === "audio/ogg"
      ? whole
      : writeOgg(
          readWebm(new Uint8Array(await whole.arrayBuffer())),
          crypto.getRandomValues(new Uint32Array(1))[0] ?? 1,
        );
  return { file: new File([ogg], "voice.ogg", { type: "audio/ogg" }), isVoice: true };
}

class Refused extends Error {
  readonly why: RecordingProblem;
  constructor(why: RecordingProblem) {
    super(why);
    this.why = why;
  }
}

function problemOf(error: unknown): RecordingProblem {
  if (error instanceof Refused) return error.why;
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "denied";
  return name === "NotFoundError" || name === "OverconstrainedError" ? "none" : "failed";
}
