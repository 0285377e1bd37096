import { current, go, redo, redoLabel, rename, route, undo, undoLabel } from "../state/studio";
import { choose, language, languages, say } from "../texts/texts";
import { Icon, IconButton } from "./icons";

function Name() {
  const painting = current.value;
  if (!painting) return <span class="stretch" />;
  return (
    <input
      class="name"
      type="text"
      aria-label={say("nameOf")}
      value={painting.name}
      maxLength={120}
      spellcheck={false}
      onChange={(event) => void rename(painting, event.currentTarget.value.trim())}
      onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
    />
  );
}

export function TopBar() {
  const { at } = route.value;
  return (
    <header class="top">
      <a class="skip" href="#main" onClick={(event) => (event.preventDefault(), document.getElementById("main")?.focus())}>
        {say("skip")}
      </a>
      <a class="brand" href="#/" aria-current={at === "start" ? "page" : undefined} onClick={() => go({ at: "start" })}>
        <Icon name="plus" />
        <span>{say("start")}</span>
      </a>
      <a class="brand" href="#/shelf" aria-current={at === "shelf" ? "page" : undefined} onClick={() => go({ at: "shelf" })}>
        <Icon name="shelf" />
        <span>{say("shelf")}</span>
      </a>
      <Name />
      <IconButton
        icon="undo"
        label={undoLabel.value === null ? say("undo") : say("undoWhat", { what: undoLabel.value })}
        disabled={undoLabel.value === null}
        onClick={() => void undo()}
      />
      <IconButton
        icon="redo"
        label={redoLabel.value === null ? say("redo") : say("redoWhat", { what: redoLabel.value })}
        disabled={redoLabel.value === null}
        onClick={() => void redo()}
      />
      <select class="language" aria-label={say("chooseLanguage")} value={language.value} onChange={(event) => choose(event.currentTarget.value)}>
        {Object.entries(languages).map(([code, texts]) => (
          <option value={code} lang={code} key={code}>
            {texts.language}
          </option>
        ))}
      </select>
    </header>
  );
}
