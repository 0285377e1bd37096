import { canGoOn, isBusy, type Painting } from "../server/messages";
import { cancel, goOn, pause } from "../state/studio";
import { say } from "../texts/texts";

function timeLeft(seconds: number): string {
  return seconds < 90 ? say("secondsLeft", { n: Math.max(1, Math.round(seconds)) }) : say("minutesLeft", { n: Math.round(seconds / 60) });
}

/** How far the work is; nothing when it is done. */
export function Progress({ painting }: { painting: Painting }) {
  if (painting.state === "finished") return painting.error ? <p class="told pale small" lang="en">{painting.error}</p> : null;
  const busy = isBusy(painting);
  return (
    <section class={painting.state === "failed" ? "progress failed" : "progress"} aria-label={say("progress")}>
      <p>
        <strong>{say(painting.state)}</strong>
        {busy && painting.seconds_left !== undefined && <span class="pale">{timeLeft(painting.seconds_left)}</span>}
      </p>
      {painting.error && <p class="fault" lang="en">{painting.error}</p>}
      {painting.state !== "failed" && <progress max={1} value={painting.share} aria-label={say("progress")} />}
      <div class="buttons">
        {busy && painting.state !== "waiting" && (
          <button type="button" onClick={() => void pause(painting)}>
            {say("pause")}
          </button>
        )}
        {canGoOn(painting) && (
          <button type="button" onClick={() => void goOn(painting)}>
            {say("goOn")}
          </button>
        )}
        {(busy || painting.state === "paused") && (
          <button type="button" onClick={() => void cancel(painting)}>
            {say("cancel")}
          </button>
        )}
      </div>
    </section>
  );
}
