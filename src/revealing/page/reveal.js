"use strict";
// The parts of the page that move: the deep zoom, the making, the lamp. Opened from disk, a page may not read
// other files, so all data comes as scripts: `reveal` and `revealLight`.

(() => {
  const byId = (id) => document.getElementById(id);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

  // -- The painting, closely ------------------------------------------------------------------------------------
  function showZoom() {
    const last = reveal.levels.length - 1;
    const [width, height] = reveal.levels[last];
    const map = L.map("zoom", {
      crs: L.CRS.Simple,
      minZoom: -1,
      maxZoom: last + 1,
      zoomSnap: 0.25,
      attributionControl: false,
      zoomAnimation: !calm,
      fadeAnimation: false,
    });
    const corner = (x, y) => map.unproject([x, y], last);
    const bounds = L.latLngBounds(corner(0, height), corner(width, 0));
    const Tiles = L.GridLayer.extend({
      createTile({ x, y, z }, done) {
        const tile = document.createElement("img");
        const [levelWidth, levelHeight] = reveal.levels[z];
        tile.alt = "";
        tile.onload = () => done(null, tile);
        tile.onerror = () => done(new Error(`no tile ${z}/${x}-${y}`), tile);
        tile.src = `tiles/${z}/${x}-${y}.jpg`;
        // Tiles at the borders are smaller; Leaflet would stretch them to squares.
        this.sizes.set(tile, [
          Math.min(reveal.tile, levelWidth - x * reveal.tile),
          Math.min(reveal.tile, levelHeight - y * reveal.tile),
        ]);
        return tile;
      },
      _initTile(tile) {
        L.GridLayer.prototype._initTile.call(this, tile);
        const [tileWidth, tileHeight] = this.sizes.get(tile);
        // A pixel more, which the next tile covers: between two that are shown at a broken scale the wall would
        // shine through as a hairline.
        tile.style.width = `${tileWidth + 1}px`;
        tile.style.height = `${tileHeight + 1}px`;
      },
    });
    const layer = new Tiles({ tileSize: reveal.tile, bounds, noWrap: true, minNativeZoom: 0, maxNativeZoom: last,
      minZoom: -1, maxZoom: last + 1 });
    layer.sizes = new WeakMap();
    layer.addTo(map);
    map.fitBounds(bounds, { animate: false });
    map.setMaxBounds(bounds.pad(0.3));
    return map;
  }

  // -- The making -----------------------------------------------------------------------------------------------
  function showMaking() {
    const picture = byId("stage");
    const scrubber = byId("scrubber");
    const laid = byId("laid");
    const play = byId("play");
    const address = (stage) => `making/${String(stage).padStart(3, "0")}.jpg`;
    const kept = [];  // Pictures that were fetched, so that dragging does not flicker.
    let timer = 0;

    function go(stage) {
      const { strokes, pass } = reveal.stages[stage];
      scrubber.value = stage;
      picture.src = address(stage);
      const words = strokes === 0 ? "bare ground" : `${strokes} ${strokes === 1 ? "stroke" : "strokes"}, ${pass}`;
      laid.textContent = words;
      scrubber.setAttribute("aria-valuetext", words);
    }
    function stop() {
      clearInterval(timer);
      timer = 0;
      play.textContent = "Play";
    }
    function start() {
      const last = reveal.stages.length - 1;
      let stage = Number(scrubber.value) === last ? 0 : Number(scrubber.value);
      go(stage);
      play.textContent = "Pause";
      timer = setInterval(() => {
        stage += 1;
        go(stage);
        if (stage === last) stop();
      }, 220);
    }
    function fetchAll() {
      if (kept.length > 0) return;
      for (let stage = 0; stage < reveal.stages.length; stage += 1) {
        const image = new Image();
        image.src = address(stage);
        kept.push(image);
      }
    }
    scrubber.addEventListener("pointerdown", fetchAll);
    scrubber.addEventListener("input", () => {
      stop();
      go(Number(scrubber.value));
    });
    play.addEventListener("click", () => {
      fetchAll();
      if (timer) stop();
      else start();
    });
    for (const button of document.querySelectorAll(".passes button"))
      button.addEventListener("click", () => {
        stop();
        go(Number(button.dataset.stage));
        byId("making").scrollIntoView();
      });
    go(reveal.stages.length - 1);
  }

  // -- The lamp: what src/rendering/lighting.cpp computes, which says where the formulas come from ---------------
  const ambient = 0.28, roughness = 0.3, reflectance = 0.08, keyOnVarnish = 0.55;
  const glintTilt = 0.36, glintSpread = 0.003, glinting = 0.35, room = 0.03;

  function lighting(azimuth, elevation) {
    const up = Math.min(Math.max(elevation, 5), 90) * Math.PI / 180;
    const around = (azimuth % 360) * Math.PI / 180;
    const key = [Math.sin(around) * Math.cos(up), -Math.cos(around) * Math.cos(up), Math.sin(up)];
    const scale = 1 / Math.sqrt(2 + 2 * key[2]);
    const half = [key[0] * scale, key[1] * scale, (key[2] + 1) * scale];
    const fresnel = reflectance + (1 - reflectance) * (1 - half[2]) ** 5;
    const glint = [Math.sin(around) * Math.sin(glintTilt), -Math.cos(around) * Math.sin(glintTilt),
      Math.cos(glintTilt)];
    const square = roughness * roughness, k = 0.5 * roughness;
    function varnish(nx, ny, nz) {
      const along = Math.max(0, nx * half[0] + ny * half[1] + nz * half[2]);
      const spread = along * along * (square - 1) + 1;
      const lit = Math.max(0, nx * key[0] + ny * key[1] + nz * key[2]);
      const shadowing = 1 / ((lit * (1 - k) + k) * (nz * (1 - k) + k));
      return keyOnVarnish * square / (Math.PI * spread * spread) * fresnel * 0.25 * shadowing * lit / key[2];
    }
    const flat = varnish(0, 0, 1);
    /** How much of the paint's light is seen, and the gloss on top of it, put into two arrays. */
    return (normals, share, gloss) => {
      for (let i = 0; i < share.length; i += 1) {
        const nx = normals[3 * i], ny = normals[3 * i + 1], nz = normals[3 * i + 2];
        const direct = Math.max(0, nx * key[0] + ny * key[1] + nz * key[2]) / key[2];
        share[i] = ambient * (0.5 + 0.5 * nz) + (1 - ambient) * direct;
        const facing = Math.max(0, nx * glint[0] + ny * glint[1] + nz * glint[2]);
        const burning = glinting * Math.max(0, 1 - (1 - facing) / glintSpread);
        gloss[i] = varnish(nx, ny, nz) - flat - room * ny + burning * burning;
      }
    };
  }

  const linear = new Float32Array(256);
  for (let i = 0; i < 256; i += 1) {
    const encoded = i / 255;
    linear[i] = encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4;
  }
  const steps = 16384;
  const encode = new Uint8ClampedArray(steps + 1);
  for (let i = 0; i <= steps; i += 1) {
    const value = i / steps;
    encode[i] = 255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055);
  }

  async function pixelsOf(address) {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const context = canvas.getContext("2d", { willReadFrequently: true });
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, canvas.width, canvas.height);
  }

  async function surfaceOf(crop) {
    const [paint, packed] = await Promise.all([pixelsOf(crop.paint), pixelsOf(crop.normals)]);
    const count = crop.width * crop.height;
    const colours = new Float32Array(3 * count), normals = new Float32Array(3 * count);
    for (let i = 0; i < count; i += 1) {
      for (let c = 0; c < 3; c += 1) colours[3 * i + c] = linear[paint.data[4 * i + c]];
      const low = packed.data[4 * i + 2];
      const nx = (packed.data[4 * i] * 16 + (low >> 4)) / 2047.5 - 1;
      const ny = 1 - (packed.data[4 * i + 1] * 16 + (low & 15)) / 2047.5;  // Pictures run down, normals up.
      normals[3 * i] = nx;
      normals[3 * i + 1] = ny;
      normals[3 * i + 2] = Math.sqrt(Math.max(0, 1 - nx * nx - ny * ny));
    }
    return { colours, normals, share: new Float32Array(count), gloss: new Float32Array(count) };
  }

  function showLamp() {
    const canvas = byId("lit");
    const context = canvas.getContext("2d");
    const part = byId("part"), azimuth = byId("azimuth"), elevation = byId("elevation");
    let surface = null, picture = null, waiting = false, choices = 0;

    function draw() {
      waiting = false;
      if (!surface) return;  // Another part was chosen meanwhile.
      const { colours, normals, share, gloss } = surface;
      lighting(Number(azimuth.value), Number(elevation.value))(normals, share, gloss);
      const out = picture.data;
      for (let i = 0; i < share.length; i += 1)
        for (let c = 0; c < 3; c += 1) {
          const seen = Math.min(Math.max(colours[3 * i + c] * share[i] + gloss[i], 0), 1);
          out[4 * i + c] = encode[Math.round(seen * steps)];
        }
      context.putImageData(picture, 0, 0);
      canvas.dataset.drawn = `${part.value} ${azimuth.value} ${elevation.value}`;
    }
    function redraw() {
      if (!surface || waiting) return;
      waiting = true;
      requestAnimationFrame(draw);
    }
    async function choose() {
      const crop = revealLight[Number(part.value)];
      const choice = choices += 1;
      surface = null;
      const loaded = await surfaceOf(crop);
      if (choice !== choices) return;
      canvas.width = crop.width;
      canvas.height = crop.height;
      picture = context.createImageData(crop.width, crop.height);
      picture.data.fill(255);
      surface = loaded;
      draw();  // At once: a canvas whose size was set is empty.
    }
    // The lamp stands where the pointer is: over the middle it is high, at the border low.
    canvas.addEventListener("pointermove", (event) => {
      const box = canvas.getBoundingClientRect();
      const x = (event.clientX - box.left) / box.width * 2 - 1;
      const y = (event.clientY - box.top) / box.height * 2 - 1;
      azimuth.value = Math.round((Math.atan2(x, -y) * 180 / Math.PI + 360) % 360);
      elevation.value = Math.round(90 - 75 * Math.min(1, Math.hypot(x, y)));
      redraw();
    });
    azimuth.addEventListener("input", redraw);
    elevation.addEventListener("input", redraw);
    part.addEventListener("change", choose);
    choose();
  }

  const map = showZoom();
  showMaking();
  showLamp();
  window.revealZoom = map;  // For whoever wants to steer it.
})();
