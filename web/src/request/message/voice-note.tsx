import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";
import type { Media } from "../../../../shared/api/media.ts";
import { useFormat } from "../../ui/format.ts";
import { useKey } from "../../ui/use-key.ts";
import { MediaMissing } from "./media-missing.tsx";
import { PlayButton, SpeedButton, Waveform } from "./sound-controls.tsx";
import { useClock } from "./sound-length.ts";
import { useSound } from "./use-sound.ts";

/** Drawn as long as the true shape is not known, so that nothing jumps. */
const FLAT = Array.from({ length: 48 }, () => 0.28);

type Props = { message: Message /** Plays on V: for the one note a person has in hand. */; hasKey?: boolean };

export function VoiceNote({ message, hasKey }: Props) {
  const { media } = message;
  if (!media?.url) return <MediaMissing messages={[message]} />;
  return <Player message={message} media={media} url={media.url} hasKey={hasKey} />;
}

/** Who listens fast listens to the next one fast. */
let lastSpeed = 1;

function Player({ message, media, url, hasKey }: Props & { media: Media; url: string }) {
  const { t } = useTranslation("request");
  const { clockTime } = useFormat();
  const lengthOf = useClock();
  const { sound, peaks } = useSound(url, media.mimeType);
  const player = useRef<HTMLAudioElement>(null);
  const [at, setAt] = useState(0);
  const [seconds, setSeconds] = useState<number | null>(null);
  const [phase, setPhase] = useState<"still" | "playing" | "broken">("still");
  const [speed, setSpeed] = useState(lastSpeed);
  const isBroken = phase === "broken" || sound.state === "none";
  const toggle = () => {
    const { current } = player;
    if (!current || sound.state !== "ready") return;
    if (current.paused) current.play().catch(() => setPhase("broken"));
    else current.pause();
  };
  useKey("KeyV", toggle, { isOff: !hasKey || isBroken });

  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {sound.state === "ready" && (
        // biome-ignore lint/a11y/useMediaCaption: a voice note has no captions
        <audio
          ref={player}
          src={sound.src}
          preload="metadata"
          onPlay={({ currentTarget }) => {
            currentTarget.playbackRate = speed;
            setPhase("playing");
          }}
          onPause={() => setPhase("still")}
          onEnded={() => setAt(0)}
          onError={() => setPhase("broken")}
          onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
          onLoadedMetadata={({ currentTarget }) =>
            setSeconds(Number.isFinite(currentTarget.duration) ? currentTarget.duration : null)
          }
        />
      )}
      {!isBroken && (
        <>
          <PlayButton
            isPlaying={phase === "playing"}
            isOff={sound.state !== "ready"}
            isBusy={sound.state === "opening"}
            onPress={toggle}
          />
          <Waveform
            peaks={peaks ?? FLAT}
            at={at}
            seconds={seconds ?? 0}
            onSeek={(to) => {
              if (player.current) player.current.currentTime = to;
              setAt(to);
            }}
          />
        </>
      )}
      <span className="text-line text-ink2">
        {t(message.content.isVoice === false ? "voice.sound" : "voice.note", {
          length: seconds === null ? clockTime(message.saidAt) : lengthOf(at > 0 ? at : seconds),
        })}
      </span>
      {!isBroken && (
        <SpeedButton
          speed={speed}
          onChange={(next) => {
            lastSpeed = next;
            setSpeed(next);
            if (player.current) player.current.playbackRate = next;
          }}
        />
      )}
      {isBroken && (
        <p className="w-full text-line text-ink2">
          {t("voice.cannotPlay")}{" "}
          <a href={url} download className="font-medium text-ink underline">
            {t("voice.download")}
          </a>
        </p>
      )}
    </div>
  );
}
