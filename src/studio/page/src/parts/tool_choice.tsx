import { useEffect, useRef, useState } from "preact/hooks";
import type { Painting } from "../server/messages";
import { tool, tools, type Tool } from "../state/directing";
import { say } from "../texts/texts";
import { Icon } from "./icons";

/** Whether there is what the tool needs. */
const canHold = (each: Tool, painting: Painting): boolean =>
  each === "strokes" ? painting.state === "finished" : painting.photo !== "";

const names = {
  focus: { name: "toolFocus", help: "toolFocusHelp" },
  spatter: { name: "toolSpatter", help: "toolSpatterHelp" },
  motif: { name: "toolMotif", help: "toolMotifHelp" },
  strokes: { name: "toolStrokes", help: "toolStrokesHelp" },
  sign: { name: "toolSign", help: "toolSignHelp" },
} as const satisfies Record<Tool, unknown>;

/** Opens a list of what a painting can be directed with. */
export function ToolChoice({ painting }: { painting: Painting | null }) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    place.current?.querySelector<HTMLButtonElement>(".tool-list button")?.focus();
    const outside = (event: PointerEvent) => place.current?.contains(event.target as Node) || setOpen(false);
    addEventListener("pointerdown", outside);
    return () => removeEventListener("pointerdown", outside);
  }, [open]);
  const close = () => (setOpen(false), place.current?.querySelector<HTMLButtonElement>("button")?.focus());
  return (
    <div class="tool-choice" ref={place} onKeyDown={(event) => event.key === "Escape" && open && close()}>
      <button
        type="button"
        title={say("direct")}
        aria-expanded={open}
        aria-pressed={tool.value !== null}
        disabled={!painting}
        onClick={() => (tool.value ? (tool.value = null) : setOpen(!open))}
      >
        <Icon name="brush" />
        {say("direct")}
      </button>
      {open && painting && (
        <ul class="tool-list">
          {tools.map((each) => (
            <li key={each}>
              <button type="button" class="quiet" disabled={!canHold(each, painting)} onClick={() => (setOpen(false), (tool.value = each))}>
                <strong>{say(names[each].name)}</strong>
                <span class="pale small">{say(names[each].help)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
