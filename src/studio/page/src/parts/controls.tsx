import { useState } from "preact/hooks";
import type { Painting, Setting, Settings } from "../server/messages";
import { go, settings } from "../state/studio";
import { say } from "../texts/texts";
import { grouped, labelOf, type SettingGroups } from "../state/wishes";
import { BeforePainting } from "./before_painting";
import { Field } from "./field";
import { PaintPanel } from "./paint_panel";
import { Progress } from "./progress";
import { RecordForm } from "./record_form";
import { TakeAway } from "./take_away";

function Fields({ list, all }: { list: Setting[]; all: Settings }) {
  return (
    <>
      {list.map((setting) => (
        <Field setting={setting} all={all} key={setting.name} />
      ))}
    </>
  );
}

/** The many that few people turn. They are made when they are asked for. */
function More({ groups, all }: { groups: SettingGroups["more"]; all: Settings }) {
  const [open, setOpen] = useState(false);
  if (groups.length === 0) return null;
  return (
    <details class="more" open={open}>
      <summary onClick={(event) => (event.preventDefault(), setOpen(!open))}>{say("more")}</summary>
      {open &&
        groups.map(({ table, settings: list }) => (
          <fieldset key={table}>
            {table !== "" && <legend lang="en">{labelOf(table)}</legend>}
            <Fields list={list} all={all} />
          </fieldset>
        ))}
    </details>
  );
}

/** How it fares, how it is painted, and how it is taken away. @param painting null while its photograph comes in. */
export function Controls({ painting }: { painting: Painting | null }) {
  const all = settings.value;
  if (!all) return null;
  const { first, more } = grouped(all.settings);
  return (
    <div class="controls">
      {painting && <Progress painting={painting} />}
      <div class="scroll">
        <div class="field-head">
          <h2>{say("settings")}</h2>
          <span class="stretch" />
          {painting?.photo && (
            <button type="button" class="link" onClick={() => go({ at: "sheet", of: painting.id })}>
              {say("trySeveral")}
            </button>
          )}
        </div>
        {painting?.photo && <BeforePainting photo={painting.photo} key={painting.id} />}
        <Fields list={first} all={all} />
        <More groups={more} all={all} />
        {painting && <TakeAway painting={painting} formats={all.formats} key={painting.id} />}
        {painting?.state === "finished" && <RecordForm painting={painting} key={`${painting.id} record`} />}
      </div>
      {painting && <PaintPanel painting={painting} />}
    </div>
  );
}
