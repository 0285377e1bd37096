import { useEffect } from "preact/hooks";
import { arrival, connected, current, fault, notice, prepared, redo, route, undo } from "../state/studio";
import { language, say } from "../texts/texts";
import { Compare } from "./compare";
import { ContactSheet } from "./contact_sheet";
import { DropArea } from "./drop_area";
import { IconButton } from "./icons";
import { Prepare } from "./prepare";
import { Shelf } from "./shelf";
import { TopBar } from "./top_bar";
import { Welcome } from "./welcome";
import { Workshop } from "./workshop";

const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && /^(text|search|number)$/.test(target.type));

/** Ctrl+Z and Ctrl+Shift+Z, except in what is being written. */
function useUndoKeys(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || writes(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      void (key === "y" || event.shiftKey ? redo() : undo());
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
}

function Place() {
  switch (route.value.at) {
    case "start":
      if (prepared.value) return <Prepare />;
      return arrival.value ? <Workshop /> : <Welcome />; // The same easel as the painting's, which need not be set up again.
    case "painting":
      return <Workshop />;
    case "shelf":
      return <Shelf />;
    case "sheet":
      return <ContactSheet of={route.value.of} />;
    case "compare":
      return <Compare left={route.value.left} right={route.value.right} />;
  }
}

const noticeMs = 8000;

function Notices() {
  const told = notice.value;
  useEffect(() => {
    if (!told) return;
    const timer = setTimeout(() => (notice.value = null), noticeMs);
    return () => clearTimeout(timer);
  }, [told]);
  const problem = fault.value?.setting === undefined ? fault.value : null;
  return (
    <div class="notices" role="status">
      {!connected.value && <p class="notice">{say("lost")}</p>}
      {problem && (
        <p class="notice grave">
          <span>{problem.text}</span>
          <IconButton icon="close" label={say("close")} onClick={() => (fault.value = null)} />
        </p>
      )}
      {told && (
        <p class="notice">
          <span>{told.text}</span>
          {told.undo && (
            <button type="button" onClick={() => void undo()}>
              {say("undo")}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

export function App() {
  useUndoKeys();
  const name = current.value?.name;
  useEffect(() => {
    document.documentElement.lang = language.value;
    document.title = name ? say("pageFor", { name }) : say("title");
  }, [language.value, name]);
  return (
    <>
      <TopBar />
      <Notices />
      <main id="main" tabIndex={-1}>
        <Place />
      </main>
      <DropArea />
    </>
  );
}
