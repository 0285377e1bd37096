import { useEffect, useState } from "preact/hooks";
import { fetchExport } from "../server/requests";
import type { Painting } from "../server/messages";
import { framingSettings, isFramed, mats, type FramingWish, type Mat } from "../state/framing";
import { settings } from "../state/studio";
import { say } from "../texts/texts";

const previewSize = 360;
const colours = ["", "#ffffff", "#d8d4cb", "#6f6c66", "#26241f"];
const matNames = { "": "matNone", narrow: "matNarrow", usual: "matUsual", wide: "matWide" } as const;
const frameNames = { none: "frameNone", oak: "frameOak", walnut: "frameWalnut", black: "frameBlack", white: "frameWhite", gilt: "frameGilt" } as const;
const nameOfFrame = (frame: string): string => (frame in frameNames ? say(frameNames[frame as keyof typeof frameNames]) : frame);

/** The picture in its frame, small, as the program draws it; null while it is not there. */
function useFramed(painting: Painting, wish: FramingWish): string | null {
  const [shown, setShown] = useState<string | null>(null);
  const asked = JSON.stringify(framingSettings(wish, painting));
  useEffect(() => {
    setShown(null);
    if (!isFramed(wish) || painting.state !== "finished") return;
    let address = "";
    let wanted = true;
    const timer = setTimeout(() => {
      const show = (picture: Blob) => wanted && setShown((address = URL.createObjectURL(picture)));
      fetchExport(painting.id, { ...(JSON.parse(asked) as Record<string, string>), kind: ".png", size: String(previewSize) }).then(show, () => {}); // Saving it says why it cannot be.
    }, 250);
    return () => {
      wanted = false;
      clearTimeout(timer);
      if (address) URL.revokeObjectURL(address);
    };
  }, [painting.id, painting.state, asked]);
  return shown;
}

/** A frame and a passe-partout for the picture that is taken away. */
export function FramingChoice({ painting, wish, onWish }: { painting: Painting; wish: FramingWish; onWish: (wish: FramingWish) => void }) {
  const shown = useFramed(painting, wish);
  const frames = settings.value?.settings.find(({ name }) => name === "frame")?.choices ?? [];
  if (frames.length === 0) return null;
  return (
    <>
      <div class="pair">
        <label>
          <span>{say("frame")}</span>
          <select name="frame" value={wish.frame} onChange={(event) => onWish({ ...wish, frame: event.currentTarget.value })}>
            {frames.map(({ name }) => (
              <option key={name} value={name}>
                {nameOfFrame(name)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{say("mat")}</span>
          <select name="mat" value={wish.mat} onChange={(event) => onWish({ ...wish, mat: event.currentTarget.value as Mat })}>
            {(Object.keys(mats) as Mat[]).map((mat) => (
              <option key={mat} value={mat}>
                {say(matNames[mat])}
              </option>
            ))}
          </select>
        </label>
      </div>
      {wish.mat !== "" && (
        <div class="mat-colours" role="group" aria-label={say("matColour")}>
          {colours.map((colour) => (
            <button
              type="button"
              key={colour}
              aria-pressed={wish.colour === colour}
              aria-label={colour === "" ? say("matWarmWhite") : colour}
              style={{ background: colour || "#f7f4ee" }}
              onClick={() => onWish({ ...wish, colour })}
            />
          ))}
        </div>
      )}
      {shown && <img class="framed" src={shown} alt={say("framedPreview")} />}
    </>
  );
}
