import { useState } from "preact/hooks";
import { isBusy, type Painting } from "../server/messages";
import { previewAddress, thumbnailAddress } from "../server/requests";
import { say } from "../texts/texts";

/** The painting, small; the photograph, faint, as long as there is none. */
export function Thumbnail({ painting }: { painting: Painting }) {
  const [missing, setMissing] = useState<string | null>(null);
  const ready = painting.state === "finished" && missing !== "all";
  const address = ready && missing === null ? thumbnailAddress(painting) : previewAddress(painting.photo);
  return (
    <span class="thumbnail">
      <img
        class={ready && missing === null ? "" : "faint"}
        src={address}
        alt=""
        loading="lazy"
        onError={() => setMissing(missing === null ? "painting" : "all")}
      />
      {painting.state !== "finished" && <span class={isBusy(painting) ? "badge busy" : "badge"}>{say(painting.state)}</span>}
      {isBusy(painting) && <progress max={1} value={painting.share} aria-label={say("progress")} />}
    </span>
  );
}
