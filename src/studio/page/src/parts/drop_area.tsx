import { useEffect, useState } from "preact/hooks";
import { fault, takePhoto } from "../state/studio";
import { say } from "../texts/texts";

/** The first file; what the browser says of its kind is not asked, for the painter knows more kinds. */
function fileOf(data: DataTransfer | null): File | null {
  return data?.files[0] ?? null;
}

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;

/** The whole page takes photographs that are dropped or pasted. */
export function DropArea() {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const listen = <K extends keyof WindowEventMap>(kind: K, work: (event: WindowEventMap[K]) => void) =>
      addEventListener(kind, work, { signal: stop.signal });
    const take = (data: DataTransfer | null) => {
      const file = fileOf(data);
      if (file) void takePhoto(file);
      else fault.value = { text: say("noPicture") };
    };
    let depth = 0; // Entering a part is told before leaving the part around it.
    listen("dragenter", (event) => holdsFiles(event) && setOver((depth += 1) > 0));
    listen("dragleave", (event) => holdsFiles(event) && setOver((depth -= 1) > 0));
    listen("dragover", (event) => holdsFiles(event) && event.preventDefault());
    listen("drop", (event) => {
      event.preventDefault();
      depth = 0;
      setOver(false);
      take(event.dataTransfer);
    });
    listen("paste", (event) => {
      if (event.clipboardData?.files.length) take(event.clipboardData);
    });
    return () => stop.abort();
  }, []);
  return over ? <div class="drop-over">{say("letGo")}</div> : null;
}

/** A button that lets one choose a file. */
export function ChoosePhoto() {
  return (
    <label class="button primary choose">
      {say("choosePhoto")}
      <input
        type="file"
        accept="image/*,.heic,.heif,.exr,.tif,.tiff,.jp2,.j2k,.psd"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) void takePhoto(file);
          event.currentTarget.value = "";
        }}
      />
    </label>
  );
}
