import { useEffect, useState } from "preact/hooks";
import type { Cost, ExportFormat, Painting } from "../server/messages";
import { fetchCost, Refusal } from "../server/requests";
import { inUnit, printOf, querySize, roughly, standardSize, units, withUnit, type Size, type Unit } from "../state/away";
import { takeAway } from "../state/studio";
import { figure, say } from "../texts/texts";
import { canBeFramed, framingSettings, isFramed, unframed } from "../state/framing";
import { FramingChoice } from "./framing_choice";
import { Icon } from "./icons";

const pixelSizes = [1024, 2048, 4096, 8192];
const whileWritingMs = 300;

type Query = Record<string, string>;

/** What is asked for comes to; null until that is known, and where it cannot be. */
function useCost(painting: Painting, query: Query, ready: boolean): Cost | null {
  const [cost, setCost] = useState<Cost | null>(null);
  const asked = JSON.stringify(query);
  useEffect(() => {
    if (!ready) return;
    const stop = new AbortController();
    const refuse = (problem: unknown) => problem instanceof Refusal && setCost({ refused: problem.message });
    const ask = () => fetchCost(painting.id, query, stop.signal).then(setCost, refuse);
    const timer = setTimeout(() => void ask(), whileWritingMs);
    return () => (clearTimeout(timer), stop.abort());
  }, [painting.id, asked, ready]);
  return cost;
}

function wordsOfTime(seconds: number): string {
  const { unit, n } = roughly(seconds);
  return unit === "moment" ? say("takesMoment") : say(unit === "seconds" ? "takesSeconds" : "takesMinutes", { n });
}

/** What it will be, before one waits for it. */
function Foretold({ cost, unit }: { cost: Cost; unit: Unit }) {
  if (cost.refused !== undefined)
    return (
      <p class="fault" role="alert" lang="en">
        {cost.refused}
      </p>
    );
  const { pixels, print, seconds } = cost;
  return (
    <dl class="foretold small" data-seconds={seconds}>
      {pixels && (
        <>
          <dt>{say("picture")}</dt>
          <dd>
            {say("widthByHeight", { width: figure(pixels.width), height: figure(pixels.height) })}
            <span class="pale"> {say("megapixels", { n: figure(Number(((pixels.width * pixels.height) / 1e6).toPrecision(2))) })}</span>
          </dd>
        </>
      )}
      {print && (
        <>
          <dt>{say("asPrint")}</dt>
          <dd>
            {say("printOf", { width: figure(inUnit(print.width_mm, unit)), height: figure(inUnit(print.height_mm, unit)), unit: say(unit) })}
            <span class="pale"> {say("atDpi", { n: figure(Math.round(print.dpi)) })}</span>
          </dd>
        </>
      )}
      {seconds !== undefined && (
        <>
          <dt>{say("time")}</dt>
          <dd>{wordsOfTime(seconds)}</dd>
        </>
      )}
    </dl>
  );
}

function Figure({ label, value, set, placeholder }: { label: string; value: string; set: (text: string) => void; placeholder?: string }) {
  return (
    <label>
      <span>{label}</span>
      <input type="text" inputMode="decimal" value={value} placeholder={placeholder ?? ""} onInput={(event) => set(event.currentTarget.value)} />
    </label>
  );
}

function PrintForm({ size, set }: { size: Size; set: (size: Size) => void }) {
  return (
    <div class="print-form">
      <Figure label={say("width")} value={size.width} placeholder={say("follows")} set={(width) => set({ ...size, width })} />
      <Figure label={say("height")} value={size.height} placeholder={say("follows")} set={(height) => set({ ...size, height })} />
      <label>
        <span>{say("unit")}</span>
        <select value={size.unit} onChange={(event) => set(withUnit(size, event.currentTarget.value as Unit))}>
          {units.map((unit) => (
            <option key={unit} value={unit}>
              {say(unit)}
            </option>
          ))}
        </select>
      </label>
      <Figure label={say("resolution")} value={size.dpi} set={(dpi) => set({ ...size, dpi })} />
    </div>
  );
}

const otherPixels = "other";

function SizeChoice({ painting, size, set }: { painting: Painting; size: Size; set: (size: Size) => void }) {
  const [writes, setWrites] = useState(false);
  const chosen = size.as === "pixels" ? (writes ? otherPixels : size.long) : size.as;
  const choose = (value: string) => {
    setWrites(value === otherPixels);
    if (value === "standard") set({ ...size, as: value });
    else if (value === "print") set(printOf(size, painting.width_mm));
    else set({ ...size, as: "pixels", long: value === otherPixels ? size.long || "3000" : value });
  };
  return (
    <>
      <label>
        <span>{say("size")}</span>
        <select value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="standard">{say("standardSize")}</option>
          {pixelSizes.map((pixels) => (
            <option key={pixels} value={String(pixels)}>
              {say("pixels", { n: figure(pixels) })}
            </option>
          ))}
          <option value={otherPixels}>{say("otherPixels")}</option>
          <option value="print">{say("aPrint")}</option>
        </select>
      </label>
      {writes && size.as === "pixels" && <Figure label={say("longSide")} value={size.long} set={(long) => set({ ...size, long })} />}
      {size.as === "print" && <PrintForm size={size} set={set} />}
    </>
  );
}

export function TakeAway({ painting, formats }: { painting: Painting; formats: ExportFormat[] }) {
  const [ending, setEnding] = useState(formats[0]?.ending ?? "");
  const [size, setSize] = useState(standardSize);
  const [withPhoto, setWithPhoto] = useState(false);
  const [making, setMaking] = useState(false);
  const [framing, setFraming] = useState(unframed);
  const chosen = formats.find((format) => format.ending === ending);
  const hasPhoto = chosen?.photo === true && painting.photo !== "";
  const framed = canBeFramed(ending) && isFramed(framing) ? framingSettings(framing, painting) : {};
  const query: Query = { ...framed, kind: ending, ...(chosen?.pixels === false ? {} : querySize(size)), ...(hasPhoto && withPhoto ? { photo: "true" } : {}) };
  const ready = painting.state === "finished";
  const cost = useCost(painting, query, ready);
  const make = async () => {
    setMaking(true);
    await takeAway(painting, query);
    setMaking(false);
  };
  return (
    <section class="take-away">
      <h2>{say("takeAway")}</h2>
      <div class="pair">
        <label>
          <span>{say("format")}</span>
          <select value={ending} onChange={(event) => setEnding(event.currentTarget.value)}>
            {formats.filter((format, i) => formats.findIndex((other) => other.ending === format.ending) === i).map((format) => (
              <option key={format.ending} value={format.ending}>
                {format.ending}
              </option>
            ))}
          </select>
        </label>
        {chosen?.pixels !== false && <SizeChoice painting={painting} size={size} set={setSize} />}
      </div>
      {canBeFramed(ending) && <FramingChoice painting={painting} wish={framing} onWish={setFraming} />}
      {chosen && (
        <p class="pale small" lang="en">
          {chosen.says}
        </p>
      )}
      {hasPhoto && (
        <label class="tick">
          <input type="checkbox" checked={withPhoto} onChange={(event) => setWithPhoto(event.currentTarget.checked)} />
          <span>{say("withPhoto")}</span>
        </label>
      )}
      {ready && cost && <Foretold cost={cost} unit={size.unit} />}
      {ready ? (
        <button type="button" class="button" disabled={making || cost?.refused !== undefined} onClick={() => void make()}>
          <Icon name="away" />
          {say(making ? "making" : "save")}
        </button>
      ) : (
        <p class="pale small">{say("notFinished")}</p>
      )}
    </section>
  );
}
