import type { Easel } from "../easel/easel";
import type { PhotoScene } from "../easel/scene";
import type { Painting } from "../server/messages";
import { tool } from "../state/directing";
import { FocusBrush } from "./focus_brush";
import { MotifTool } from "./motif_tool";
import { SignaturePad } from "./signature_pad";
import { SpatterTool } from "./spatter_tool";
import { StrokeTool } from "./stroke_tool";

export interface ToolChoiceOver {
  easel: Easel;
  painting: Painting;
  photo: PhotoScene | null;
}

/** What lies over the easel while a tool is held. */
export function ToolLayer(over: ToolChoiceOver) {
  switch (tool.value) {
    case "focus":
      return <FocusBrush {...over} />;
    case "spatter":
      return <SpatterTool easel={over.easel} />;
    case "motif":
      return <MotifTool easel={over.easel} />;
    case "sign":
      return <SignaturePad painting={over.painting} />;
    case "strokes":
      return <StrokeTool easel={over.easel} painting={over.painting} key={over.painting.id} />;
    case null:
      return null;
  }
}
