import { useState } from "preact/hooks";
import type { Settings } from "../server/messages";
import { cropWish, ofPhotograph, whole } from "../state/adjusting";
import { settings, wish, wishes } from "../state/studio";
import { say } from "../texts/texts";
import { CropEditor } from "./crop_editor";
import { Field } from "./field";

/** Those of its settings that are sliders. */
const sliders = ofPhotograph.filter((name) => name !== "crop");

function Sliders({ all }: { all: Settings }) {
  const known = sliders.flatMap((name) => all.settings.filter((setting) => setting.name === name));
  return (
    <>
      {known.map((setting) => (
        <Field key={setting.name} setting={setting} all={all} />
      ))}
    </>
  );
}

/** What is done to the photograph before it is painted. */
export function PhotographTools({ photo }: { photo: string }) {
  const all = settings.value;
  if (!all) return null;
  return (
    <>
      <CropEditor photo={photo} />
      <p class="pale small">
        {say("cropHint")}{" "}
        {wishes.value.crop !== undefined && (
          <button type="button" class="link" onClick={() => wish("crop", cropWish(whole), say("cropOf"))}>
            {say("cropNone")}
          </button>
        )}
      </p>
      <Sliders all={all} />
    </>
  );
}

/** The same beside a painting, for the next one of its photograph. */
export function BeforePainting({ photo }: { photo: string }) {
  const adjusted = ofPhotograph.some((name) => name in wishes.value);
  const [open, setOpen] = useState(adjusted);
  return (
    <details class="before" open={open}>
      <summary onClick={(event) => (event.preventDefault(), setOpen(!open))}>{say("beforePainting")}</summary>
      {open && (
        <div class="before-tools">
          <PhotographTools photo={photo} key={photo} />
        </div>
      )}
    </details>
  );
}
