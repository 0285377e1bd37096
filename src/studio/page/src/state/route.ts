/** Where on the page one is, as the address tells it after "#". */

export type Route =
  | { at: "start" }
  | { at: "painting"; id: string }
  | { at: "shelf" }
  | { at: "sheet"; of: string }
  | { at: "compare"; left: string; right: string };

export function routeOf(hash: string): Route {
  const [kind, first, second] = hash.replace(/^#?\/?/, "").split("/").map(decodeURIComponent);
  if (kind === "painting" && first) return { at: "painting", id: first };
  if (kind === "sheet" && first) return { at: "sheet", of: first };
  if (kind === "compare" && first && second) return { at: "compare", left: first, right: second };
  return { at: kind === "shelf" ? "shelf" : "start" };
}

export function hashOf(route: Route): string {
  switch (route.at) {
    case "start":
      return "#/";
    case "painting":
      return `#/painting/${encodeURIComponent(route.id)}`;
    case "compare":
      return `#/compare/${encodeURIComponent(route.left)}/${encodeURIComponent(route.right)}`;
    case "sheet":
      return `#/sheet/${encodeURIComponent(route.of)}`;
    case "shelf":
      return "#/shelf";
  }
}
