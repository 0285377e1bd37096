import { uploadIn } from "../state/wishes";
import { say } from "../texts/texts";
import { IconButton } from "./icons";

/** An upload has no words of its own; what stands behind it, has. */
const shown = (text: string): string => {
  const upload = uploadIn(text);
  return upload ? `${say("whatYouPainted")}${text.slice(upload.length).replace(/^:/, " × ")}` : text;
};

export interface ListedChoice {
  label: string;
  texts: readonly string[];
  example: string;
  id: string;
  describedBy: string;
  set: (texts: readonly string[]) => void;
}

/** A setting that is given several times: each can be taken away, and another written. */
export function Listed({ label, texts, example, id, describedBy, set }: ListedChoice) {
  return (
    <div class="listed">
      {texts.length > 0 && (
        <ul>
          {texts.map((text, i) => (
            <li key={text}>
              <span>{shown(text)}</span>
              <IconButton icon="close" label={say("takeOut", { what: shown(text) })} onClick={() => set(texts.filter((_, other) => other !== i))} />
            </li>
          ))}
        </ul>
      )}
      <input
        id={id}
        type="text"
        value=""
        placeholder={example}
        aria-label={label}
        aria-describedby={describedBy}
        spellcheck={false}
        onChange={(event) => {
          const text = event.currentTarget.value.trim();
          event.currentTarget.value = "";
          if (text !== "") set([...texts, text]);
        }}
      />
    </div>
  );
}
