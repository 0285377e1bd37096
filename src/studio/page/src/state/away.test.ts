import { expect, it } from "vitest";
import { inUnit, printOf, querySize, roughly, standardSize, withUnit } from "./away";

it("asks for nothing that was left to the painter", () => {
  expect(querySize(standardSize)).toEqual({});
  expect(querySize({ ...standardSize, as: "print", width: " " })).toEqual({});
  expect(querySize({ ...standardSize, as: "pixels", long: "3000", width: "60" })).toEqual({ size: "3000" });
});

it("asks for prints in their unit", () => {
  const print = { ...standardSize, as: "print" as const, width: "60,5", dpi: "200" };
  expect(querySize(print)).toEqual({ width: "60.5cm", dpi: "200" });
  expect(querySize({ ...print, height: "24", unit: "in" })).toEqual({ width: "60.5in", height: "24in", dpi: "200" });
});

it("keeps lengths when the unit is changed", () => {
  const inches = withUnit({ ...standardSize, width: "60", height: "" }, "in");
  expect(inches).toMatchObject({ width: "23.6", height: "", unit: "in" });
  expect(withUnit({ ...standardSize, width: "wide" }, "mm").width).toBe("wide");
  expect(inUnit(605, "cm")).toBe(60.5);
});

it("begins a print as wide as the painting", () => {
  expect(querySize(printOf(standardSize, 400))).toEqual({ width: "40cm", dpi: "300" });
  expect(querySize(printOf({ ...standardSize, height: "20", dpi: "150" }, 400))).toEqual({ height: "20cm", dpi: "150" });
  expect(querySize(printOf(standardSize, 0))).toEqual({ dpi: "300" });
});

it("foretells in few figures", () => {
  expect(roughly(0.2).unit).toBe("moment");
  expect(roughly(7.4)).toEqual({ unit: "seconds", n: 7 });
  expect(roughly(43)).toEqual({ unit: "seconds", n: 45 });
  expect(roughly(400)).toEqual({ unit: "minutes", n: 7 });
});
