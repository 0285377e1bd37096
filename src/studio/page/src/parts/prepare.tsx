import { paintPrepared, prepared, settings } from "../state/studio";
import { say } from "../texts/texts";
import { PhotographTools } from "./before_painting";
import { Field } from "./field";

/** What most people decide before the first stroke. */
const first = ["hand", "hand-strength", "strokes", "relief-strength"];

/** A photograph that is there and not painted yet. */
export function Prepare() {
  const photo = prepared.value;
  const all = settings.value;
  if (!photo || !all) return null;
  const fields = first.flatMap((name) => all.settings.filter((setting) => setting.name === name));
  return (
    <section class="prepare">
      <h1>{say("beforePainting")}</h1>
      <div class="prepare-tools">
        <PhotographTools photo={photo.photo} key={photo.photo} />
        {fields.map((setting) => (
          <Field key={setting.name} setting={setting} all={all} />
        ))}
        <div class="buttons">
          <button type="button" onClick={() => (prepared.value = null)}>
            {say("cancel")}
          </button>
          <button type="button" class="primary" onClick={() => void paintPrepared()}>
            {say("paint")}
          </button>
        </div>
      </div>
    </section>
  );
}
