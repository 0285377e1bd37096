import { useRef, useState } from "preact/hooks";
import type { Easel } from "../easel/easel";
import type { Rect } from "../easel/view";
import { tool } from "../state/directing";
import { boxBetween } from "../state/pointing";
import { circleAt, nextSeed, splashOf, textOfSplash, usualColour, type Splash } from "../state/splash";
import { changeWishes, wishes } from "../state/studio";
import { textsOf, withTexts } from "../state/wishes";
import { say } from "../texts/texts";
import { IconButton } from "./icons";
import { keyWays, styleOf, ToolPane, type Place } from "./tool_pane";

const setting = "spatter";
const usualRadius = 0.08;
const keyStep = 0.02;

/** The rectangle in which it lies. @param ratio the painting's width over its height. */
const boundsOf = ({ circle, box }: Splash, ratio: number): Rect => {
  if (!circle) return box ?? { x: 0, y: 0, width: 1, height: 1 };
  const { x, y, radius } = circle;
  return { x: x - radius, y: y - radius * ratio, width: 2 * radius, height: 2 * radius * ratio };
};

/** The colour picker shows no tubes. */
const cssColour = (colour: string): string => (colour.startsWith("#") ? colour : usualColour);

interface Mark {
  splash: Splash;
  box: Rect;
  aim?: boolean;
}

const shapeOf = ({ splash, box, aim }: Mark) => ({
  class: `splash ${splash.circle ? "round" : ""} ${aim ? "aim" : ""}`,
  style: { ...styleOf(box, boundsOf(splash, box.width / box.height)), "--thrown": cssColour(splash.colour) },
});

function Thrown({ text, box }: { text: string; box: Rect }) {
  const splash = splashOf(text);
  if (!splash) return null;
  const takeOut = () => changeWishes(withTexts(wishes.value, setting, [text], []), say("didThrow"));
  return (
    <div {...shapeOf({ splash, box })} data-thrown={text}>
      <IconButton icon="close" label={say("takeOut", { name: say("thrown") })} onClick={takeOut} />
    </div>
  );
}

/** Throws paint at a place: a click or a drawn circle or rectangle is a mark, which can be taken away until it is painted. */
export function SpatterTool({ easel }: { easel: Easel }) {
  const [round, setRound] = useState(true);
  const [amount, setAmount] = useState(0.3);
  const [colour, setColour] = useState(usualColour);
  const [aim, setAim] = useState<Place>({ x: 0.5, y: 0.5 });
  const [radius, setRadius] = useState(usualRadius);
  const from = useRef<Place | null>(null);
  const [drawn, setDrawn] = useState<Splash | null>(null);
  const texts = textsOf(wishes.value, setting);
  const size = easel.boxOf({ x: 0, y: 0, width: 1, height: 1 });
  const ratio = size ? size.width / size.height : 1;

  const splash = (part: Pick<Splash, "circle" | "box">): Splash => ({ ...part, amount, colour, seed: nextSeed(texts) });
  const about = ({ x, y }: Place): Splash =>
    splash(round ? { circle: circleAt(x, y, radius) } : { box: boxBetween({ x: x - radius, y: y - radius * ratio }, { x: x + radius, y: y + radius * ratio }) });
  const between = (a: Place, b: Place): Splash => splash(round ? { circle: circleAt(a.x, a.y, Math.hypot(b.x - a.x, (b.y - a.y) / ratio)) } : { box: boxBetween(a, b) });
  const toss = (thrown: Splash) => changeWishes(withTexts(wishes.value, setting, [], [textOfSplash(thrown)]), say("didThrow"));

  const move = (at: Place) => {
    setAim(at);
    const began = from.current;
    if (began && Math.hypot(at.x - began.x, at.y - began.y) > 0.01) setDrawn(between(began, at));
  };
  const up = () => {
    if (from.current) toss(drawn ?? about(from.current));
    from.current = null;
    setDrawn(null);
  };
  const press = (event: KeyboardEvent): boolean => {
    const way = keyWays[event.key];
    if (way && event.shiftKey) setRadius(Math.min(0.5, Math.max(0.01, radius + keyStep * (way[0] - way[1]))));
    else if (way) setAim({ x: Math.min(1, Math.max(0, aim.x + way[0] * keyStep)), y: Math.min(1, Math.max(0, aim.y + way[1] * keyStep)) });
    else if (event.key === " " || event.key === "Enter") toss(about(aim));
    else if (event.key === "Delete" || event.key === "Backspace") changeWishes(withTexts(wishes.value, setting, texts.slice(-1), []), say("didThrow"));
    else return false;
    return true;
  };

  return (
    <>
      <ToolPane easel={easel} label={say("throwHelp")} onDown={(at) => (from.current = at)} onMove={move} onUp={up} onKey={press} count={texts.length}>
        {(box) => (
          <>
            {texts.map((text) => (
              <Thrown text={text} box={box} key={text} />
            ))}
            <span {...shapeOf({ splash: drawn ?? about(aim), box, aim: true })} />
          </>
        )}
      </ToolPane>
      <div class="deeds" role="group" aria-label={say("toolSpatter")}>
        <span class="segments" role="group" aria-label={say("throwShape")}>
          <button type="button" aria-pressed={round} onClick={() => setRound(true)}>
            {say("throwRound")}
          </button>
          <button type="button" aria-pressed={!round} onClick={() => setRound(false)}>
            {say("throwBox")}
          </button>
        </span>
        <label class="angle">
          <span>{say("throwAmount")}</span>
          <input type="range" min={0.05} max={1} step={0.05} value={amount} onInput={(event) => setAmount(event.currentTarget.valueAsNumber)} />
        </label>
        <input type="color" aria-label={say("throwColour")} value={cssColour(colour)} onInput={(event) => setColour(event.currentTarget.value)} />
        <button type="button" class="primary" onClick={() => (tool.value = null)}>
          {say("done")}
        </button>
      </div>
    </>
  );
}
