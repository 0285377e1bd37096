import { useState } from "preact/hooks";
import type { Painting } from "../server/messages";
import { duplicate, go, loaded, remove, rename, sorted } from "../state/studio";
import { found } from "../state/shelf_search";
import { figure, language, say } from "../texts/texts";
import { Thumbnail } from "./thumbnail";

const dateOf = (made: string): string => {
  const date = new Date(made);
  return Number.isNaN(date.getTime()) ? "" : date.toLocaleDateString(language.value, { day: "numeric", month: "long", year: "numeric" });
};

interface CardChoice {
  painting: Painting;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
}

function Card({ painting, chosen, onChoose }: CardChoice) {
  const [renames, setRenames] = useState(false);
  const keep = (name: string) => {
    setRenames(false);
    void rename(painting, name.trim());
  };
  return (
    <li class={chosen ? "card chosen" : "card"} data-painting={painting.id}>
      <button type="button" class="bare" onClick={() => go({ at: "painting", id: painting.id })}>
        <span class="hidden">{say("open", { name: painting.name })}</span>
        <Thumbnail painting={painting} />
      </button>
      {renames ? (
        <input
          type="text"
          aria-label={say("nameOf")}
          value={painting.name}
          maxLength={120}
          ref={(input) => input?.focus()}
          onBlur={(event) => keep(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") keep(event.currentTarget.value);
            if (event.key === "Escape") setRenames(false);
          }}
        />
      ) : (
        <p class="card-name">{painting.name}</p>
      )}
      <p class="pale small">
        {painting.hand} · {dateOf(painting.made)}
      </p>
      <label class="check">
        <input type="checkbox" checked={chosen} aria-label={say("choose", { name: painting.name })} onChange={(event) => onChoose(event.currentTarget.checked)} />
        {say("compare")}
      </label>
      <div class="card-actions" role="group" aria-label={say("actions", { name: painting.name })}>
        <button type="button" class="link" onClick={() => setRenames(true)}>
          {say("rename")}
        </button>
        <button type="button" class="link" onClick={() => void duplicate(painting)}>
          {say("duplicate")}
        </button>
        <button type="button" class="link" onClick={() => void remove(painting)}>
          {say("remove")}
        </button>
      </div>
    </li>
  );
}

/** All paintings, to be found, opened, named, compared and thrown away. */
export function Shelf() {
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<string[]>([]);
  const all = sorted.value;
  const shown = found(all, search, dateOf);
  const pick = (id: string, is: boolean) => setChosen(is ? [...chosen.filter((each) => each !== id), id].slice(-2) : chosen.filter((each) => each !== id));
  const [left, right] = chosen;
  return (
    <div class="shelf">
      <div class="shelf-head">
        <h1>{say("shelf")}</h1>
        <span class="pale">{all.length === 1 ? say("countOne") : say("count", { n: figure(all.length) })}</span>
        <span class="stretch" />
        {chosen.length > 0 && (
          <button type="button" class="primary" disabled={!left || !right} title={say("compareHelp")} onClick={() => left && right && go({ at: "compare", left, right })}>
            {say(left && right ? "compareOpen" : "compareHelp")}
          </button>
        )}
        <input type="search" aria-label={say("search")} placeholder={say("search")} value={search} onInput={(event) => setSearch(event.currentTarget.value)} />
      </div>
      {loaded.value && shown.length === 0 && <p class="empty">{all.length === 0 ? say("none") : say("noneFound", { words: search })}</p>}
      <ul class="cards">
        {shown.map((painting) => (
          <Card key={painting.id} painting={painting} chosen={chosen.includes(painting.id)} onChoose={(is) => pick(painting.id, is)} />
        ))}
      </ul>
    </div>
  );
}
